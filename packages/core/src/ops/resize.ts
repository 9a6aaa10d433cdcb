import * as z from 'zod';
import { adaptiveTaps } from './adaptive.js';
import { choice, dimensional, formatSize, type PerAxis, perAxis, wording } from './attributes.js';
import {
  defineOperation,
  type Operation,
  type OperationCall,
  OperationError,
  type Shape,
  type Work,
} from './operation.js';
import { inputAt, product } from './shapes.js';
import { eachAxis, spatialSizes } from './spatial.js';

interface ResizeAttributes {
  readonly scale?: PerAxis | undefined;
  readonly size?: PerAxis | undefined;
}

function resized({ attributes, inputs }: OperationCall<ResizeAttributes>, name: string) {
  const sizes = spatialSizes(inputAt(inputs), name);
  const { scale, size } = attributes;
  if ((scale === undefined) === (size === undefined)) {
    throw new OperationError(
      `\`${name}\` needs either a scale or a size`,
      'Write `upsample 2` for twice the size, or `resize 64x64` for a given one.',
      'scale',
    );
  }
  if (size !== undefined) return eachAxis(size, sizes.length, 'size');
  const scales = eachAxis(scale ?? 1, sizes.length, 'scale');
  return sizes.map((old, axis) => Math.floor(old * (scales[axis] ?? 1)));
}

/** Inputs that one output mixes on an axis. */
const taps = { nearest: 1, bilinear: 2, trilinear: 2, bicubic: 4, area: 1 } as const;

/**
 * What finding the values takes: nothing where they are copied, a mean of each window for
 * `area`, else a sum of so many inputs with known weights.
 */
function resizeWork(mode: keyof typeof taps, input: Shape, output: Shape): Work {
  const count = product(output);
  if (mode === 'nearest') return {};
  if (mode === 'area') {
    const windows = output.map((size, axis) =>
      axis < 2 ? size : adaptiveTaps(input[axis] ?? 1, size),
    );
    return { additions: product(windows) - count, divisions: count };
  }
  const mixed = taps[mode] ** (output.length - 2);
  return { additions: count * (mixed - 1), multiplications: count * mixed };
}

const scaleWords = wording('scale', 'a number above 0, or one for each spatial axis');
const positive = z.number(scaleWords).positive(scaleWords);

/** Both have one rule, `⌊n·scale⌋`; they differ in what a bare number says. */
function resizing(
  name: string,
  title: string,
  summary: string,
  bare: 'scale' | 'size',
  aliases: readonly string[],
): Operation {
  return defineOperation({
    name,
    aliases,
    category: 'resample',
    title,
    summary,
    attributes: z.strictObject({
      scale: z
        .union([positive, z.array(positive).min(1, scaleWords)], scaleWords)
        .optional()
        .describe('How many times larger the output is.'),
      size: perAxis('size').optional().describe('Size of the output.'),
      mode: choice('mode', ['nearest', 'bilinear', 'trilinear', 'bicubic', 'area'])
        .default('nearest')
        .describe('How values between positions are found.'),
    }),
    positional: [bare],
    size: bare,
    outputs: (call) => [[...inputAt(call.inputs).slice(0, 2), ...resized(call, name)]],
    work: ({ attributes: { mode }, inputs, outputs }) =>
      resizeWork(mode, inputAt(inputs), inputAt(outputs)),
    windows(call) {
      const sizes = resized(call, name);
      return inputAt(call.inputs)
        .slice(2)
        .map((old, axis) => ({
          kernel: taps[call.attributes.mode],
          stride: old / (sizes[axis] ?? 1),
          dilation: 1,
          padding: 0,
        }));
    },
    featureMap: () => true,
    label: ({ scale, size }) =>
      scale !== undefined ? `${title} ×${formatSize(scale)}` : `${title} ${formatSize(size ?? 1)}`,
  });
}

/** Enlarges by a factor. */
export const upsample = resizing(
  'upsample',
  'Upsample',
  'Enlarges the spatial axes by a factor.',
  'scale',
  [
    ...dimensional('upsampling', 'upsample'),
    'upsampling',
    'upsamplingnearest2d',
    'upsamplingbilinear2d',
  ],
);

/** Brings the spatial axes to a size. */
export const resize = resizing('resize', 'Resize', 'Brings the spatial axes to a size.', 'size', [
  'interpolate',
  'resizing',
]);
