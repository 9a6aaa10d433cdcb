import { type Scene, svgText, svgTree } from 'nnfig/writers';
import { type Drawing, type Figure, type FigureOptions, figureOf } from './figure.js';
import type { Exported } from './problems.js';
import { outlineTexts } from './text/outlines.js';
import { Typesetter } from './text/typesetter.js';

/** What can be asked of an SVG. */
export interface SvgExportOptions extends FigureOptions {
  /**
   * `text` keeps texts as texts, in the fonts of whoever looks at them; `outlines` draws
   * the glyphs of the bundled fonts, the same everywhere. `text` unless given.
   */
  readonly text?: 'text' | 'outlines';
  /** Paths of fonts for characters that the bundled ones lack; of use with outlines. */
  readonly fonts?: readonly string[];
}

/**
 * Writes a figure as an SVG that stands alone: plain colours, no custom properties.
 *
 * @param drawing What `render` of core returned, or a scene.
 * @param options What is asked.
 * @returns The text of the file, and warnings.
 * @throws {ExportError} If nothing is drawn, or an option is wrong.
 */
export async function toSvg(
  drawing: Drawing,
  options: SvgExportOptions = {},
): Promise<Exported<string>> {
  const figure = figureOf(drawing, options);
  if (options.text !== 'outlines') {
    return { content: `${svgOf(figure, figure.scene)}\n`, warnings: [] };
  }
  const typesetter = await Typesetter.open(figure.scene, options.fonts);
  const scene = outlineTexts(figure.scene, typesetter);
  return { content: `${svgOf(figure, scene)}\n`, warnings: typesetter.warnings };
}

/**
 * Writes a scene in the frame of a figure.
 *
 * @param figure The figure.
 * @param scene Its scene, or one that looks the same.
 * @returns The `<svg>`.
 */
export function svgOf(figure: Figure, scene: Scene): string {
  const { title, caption, description, theme, background, width, frame } = figure;
  const tree = svgTree(scene, {
    title,
    ...(caption && { caption }),
    description,
    theme,
    width,
    frame,
    ...(background && { background: { light: background, dark: background } }),
  });
  return svgText(tree);
}
