/** What the pages of styles show of each option, and their tables. */
import { optionExamples } from '../../data/option-examples/index.mjs';
import { styles } from '../core.mjs';
import { hasPage } from '../files.mjs';
import { code, fence, page, sentence, table } from '../markdown.mjs';
import { schemaRows, schemaTable } from '../schema.mjs';

/** @returns {{name: string, text: string}[]} One part a style: its options and labels. */
export function styleParts() {
  return styles.map(({ name, options, labels }) => ({
    name,
    text: page(
      ...drawnOptions(name, options),
      '## All options',
      'They stand under `options:` in the block. Those that are one word or number can stand on the opening line of the fence, too:',
      fence('md', `${'```'}nn style=${name} ${firstOption(options)}`).replace(/^```|```$/g, '````'),
      schemaTable(options, 'Option'),
      '## Label slots',
      'What `labels:` can fill, with [templates](/docs/guides/labels).',
      table(
        ['Slot', 'What it labels'],
        Object.entries(labels).map(([slot, text]) => [code(slot), sentence(text)]),
      ),
    ),
  }));
}

/** @returns {string} JSON: ids of the pages of styles, in their order, for the sidebar. */
export function stylePages() {
  const ids = styles.filter(({ name }) => hasPage(name)).map(({ name }) => `styles/${name}`);
  return `${JSON.stringify(ids)}\n`;
}

/** @returns {string} The table of all styles. */
export function stylesPart() {
  const rows = styles.map(({ name, title, summary }) => [
    hasPage(name) ? `[${code(name)}](/docs/styles/${name})` : code(name),
    title,
    sentence(summary),
  ]);
  return page(table(['Style', 'Name', 'What it draws'], rows));
}

/**
 * @param {string} style Name of the style.
 * @param {import('zod').z.ZodObject} options
 * @returns {string[]} Each option with a figure that shows it, under headings; none where
 *   there are no examples of the style.
 */
function drawnOptions(style, options) {
  const groups = optionExamples[style];
  if (groups === undefined) return [];
  const descriptions = new Map(
    schemaRows(options).map(({ name, description }) => [name, description]),
  );
  return [
    "import Heading from '@theme/Heading';\nimport Option from '@site/src/components/Option';",
    '## Each option, drawn',
    ...groups.flatMap(({ heading, options: examples }) => [
      // With an id of its own, since the page has headings of the same words.
      `<Heading as="h3" id="options-${heading.toLowerCase().replaceAll(' ', '-')}">${heading}</Heading>`,
      ...Object.entries(examples).flatMap(([name, text]) => [
        `<Option name="${name}">`,
        sentence(descriptions.get(name) ?? ''),
        fence('nn source', text),
        '</Option>',
      ]),
    ]),
  ];
}

/** @param {import('zod').z.ZodObject} options */
function firstOption(options) {
  const [name = ''] = Object.keys(options.shape);
  const { data } = options.safeParse({});
  return `${name}=${data?.[name]}`;
}
