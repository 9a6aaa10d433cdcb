/** Keeps figures to what a page can show. */
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import type { Options } from './options.js';

/** More edges than a browser draws without a pause. */
const mostEdges = 50_000;

/** More circles in a layer than a page has room for. */
const tallestLayer = 1000;

/** Values of `maxNodes` to try in turn when a figure is too large. */
const shortenedTo = [16, 8, 4];

/**
 * The options as they are, or with shorter layers where a page could not show as many edges.
 *
 * @param columns The layers.
 * @param given The options.
 * @param context Where to say so.
 * @returns Options of a figure that can be shown.
 */
export function limited(
  columns: readonly NetworkColumn[],
  given: Options,
  context: DrawContext,
): Options {
  const shown = ({ elide, maxNodes }: Options) =>
    columns.map(({ shape }) =>
      Math.min(shape[1] ?? 0, elide ? maxNodes : Number.POSITIVE_INFINITY),
    );
  const edges = (options: Options) =>
    shown(options).reduce((sum, count, index, all) => sum + count * (all[index + 1] ?? 0), 0);
  const fits = (options: Options) =>
    edges(options) <= mostEdges && Math.max(0, ...shown(options)) <= tallestLayer;
  if (fits(given)) return given;

  const shorter = shortenedTo.map((maxNodes): Options => ({ ...given, elide: true, maxNodes }));
  const chosen = shorter.find(fits) ?? (shorter.at(-1) as Options);
  context.report({
    rule: 'too-large',
    severity: 'warning',
    message: `this figure would have ${edges(given)} edges, more than a page can show`,
    hint: `Its long layers are shortened as by \`maxNodes: ${chosen.maxNodes}\`; give \`maxNodes\` yourself to choose.`,
  });
  return chosen;
}
