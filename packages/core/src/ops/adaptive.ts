import * as z from 'zod';
import { dimensional, formatSize, perAxis } from './attributes.js';
import { defineOperation, type Operation, type Window, type Work } from './operation.js';
import { inputAt, product } from './shapes.js';
import { eachAxis, spatialSizes } from './spatial.js';

function commonDivisor(one: number, other: number): number {
  let [divisor, rest] = [one, other];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/**
 * Adds the extents of the windows `[⌊i·n/o⌋, ⌈(i+1)·n/o⌉)` by which PyTorch pools adaptively:
 * they cover n, and overlap by one at each of the o − 1 bounds that is no whole number,
 * which makes `n + o − gcd(n, o)`.
 *
 * @param input Size n of the input on one axis.
 * @param output Size o of the output.
 * @returns The sum over all windows.
 */
export function adaptiveTaps(input: number, output: number): number {
  return input + output - commonDivisor(input, output);
}

/** The widest of these windows. With `n/o` in lowest terms as `a/b` it is `⌈(a + b − 1) / b⌉`. */
function adaptiveWindow(input: number, output: number): Window {
  const divisor = commonDivisor(input, output);
  const [a, b] = [input / divisor, output / divisor];
  return { kernel: Math.ceil((a + b - 1) / b), stride: input / output, dilation: 1, padding: 0 };
}

function adaptive(
  entry: Pick<Operation, 'name' | 'aliases' | 'title' | 'summary'> & {
    short: string;
    /** What all windows take together. */
    work: (taps: number, outputs: number) => Work;
  },
): Operation {
  const { name } = entry;
  return defineOperation({
    name,
    aliases: entry.aliases ?? [],
    category: 'pooling',
    title: entry.title,
    summary: entry.summary,
    attributes: z.strictObject({
      out: perAxis(
        'out',
        1,
        `\`${name}\` needs the size of its output: write \`${name} 6x6\`, or \`out: 6\``,
      ).describe('Size of the output, one for all axes or one for each.'),
    }),
    positional: ['out'],
    size: 'out',
    outputs({ attributes, inputs }) {
      const shape = inputAt(inputs);
      const axes = spatialSizes(shape, name).length;
      return [[...shape.slice(0, 2), ...eachAxis(attributes.out, axes, 'out')]];
    },
    work({ inputs, outputs }) {
      const [input, output] = [inputAt(inputs), inputAt(outputs)];
      const taps = output.map((size, axis) =>
        axis < 2 ? size : adaptiveTaps(input[axis] ?? 1, size),
      );
      return entry.work(product(taps), product(output));
    },
    windows({ inputs, outputs }) {
      const sizes = inputAt(outputs).slice(2);
      if (sizes.every((size) => size === 1)) return 'global';
      return inputAt(inputs)
        .slice(2)
        .map((size, axis) => adaptiveWindow(size, sizes[axis] ?? 1));
    },
    featureMap: () => true,
    label: ({ out }) => `${entry.short} ${formatSize(out)}`,
  });
}

/** Average pooling to a given size. */
export const adaptiveavgpool = adaptive({
  name: 'adaptiveavgpool',
  aliases: [
    'adaptiveaveragepool',
    ...dimensional('adaptiveavgpool', 'adaptiveaveragepool', 'adaptiveaveragepooling'),
  ],
  title: 'Adaptive average pooling',
  summary: 'Takes the means of as many windows as the output has positions.',
  short: 'AvgPool to',
  work: (taps, outputs) => ({ additions: taps - outputs, divisions: outputs }),
});

/** Max pooling to a given size. */
export const adaptivemaxpool = adaptive({
  name: 'adaptivemaxpool',
  aliases: dimensional('adaptivemaxpool', 'adaptivemaxpooling'),
  title: 'Adaptive max pooling',
  summary: 'Takes the largest values of as many windows as the output has positions.',
  short: 'MaxPool to',
  work: (taps, outputs) => ({ comparisons: taps - outputs }),
});
