import * as z from 'zod';

/** Options of the style `graph`. */
export const options = z.strictObject({
  direction: z.enum(['down', 'right']).default('down').describe('Which way the data flows.'),
  collapse: z
    .boolean()
    .default(true)
    .describe('Whether a repeated block is drawn once, with how often it stands there.'),
  frames: z.boolean().default(true).describe('Whether blocks are framed and named.'),
  shapes: z.boolean().default(true).describe('Whether boxes tell the shape of their output.'),
  attached: z
    .boolean()
    .default(true)
    .describe('Whether boxes list the normalisation, activation and dropout that follow.'),
  nodeGap: z
    .number()
    .min(8)
    .max(200)
    .default(28)
    .describe('Least gap between boxes side by side in px.'),
  rankGap: z
    .number()
    .min(20)
    .max(200)
    .default(30)
    .describe('Least gap between boxes in the way of the data in px.'),
  fontSize: z
    .number()
    .min(6)
    .max(40)
    .default(13)
    .describe('Size of the first line of a box in px.'),
});

/** The options with their defaults filled in. */
export type GraphOptions = ReturnType<typeof options.parse>;
