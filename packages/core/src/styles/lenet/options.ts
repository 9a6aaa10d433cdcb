import * as z from 'zod';

/** Options of the style `lenet`. */
export const options = z.strictObject({
  scale: z
    .enum(['auto', 'linear', 'sqrt', 'log'])
    .default('auto')
    .describe(
      'How the side of a map follows its size; `auto` is `linear` until the largest is more than ten times the smallest, then `sqrt`.',
    ),
  mapSize: z
    .number()
    .min(16)
    .max(600)
    .default(128)
    .describe(
      'Side of the largest map in px, in rows of up to eight stacks; longer rows are drawn smaller.',
    ),
  minSize: z.number().min(2).max(100).default(12).describe('Least side of a map in px.'),
  mapGap: z.number().min(0).max(60).default(8).describe('Shift from one map to the next in px.'),
  maxMaps: z
    .int()
    .min(1)
    .max(200)
    .default(24)
    .describe(
      'Most maps drawn of one stack; dots stand for the rest. Where there are dots at most 12 are drawn, and 8 in networks of more than 12 stacks.',
    ),
  spacing: z.number().min(0).max(200).default(32).describe('Least gap between stacks in px.'),
  vectorSpacing: z
    .number()
    .min(-60)
    .max(200)
    .default(-4)
    .describe('Gap before and after a vector in px; bars lean, so it may be negative.'),
  vectorLength: z
    .enum(['linear', 'sqrt'])
    .default('linear')
    .describe('How the length of a bar follows the length of its vector.'),
  minVector: z.number().min(2).max(400).default(14).describe('Least length of a bar in px.'),
  maxVector: z.number().min(16).max(800).default(256).describe('Greatest length of a bar in px.'),
  opacity: z.number().min(0.1).max(1).default(0.8).describe('Opacity of maps and bars.'),
  borderWidth: z.number().min(0).max(4).default(1).describe('Width of outlines in px.'),
  kernels: z.boolean().default(true).describe('Whether kernels are drawn on the maps they read.'),
  kernelX: z
    .number()
    .min(0)
    .max(1)
    .default(0.62)
    .describe('Where the kernel stands on its map, from 0 at the left to 1 at the right.'),
  kernelY: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .describe('Where the kernel stands on its map, from 0 at the top to 1 at the bottom.'),
  showLabels: z.boolean().default(true).describe('Whether sizes and operations are written.'),
  fontSize: z.number().min(6).max(40).default(14).describe('Size of the text in px.'),
  fold: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'Whether blocks stand as one stack; `auto` folds them when the network is no plain chain or is longer than one row.',
    ),
  wrap: z
    .union([z.enum(['auto', 'never']), z.int().min(2).max(100)])
    .default('auto')
    .describe(
      'Most stacks in a row; a longer network goes on in the next row where no skip passes. `auto` breaks networks of more than 14 into rows of at most 10.',
    ),
});

/** The options with their defaults filled in. */
export type LenetOptions = ReturnType<typeof options.parse>;
