/** What every writer starts from: a figure with all choices made. */
import type { Rendering } from 'nnfig';
import { type Bounds, frameOf, type Scene } from 'nnfig/writers';
import { ExportError } from './problems.js';

/** What can be asked of a figure in any format. */
export interface FigureOptions {
  /** Colours; those of `theme` in the description unless given, `light` if it says `auto`. */
  readonly theme?: 'light' | 'dark';
  /** Painted behind everything: `transparent`, or a colour as `#rgb` or `#rrggbb`. */
  readonly background?: string;
  /** Width in px, at 96 px an inch; that of the description, else of the drawing. */
  readonly width?: number;
}

/** What can be drawn: a rendering of core, or a scene and what it is called. */
export type Drawing = Pick<Rendering, 'scene'> &
  Partial<Pick<Rendering, 'title' | 'description' | 'settings'>>;

/** A figure with all choices made. */
export interface Figure {
  readonly scene: Scene;
  readonly title: string;
  readonly caption: string;
  readonly description: string;
  readonly theme: 'light' | 'dark';
  /** `#rrggbb`; nothing when the page shows through. */
  readonly background: string | undefined;
  /** The part of the scene that is shown, in its own px. */
  readonly frame: Bounds;
  /** Px of the figure for one px of the scene. */
  readonly zoom: number;
  /** Of the figure, in px at 96 px an inch. */
  readonly width: number;
  readonly height: number;
}

/**
 * Makes all choices of a figure.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The figure.
 * @throws {ExportError} If nothing is drawn, or an option is wrong.
 */
export function figureOf(drawing: Drawing, options: FigureOptions = {}): Figure {
  const { scene, title = '', description = '', settings } = drawing;
  if (!scene) {
    throw new ExportError(
      'no-drawing',
      'there is nothing to export: the description has an error',
      'Look at `diagnostics` of the rendering.',
    );
  }
  const frame = frameOf(scene);
  const own = frame.right - frame.left;
  const width = options.width ?? settings?.width ?? own;
  if (!(width > 0 && width <= 100_000)) {
    throw new ExportError(
      'wrong-width',
      `\`${width}\` is no width`,
      'It is a number of px from 1 to 100000.',
    );
  }
  const theme = options.theme ?? (settings?.theme === 'dark' ? 'dark' : 'light');
  if (theme !== 'light' && theme !== 'dark') {
    throw new ExportError(
      'wrong-theme',
      `there is no theme \`${theme}\``,
      'It is `light` or `dark`.',
    );
  }
  const zoom = width / own;
  return {
    scene,
    title: title || 'Neural network',
    caption: settings?.caption ?? '',
    description,
    theme,
    background: readBackground(options.background),
    frame,
    zoom,
    width,
    height: zoom * (frame.bottom - frame.top),
  };
}

function readBackground(text: string | undefined): string | undefined {
  if (text === undefined || text === 'transparent') return undefined;
  const long = /^#[\da-f]{6}$/i.test(text) ? text : undefined;
  const short = /^#[\da-f]{3}$/i.test(text) ? text.replace(/[\da-f]/gi, '$&$&') : undefined;
  const found = long ?? short ?? named[text.toLowerCase()];
  if (found !== undefined) return found.toLowerCase();
  throw new ExportError(
    'wrong-background',
    `\`${text}\` is no background`,
    'It is `transparent`, `white`, `black`, or a colour such as `#f6f8fa`.',
  );
}

const named: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };
