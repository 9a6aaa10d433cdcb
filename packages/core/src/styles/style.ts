/**
 * What a style is. Each folder beside this file is one style: its options with
 * defaults, its layout (numbers only), its drawing (numbers → scene).
 */
import type * as z from 'zod';
import type { Analysis } from '../analysis/analysis.js';
import type { Place, Problem } from '../diagnostics.js';
import type { Network } from '../network/network.js';
import type { Category } from '../ops/operation.js';
import type { LegendPlace } from '../scene/legend.js';
import type { Colour, Scene } from '../scene/scene.js';

/** The colours that a style paints with. */
export interface Palette {
  /** Text and outlines. */
  readonly ink: Colour;
  /** Text that matters less. */
  readonly muted: Colour;
  /** What the figure stands on. */
  readonly surface: Colour;
  /** Connections. */
  readonly edge: Colour;
  /** Fill of a layer, by what it does. */
  readonly category: Readonly<Record<Category, Colour>>;
  /** Outline of a layer, by what it does. */
  readonly outline: Readonly<Record<Category, Colour>>;
}

/** What a description says of the look of some layers (`draw:`). */
export interface DrawOverride {
  /** `#rrggbb`; both themes use it. */
  readonly color?: string;
  /** Text beside the layer, instead of the template's. */
  readonly label?: string;
  /** Second line of text. */
  readonly caption?: string;
  /** Lengths in units of the style, for styles of blocks. */
  readonly size?: {
    readonly width?: number | undefined;
    readonly height?: number | undefined;
    readonly depth?: number | undefined;
  };
  readonly opacity?: number;
  readonly place?: Place;
}

/** What a style is given to draw with. */
export interface DrawContext {
  readonly analysis: Analysis;
  readonly palette: Palette;
  /** Which palette it is, for styles with a look of their own: `nnfig` or `classic`. */
  readonly paletteName: 'nnfig' | 'classic';
  /** Templates by slot, as the description gives them; a style has defaults for the rest. */
  readonly labels: Readonly<Record<string, string>>;
  /** What `draw:` says of a layer: by its id, its name, or its operation. */
  override(layer: string): DrawOverride;
  /** Where to add a legend of what is in the figure, or `false`; `withLegend` does it. */
  readonly legend: LegendPlace | false;
  report(problem: Problem): void;
  /**
   * Reports a problem of an option, where the option is said.
   *
   * @param path Key of the option, and of what is wrong in it.
   * @param problem What is wrong.
   */
  reportOption(path: readonly PropertyKey[], problem: Problem): void;
  /**
   * Reports a problem of a figure setting, where the setting is said.
   *
   * @param key The setting.
   * @param problem What is wrong.
   */
  reportSetting(key: string, problem: Problem): void;
  /**
   * Reports a problem of a label where its template is given.
   *
   * @param slot Slot of the label.
   * @param problem What is wrong.
   */
  reportLabel(slot: string, problem: Problem): void;
  /** Reads a file that an option names; not given where there are no files. */
  readonly read?: ReadFile;
}

/**
 * Reads a file for a style; core itself knows no files.
 *
 * @param path Path as the description has it.
 * @param encoding How its bytes become a string: as text unless given, or in base64, for images.
 * @returns The text, or the base64.
 * @throws {Error} If it cannot be read; the message says why, as part of a sentence.
 */
export type ReadFile = (path: string, encoding?: 'utf8' | 'base64') => string;

/** One style. */
export interface Style<Schema extends z.ZodObject = z.ZodObject> {
  /** Name as written in `style:`; its folder, docs page and fixtures have it too. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the reference. */
  readonly summary: string;
  /** Its options with defaults and descriptions; unknown ones are errors. */
  readonly options: Schema;
  /** What it takes from `draw:` besides colours and texts. */
  readonly drawKeys?: readonly ('size' | 'opacity')[];
  /** Slots that `labels:` can fill, each with what it labels. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Whether it can show a network.
   *
   * @returns Nothing when it can, else one sentence that says what it cannot show.
   */
  refuses(network: Network): string | undefined;
  draw(network: Network, options: z.output<Schema>, context: DrawContext): Scene;
}

/**
 * Checks a style's types and forgets them, so that all styles fit in one list.
 *
 * @param style The style.
 * @returns The same style.
 */
export function defineStyle<Schema extends z.ZodObject>(style: Style<Schema>): Style {
  return style as unknown as Style;
}
