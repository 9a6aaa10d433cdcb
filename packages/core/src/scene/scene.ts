/**
 * The display list between styles and writers. A style draws into it; SVG, hast
 * and every later format are written from it. It knows nothing of networks.
 * Lengths are px at the figure's own size, x to the right, y down.
 */

/** A colour in both themes. The variable lets a page change it (`--nnfig-…`). */
export interface Colour {
  /** Name of the CSS custom property, without `--nnfig-`. */
  readonly variable?: string;
  /** `#rrggbb` in light mode. */
  readonly light: string;
  /** `#rrggbb` in dark mode. */
  readonly dark: string;
}

/** How a shape is painted; what is not given is not painted. */
export interface Paint {
  readonly fill?: Colour;
  readonly fillOpacity?: number;
  readonly stroke?: Colour;
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round' | 'square';
  readonly join?: 'miter' | 'round' | 'bevel';
}

/** One command of a path, absolute coordinates. */
export type PathCommand =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface PathNode {
  readonly kind: 'path';
  readonly commands: readonly PathCommand[];
  readonly paint: Paint;
}

export interface CircleNode {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly paint: Paint;
}

/** A formula as outlines. Lengths are in font sizes of the text around it, from its baseline. */
export interface MathOutline {
  /** Its TeX, without dollars. */
  readonly tex: string;
  readonly width: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline. */
  readonly descent: number;
  /** What is filled, by the nonzero rule; x to the right from its left end, y down from its baseline. */
  readonly commands: readonly PathCommand[];
}

/** A stretch of a line of text: an exponent, an index, a formula, or what stands around them. */
export interface TextRun {
  /** What it says; of a formula, its TeX with the dollars. */
  readonly text: string;
  /** The formula that is drawn in place of the text, upright and in normal weight. */
  readonly math?: MathOutline;
  /** Raised or lowered, and smaller. */
  readonly script?: 'super' | 'sub';
  readonly italic?: boolean;
}

/** One line of text; `y` is the baseline. */
export interface TextNode {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  /** What it says in plain characters, such as `ℝ¹²`; formulas as TeX in dollars. */
  readonly text: string;
  /** The same in pieces, when some are raised, lowered, slanted or formulas; these are what is drawn. */
  readonly runs?: readonly TextRun[];
  /** Font size. */
  readonly size: number;
  readonly weight?: 'normal' | 'bold';
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Degrees clockwise about (x, y). */
  readonly rotate?: number;
  readonly fill: Colour;
}

/** A raster image given as a data URL. */
export interface ImageNode {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
  readonly opacity?: number;
  /** Where (x, y) goes: (a·x + c·y + e, b·x + d·y + f) for `[a, b, c, d, e, f]`, as in SVG. */
  readonly matrix?: readonly [number, number, number, number, number, number];
}

/** Nodes that belong together. */
export interface GroupNode {
  readonly kind: 'group';
  readonly children: readonly SceneNode[];
  /** What it is: `edges`, `layer`, `labels`, `legend`, … */
  readonly role?: string;
  /** Id of the layer that it shows. */
  readonly layer?: string;
  /** For a connection: id of the layer that it leaves. */
  readonly from?: string;
  /** For a connection: id of the layer that it enters. */
  readonly to?: string;
  /** Tooltip and name for assistive technology: operation, output shape, parameters; lines are kept. */
  readonly title?: string;
}

export type SceneNode = PathNode | CircleNode | TextNode | ImageNode | GroupNode;

/** A finished drawing, in paint order. */
export interface Scene {
  readonly children: readonly SceneNode[];
}
