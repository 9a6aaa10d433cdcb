import * as z from 'zod';
import {
  dimensional,
  flag,
  formatSize,
  type Padding,
  type PerAxis,
  padding,
  perAxis,
  wording,
} from './attributes.js';
import {
  defineOperation,
  type Operation,
  type OperationCall,
  OperationError,
  type Work,
} from './operation.js';
import { inputAt, product, sizeAt } from './shapes.js';
import { ceilSizes, floorSize, remembered, type Sliding, slide, toWindows } from './spatial.js';
import { repeatWork } from './work.js';

/** The largest of a window. */
const maximumWork = (taps: number): Work => ({ comparisons: taps - 1 });

/** The mean of a window. */
const meanWork = (taps: number): Work => ({ additions: taps - 1, divisions: 1 });

interface PoolingAttributes {
  readonly kernel: PerAxis;
  readonly stride?: PerAxis | undefined;
  readonly padding: Padding;
  readonly dilation: PerAxis;
}

function slideOver(
  { attributes, inputs, context }: OperationCall<PoolingAttributes>,
  name: string,
): readonly Sliding[] {
  const { kernel, stride = kernel, padding, dilation } = attributes;
  const windows = slide(
    inputAt(inputs),
    { kernel, stride, padding, dilation },
    context.profile,
    name,
  );
  const outside = windows.find(({ extent, before, after }) => Math.max(before, after) >= extent);
  if (outside && typeof padding !== 'string') {
    throw new OperationError(
      `\`padding\` \`${Math.max(outside.before, outside.after)}\` must be smaller than the kernel, whose ${outside.name} is \`${outside.extent}\``,
      'Write less padding: a window that lies in it has nothing to pool.',
      'padding',
    );
  }
  return windows;
}

/** Both poolings have one rule; the stride is the kernel unless given, and Caffe rounds up. */
function pooling(
  entry: Pick<Operation, 'name' | 'aliases' | 'title' | 'summary'> & {
    short: string;
    /** What one window takes. */
    work: (taps: number) => Work;
  },
): Operation {
  const { name, short } = entry;
  const slidings = remembered((call: OperationCall<PoolingAttributes>) => slideOver(call, name));
  return defineOperation({
    name,
    aliases: entry.aliases ?? [],
    category: 'pooling',
    title: entry.title,
    summary: entry.summary,
    attributes: z.strictObject({
      kernel: perAxis(
        'kernel',
        1,
        `\`${name}\` needs the size of its window: write \`${name} 2\`, or \`kernel: 2\``,
      ).describe('Size of the window, one for all axes or one for each.'),
      stride: perAxis('stride').optional().describe('Step of the window; its size unless given.'),
      padding: padding(['same', 'valid'])
        .default(0)
        .describe('Positions around the input, or the rule that decides them.'),
      dilation: perAxis('dilation').default(1).describe('Distance between taps of the window.'),
      ceil: z
        .boolean(wording('ceil', '`true` or `false`'))
        .optional()
        .describe('Whether a window may hang over the end; only in Caffe unless given.'),
      ...(name === 'maxpool' && {
        places: flag('places', false).describe(
          'Whether the places of the largest values are a second output, for `unpool`.',
        ),
      }),
    }),
    positional: ['kernel'],
    size: 'kernel',
    composable: true,
    outputs(call) {
      const { attributes, context } = call;
      const windows = slidings(call);
      const up =
        typeof attributes.padding !== 'string' && (attributes.ceil ?? context.profile === 'caffe');
      const sizes = up ? ceilSizes(windows, context.profile) : windows.map(floorSize);
      const shape = [...inputAt(call.inputs).slice(0, 2), ...sizes];
      return (attributes as { places?: boolean }).places === true ? [shape, shape] : [shape];
    },
    work(call) {
      const taps = product(slidings(call).map(({ kernel }) => kernel));
      return repeatWork(product(inputAt(call.outputs)), entry.work(taps));
    },
    windows: (call) => toWindows(slidings(call)),
    featureMap: () => true,
    label: ({ kernel }) => `${short} ${formatSize(kernel)}`,
  });
}

/** Maximum of each window. */
export const maxpool = pooling({
  name: 'maxpool',
  aliases: ['maxpooling', ...dimensional('maxpool', 'maxpooling')],
  title: 'Max pooling',
  summary: 'Takes the largest value of each window.',
  short: 'MaxPool',
  work: maximumWork,
});

/** Mean of each window. */
export const avgpool = pooling({
  name: 'avgpool',
  aliases: [
    'avgpooling',
    'averagepool',
    'averagepooling',
    ...dimensional('avgpool', 'averagepool', 'averagepooling'),
  ],
  title: 'Average pooling',
  summary: 'Takes the mean of each window.',
  short: 'AvgPool',
  work: meanWork,
});

/** A value of each window by chance (Zeiler and Fergus, 2013), and in inference the mean by chances. */
export const stochasticpool = pooling({
  name: 'stochasticpool',
  aliases: ['stochasticpooling'],
  title: 'Stochastic pooling',
  summary: 'Takes a value of each window by chance; larger ones are likelier.',
  short: 'StochasticPool',
  // Σx² / Σx.
  work: (taps) => ({ additions: 2 * (taps - 1), multiplications: taps, divisions: 1 }),
});

interface GlobalAttributes {
  readonly keep: boolean;
}

function globalPooling(
  entry: Pick<Operation, 'name' | 'aliases' | 'title' | 'summary'> & {
    short: string;
    /** What one window takes. */
    work: (taps: number) => Work;
  },
): Operation {
  return defineOperation({
    name: entry.name,
    aliases: entry.aliases ?? [],
    category: 'pooling',
    title: entry.title,
    summary: entry.summary,
    attributes: z.strictObject({
      keep: flag('keep', false).describe('Whether the pooled axes stay, with size 1.'),
    }),
    outputs({ attributes, inputs, context }: OperationCall<GlobalAttributes>) {
      const shape = inputAt(inputs);
      if (shape.length < 3) {
        throw new OperationError(
          `\`${entry.name}\` needs an axis to pool over, but gets \`${sizeAt(shape, -1)}\` features`,
          'Leave it out.',
        );
      }
      const ones = new Array<number>(shape.length - 2).fill(1);
      const [batch, features] = [sizeAt(shape, 0), sizeAt(shape, context.featureMap ? 1 : -1)];
      if (!attributes.keep) return [[batch, features]];
      return [context.featureMap ? [batch, features, ...ones] : [batch, ...ones, features]];
    },
    work({ inputs, outputs }) {
      const count = product(inputAt(outputs));
      return repeatWork(count, entry.work(product(inputAt(inputs)) / count));
    },
    windows: () => 'global',
    featureMap: ({ attributes, context }) => attributes.keep && context.featureMap,
    label: () => entry.short,
  });
}

/** Mean over all positions: of each channel of a feature map, of each feature of a sequence. */
export const gap = globalPooling({
  name: 'gap',
  aliases: [
    'globalavgpool',
    'globalaveragepool',
    'globalaveragepooling',
    ...dimensional('globalavgpool', 'globalaveragepool', 'globalaveragepooling'),
  ],
  title: 'Global average pooling',
  summary: 'Takes the mean of each channel, or of each feature of a sequence.',
  short: 'GAP',
  work: meanWork,
});

/** Maximum over all positions. */
export const gmp = globalPooling({
  name: 'gmp',
  aliases: [
    'globalmaxpool',
    'globalmaxpooling',
    ...dimensional('globalmaxpool', 'globalmaxpooling'),
  ],
  title: 'Global max pooling',
  summary: 'Takes the largest value of each channel, or of each feature of a sequence.',
  short: 'GMP',
  work: maximumWork,
});
