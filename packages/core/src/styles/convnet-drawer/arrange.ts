/** From a network to where everything stands. */
import type { Network } from '../../network/network.js';
import type { DrawContext, DrawOverride } from '../style.js';
import { type Layout, layout } from './layout.js';
import { type Looks, looksOf } from './looks.js';
import { type FeatureMap, findMaps, type Maps } from './maps.js';
import type { Options } from './options.js';
import type { Piece } from './places.js';
import { scalesOf } from './sizes.js';
import { textBlock } from './text-blocks.js';
import { type Texts, textsOf } from './texts.js';

/** A figure, ready to be drawn. */
export interface Figure {
  readonly maps: readonly FeatureMap[];
  /** What `draw:` says of each map. */
  readonly overrides: readonly DrawOverride[];
  readonly looks: Looks;
  readonly layout: Layout;
}

/** From line to line, in font sizes: as convnet-drawer has it, and so that lines do not touch. */
const pitch = { classic: 1, clear: 1.15 } as const;

/**
 * Lays a network out.
 *
 * @param network The network.
 * @param options The style's options.
 * @param context Labels, overrides and palette.
 * @returns The figure, or a sentence that says why it cannot be shown.
 */
export function arrange(network: Network, options: Options, context: DrawContext): Figure | string {
  const found = findMaps(network, options.fold);
  if (typeof found === 'string') return found;
  const { maps, skips } = found;
  const overrides = maps.map(({ id }) => context.override(id));
  const looks = looksOf(options, context);
  const texts = textsOf(found, overrides, options, context);
  const pieces = piecesOf(found, texts, looks, options);
  return { maps, overrides, looks, layout: layout(pieces, skips, options) };
}

function piecesOf({ maps, ties, skips }: Maps, texts: Texts, looks: Looks, options: Options) {
  const { sizes, kernel } = scalesOf(
    maps.map(({ extent }) => extent),
    options,
  );
  const look = { size: options.textSize, pitch: pitch[options.layout] };
  const sources = new Set(skips.map(({ from }) => from));
  const sinks = new Set(skips.map(({ to }) => to));
  return maps.map(({ extent }, index): Piece => {
    const size = sizes[index] as Piece['size'];
    const tie = ties[index];
    const label = textBlock(texts.maps[index] ?? [], 'last', { ...look, fill: looks.mapText });
    const ends = { in: sinks.has(index), out: sources.has(index) };
    if (!tie) return { size, label, skips: ends };
    const read = options.kernels ? tie.kernel : undefined;
    return {
      size,
      label,
      skips: ends,
      next: {
        kind: tie.kind === 'kernel' && !read ? 'arrow' : tie.kind,
        ...(read && { kernel: kernel(read, size, extent) }),
      },
      caption: textBlock(texts.ties[index] ?? [], 'first', { ...look, fill: looks.layerText }),
    };
  });
}
