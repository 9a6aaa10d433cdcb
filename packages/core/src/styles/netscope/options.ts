import * as z from 'zod';

/** Options of the style `netscope`. */
export const options = z.strictObject({
  direction: z.enum(['down', 'right']).default('down').describe('Which way the data flows.'),
  stack: z
    .enum(['elementwise', 'in-place', 'none'])
    .default('elementwise')
    .describe(
      'Which layers stand in the box of the layer before them: all that work on each number by itself, those alone that are written on its line or work in place, or none.',
    ),
  collapse: z
    .boolean()
    .default(true)
    .describe('Whether a repeated block is drawn once, with how often it stands there.'),
  frames: z.boolean().default(true).describe('Whether blocks and groups are framed and named.'),
  shapes: z
    .boolean()
    .default(true)
    .describe('Whether connections tell the shape of what runs along them.'),
  columns: z
    .union([z.literal('auto'), z.int().min(1).max(40)])
    .default('auto')
    .describe(
      'How many columns (rows, when the data flows to the right) a long network breaks into; `auto` breaks what is much longer than wide.',
    ),
  heat: z
    .enum(['none', 'macs', 'params', 'activations'])
    .default('none')
    .describe('Whether boxes are coloured by a cost instead of by their kind, and by which.'),
  ends: z
    .boolean()
    .default(true)
    .describe(
      'Whether boxes that nothing enters and boxes that nothing leaves have colours of their own.',
    ),
  nodeGap: z
    .number()
    .min(8)
    .max(200)
    .default(24)
    .describe('Least gap between boxes side by side in px.'),
  rankGap: z
    .number()
    .min(16)
    .max(200)
    .default(26)
    .describe('Least gap between boxes in the way of the data in px.'),
  fontSize: z.number().min(6).max(40).default(13).describe('Size of the text in boxes in px.'),
});

/** The options with their defaults filled in. */
export type NetscopeOptions = ReturnType<typeof options.parse>;
