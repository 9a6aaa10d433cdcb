/** How a drawing is drawn by hand. */

/** How faces are filled. */
export const sketchFills = ['solid', 'hachure', 'cross-hatch', 'zigzag', 'dashed', 'dots'] as const;

/** How a face is filled. */
export type SketchFill = (typeof sketchFills)[number];

/** The hand and its pen. */
export interface SketchOptions {
  /** How unsteady the hand is: 0 is a ruler, 1 a usual hand. */
  readonly roughness: number;
  /** How much lines are bent. */
  readonly bowing: number;
  /** Another one gives another drawing of the same. */
  readonly seed: number;
  readonly fill: SketchFill;
  /** Between two lines of a filling, in px; more where there would be too many of them. */
  readonly hachureGap: number;
  /** Of the lines of a filling, in degrees. */
  readonly hachureAngle: number;
  /** Factor by which lines are wider. */
  readonly strokeWidth: number;
  /** Whether lines are drawn twice, where there are not too many of them. */
  readonly double: boolean;
}

/** What holds unless something else is said. */
export const sketchDefaults: SketchOptions = {
  roughness: 1,
  bowing: 1,
  seed: 1,
  fill: 'solid',
  hachureGap: 5,
  hachureAngle: -41,
  strokeWidth: 1,
  double: true,
};
