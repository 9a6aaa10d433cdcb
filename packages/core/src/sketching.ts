/** The setting `sketch`: whether a figure is drawn by hand, and how. */
import * as z from 'zod';
import {
  type SketchFill,
  type SketchOptions,
  sketchDefaults,
  sketchFills,
} from './scene/sketch/options.js';

const { roughness, bowing, seed, fill, hachureGap, hachureAngle, strokeWidth, double } =
  sketchDefaults;

/** Schema of the hand and its pen. */
export const sketchSchema = z.strictObject({
  roughness: z
    .number()
    .min(0)
    .max(3)
    .default(roughness)
    .describe('How unsteady the hand is: 0 is a ruler, 1 a usual hand'),
  bowing: z.number().min(0).max(3).default(bowing).describe('How much lines are bent'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(seed)
    .describe('Another one gives another drawing of the same figure'),
  fill: z.enum(sketchFills).default(fill).describe('How faces are filled'),
  hachureGap: z
    .number()
    .min(3)
    .max(40)
    .default(hachureGap)
    .describe('Distance of the lines or dots of a filling, in px'),
  hachureAngle: z
    .number()
    .min(-180)
    .max(180)
    .default(hachureAngle)
    .describe('Angle of the lines of a filling, in degrees'),
  strokeWidth: z
    .number()
    .min(0.25)
    .max(4)
    .default(strokeWidth)
    .describe('Factor by which lines are wider: the pen'),
  double: z
    .boolean()
    .default(double)
    .describe('Whether lines are drawn twice, where there are not too many of them'),
});

/** What the setting may be: a switch, how faces are filled, or all of the hand and its pen. */
export const sketchSetting = z.union([
  z.boolean(),
  z.enum(sketchFills),
  // What it does not say has its default, so that defaults stand in the reference only once.
  sketchSchema.partial(),
]);

/** What the setting may be. */
export type SketchSetting =
  | boolean
  | SketchFill
  | { readonly [Key in keyof SketchOptions]?: SketchOptions[Key] | undefined };

/**
 * The hand and its pen that a setting asks for.
 *
 * @param setting The setting.
 * @returns All options; nothing when the figure is not to be drawn by hand.
 */
export function sketchOptions(setting: SketchSetting | undefined): SketchOptions | undefined {
  if (setting === undefined || setting === false) return undefined;
  if (setting === true) return sketchDefaults;
  return sketchSchema.parse(typeof setting === 'string' ? { fill: setting } : setting);
}
