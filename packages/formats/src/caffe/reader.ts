/** Reads networks of Caffe from prototxt: current, V1 and V0 layers, of Caffe and its forks. */
import {
  type ModelReader,
  type Network,
  type ReadContext,
  type Source,
  TooLarge,
} from 'nnfig/readers';
import type { Message } from '../prototxt/message.js';
import { parse } from '../prototxt/parser.js';
import { build } from './build.js';
import { readFile } from './file.js';
import { sizeInputs } from './inputs.js';
import { chooseLayers } from './phase.js';
import { Problems } from './problems.js';
import { isPrototxt } from './recognize.js';
import { wire } from './wiring.js';

/** Longest text that is read; networks of thousands of layers are below. */
const longest = 16_000_000;

/** Parses a text; nothing after a problem that leaves what follows in the dark. */
function parsed(source: Source, problems: Problems): Message | undefined {
  if (source.text.length > longest) {
    problems.error(
      'too-long',
      `the text has ${source.text.length} characters; at most ${longest} are read`,
      { start: 0, end: 0 },
      'Leave out the weights: the layers are enough.',
    );
    return undefined;
  }
  const { root, problems: found } = parse(source.text);
  for (const { message, hint, start, end } of found) {
    problems.error('prototxt-syntax', message, { start, end }, hint);
  }
  return found.some(({ fatal }) => fatal) ? undefined : root;
}

/** Says that there are no layers, and what the text likely is instead. */
function reportEmpty(root: Message, problems: Problems): undefined {
  const net = root.fields.find(({ name }) => /^(?:net|train_net|test_net)$/.test(name));
  problems.error(
    'empty-block',
    net ? 'this is a solver, which only names a network' : 'the text has no layers',
    net ? { start: net.start, end: net.value.end } : { start: 0, end: 0 },
    net
      ? `Read the file that \`${net.name}\` names.`
      : 'Write `layer { name: "conv1" type: "Convolution" … }`.',
  );
}

function read(source: Source, context: ReadContext): Network | undefined {
  const problems = new Problems(source, context.reporter);
  const root = parsed(source, problems);
  if (!root) return undefined;
  const file = readFile(root, problems);
  const layers = chooseLayers(file, context.phase);
  if (layers.length === 0 && file.layers.length > 0) {
    problems.error(
      'empty-block',
      `no layer is included ${context.phase === undefined ? 'in this phase' : `in the phase \`${context.phase}\``}`,
      file.layers[0]?.span ?? { start: 0, end: 0 },
      'Choose another one: `phase: train` or `phase: test`.',
    );
    return undefined;
  }
  if (layers.length === 0) return reportEmpty(root, problems);
  const wiring = wire(file.inputs, layers, problems);
  const shapes = sizeInputs(wiring, context, problems);
  try {
    return build(file.name, wiring, shapes, context, problems);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Reads prototxt. */
export const caffe: ModelReader = {
  name: 'caffe',
  title: 'Caffe prototxt',
  extensions: ['.prototxt'],
  style: 'netscope',
  recognizes: isPrototxt,
  read,
};
