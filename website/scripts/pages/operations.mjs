/** The page of operations, from their table in nnfig. */

import { examples } from '../../data/examples.mjs';
import { analyzeText, operations } from '../core.mjs';
import { code, fence, frontMatter, integer, page, sentence, table } from '../markdown.mjs';
import { schemaRows, schemaTable } from '../schema.mjs';

/** @typedef {import('nnfig').Operation} Operation */

/** @type {readonly (readonly [category: import('nnfig').Category, heading: string])[]} */
const categories = [
  ['input', 'Inputs'],
  ['convolution', 'Convolutions'],
  ['dense', 'Dense layers'],
  ['pooling', 'Pooling'],
  ['normalization', 'Normalizations'],
  ['activation', 'Activations'],
  ['regularization', 'Regularization'],
  ['reshape', 'Reshaping'],
  ['resample', 'Resampling'],
  ['merge', 'Merges'],
  ['embedding', 'Embeddings'],
  ['attention', 'Attention'],
  ['recurrent', 'Recurrent layers'],
  ['other', 'Anything else'],
];

/** @returns {string} The page. */
export function operationsPage() {
  const ordered = new Set(categories.map(([category]) => category));
  const left = operations.find(({ category }) => !ordered.has(category));
  if (left)
    throw new Error(`The category of \`${left.name}\` has no heading on the page of operations.`);
  return page(
    frontMatter({
      title: 'Operations',
      description: 'Every operation of nnfig with its attributes, defaults and counts.',
      toc_max_heading_level: 3,
    }),
    intro,
    ...categories.map(([category, heading]) => {
      const members = operations.filter((operation) => operation.category === category);
      const body =
        category === 'activation' ? [activationTable(members)] : members.flatMap(section);
      return page(`## ${heading}`, ...body).trimEnd();
    }),
  );
}

const intro = `{/* Written by scripts/pages/operations.mjs from the table of operations in nnfig. */}

Every operation that nnfig knows, as its own table says it. \`npx nnfig ops\` prints the list in a terminal, \`npx nnfig ops conv\` one of them.

Names are the same in any case and with or without \`-\` and \`_\`, and the names of PyTorch, Keras and Caffe mean the same operation: \`Conv2d\`, \`conv2d\` and \`Conv2D\` are all \`conv\`. An operation works in as many dimensions as its input has.

The counts below each example are nnfig's own, at batch 1. [Analysis](./analysis.mdx) says what is counted.`;

/** @param {Operation} operation */
function section(operation) {
  const { name, title, summary, aliases = [], attributes } = operation;
  const others = aliases.length > 0 ? [`Also: ${aliases.map(code).join(', ')}.`] : [];
  const keys = Object.keys(attributes.shape);
  return [
    `### ${name}`,
    `**${sentence(title)}.** ${sentence(summary)}${line(operation)}`,
    ...others,
    ...(keys.length > 0 ? [schemaTable(attributes, 'Attribute')] : ['It has no attributes.']),
    ...example(operation),
  ];
}

/**
 * What a line of it may hold besides `key=value`.
 *
 * @param {Operation} operation
 */
function line({ name, positional, variadic, size, composable, inputs }) {
  const parts = [];
  if (variadic) parts.push(`Bare numbers are its ${code(variadic)}.`);
  else if (positional?.length) {
    const names = positional.map(code).join(', then ');
    parts.push(
      `${positional.length === 1 ? 'A bare number is' : 'Bare numbers are'} its ${names}.`,
    );
  }
  if (size && size !== variadic) parts.push(`A size such as \`3x3\` is its ${code(size)}.`);
  if (inputs && inputs.min > 1) {
    const count =
      inputs.max === inputs.min ? `${inputs.min} tensors` : `${inputs.min} tensors or more`;
    parts.push(`It takes ${count}.`);
  }
  if (composable) parts.push('A normalization and an activation may follow on its line.');
  return parts.length > 0 && name !== 'input' ? ` ${parts.join(' ')}` : '';
}

/** @param {Operation} operation */
function example({ name }) {
  const entry = examples[name];
  if (!entry) return [];
  const { input, lines, dims } = entry;
  const list = lines.map((text) => `  - ${text}`).join('\n');
  const text = [`input: ${input}`, ...(dims ? [`dims: ${dims}`] : []), 'layers:', list].join('\n');
  const { analysis, diagnostics } = analyzeText(text);
  if (!analysis || diagnostics.length > 0) {
    throw new Error(`The example of \`${name}\` is wrong: ${diagnostics[0]?.message}`);
  }
  const layers = analysis.layers.filter(({ layer }) => layer.op === name);
  const last = layers.at(-1);
  if (!last) throw new Error(`The example of \`${name}\` does not use it.`);
  const shape = last.shape.slice(1).join('×');
  const params = layers.reduce((sum, entry) => sum + entry.params, 0);
  const buffers = layers.reduce((sum, entry) => sum + entry.buffers, 0);
  const macs = layers.reduce((sum, entry) => sum + entry.macs, 0);
  const counts = [
    params > 0 ? `${integer(params)} parameters` : 'no parameters',
    ...(buffers > 0 ? [`${integer(buffers)} buffers`] : []),
    macs > 0 ? `${integer(macs)} MACs` : 'no MACs',
  ];
  return [fence('yaml', text), `${code(name)} gives ${shape}: ${counts.join(', ')}.`];
}

/** @param {readonly Operation[]} members */
function activationTable(members) {
  const rows = members.map(({ name, aliases = [], summary, attributes }) => [
    code(name),
    aliases.map(code).join(', '),
    sentence(summary.replace(/^[^:]+: /, '')),
    schemaRows(attributes)
      .map(({ name, fallback, description }) =>
        [`${code(name)}: ${sentence(description)}`, fallback && `Default ${fallback}.`]
          .filter(Boolean)
          .join(' '),
      )
      .join(' '),
  ]);
  return page(
    'An activation stands on the line of another operation, `conv 64 3x3 relu`, or on a line of its own. It counts no MACs, and no parameters unless it says that it is trained.',
    table(['Name', 'Also', 'What it does', 'Attributes'], rows),
  ).trimEnd();
}
