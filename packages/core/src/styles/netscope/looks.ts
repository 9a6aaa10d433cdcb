/** Which colours boxes and their texts have. */
import type { Category } from '../../ops/operation.js';
import { contrast } from '../../scene/contrast.js';
import type { Colour } from '../../scene/scene.js';
import { colour } from '../palette.js';
import type { DrawContext, DrawOverride } from '../style.js';

/** Colours of a box. */
export interface BoxLook {
  readonly fill: Colour;
  readonly outline: Colour;
  readonly text: Colour;
}

/** What a box is, for its colour. */
export interface BoxKind {
  readonly category: Category;
  /** Operation of its first layer. */
  readonly op: string;
  /** Nothing enters it. */
  readonly isSource: boolean;
  /** Nothing leaves it. */
  readonly isSink: boolean;
}

/**
 * Netscope's colours (assets/css of both tools): those of kinds that it does not tell apart are
 * its usual one. In the dark they are as they are, since they are strong enough for it.
 */
const classic = {
  usual: '#ffb84d',
  convolution: '#ca5237',
  dense: '#bd0026',
  source: '#37a058',
  sink: '#7f6a9b',
  batchnorm: '#84ac7e',
  lrn: '#bd0026',
} as const;

/** Text and connections of Netscope; in the dark its brown would not be seen. */
const brown = colour('netscope-ink', '#563621', '#ffffff');
/** Connections of Netscope. */
export const classicEdge = colour('netscope-edge', '#554037', '#c9b3a6');

const ends = {
  source: {
    fill: colour('source', '#bfe5c9', '#1c5833'),
    outline: colour('source-line', '#1d6b39', '#84d3a0'),
  },
  sink: {
    fill: colour('sink', '#dccff0', '#4b3b72'),
    outline: colour('sink-line', '#5a3f92', '#c0a9ee'),
  },
} as const;

/**
 * Chooses the colours of a box.
 *
 * @param kind What it is; a sink is shown as one, whatever else it is.
 * @param override What `draw:` says of it.
 * @param showEnds Whether sources and sinks have colours of their own.
 * @param context Palette.
 * @returns Its colours.
 */
export function lookOf(
  kind: BoxKind,
  { color }: DrawOverride,
  showEnds: boolean,
  { palette, paletteName }: Pick<DrawContext, 'palette' | 'paletteName'>,
): BoxLook {
  const end = showEnds ? endOf(kind) : undefined;
  if (color !== undefined) return readableOn(colour(undefined, color, color), palette.muted);
  if (paletteName === 'classic') return classicLook(kind, end);
  if (end) return { ...ends[end], text: palette.ink };
  return {
    fill: palette.category[kind.category],
    outline: palette.outline[kind.category],
    text: palette.ink,
  };
}

function endOf({ isSource, isSink }: BoxKind): 'source' | 'sink' | undefined {
  if (isSink) return 'sink';
  return isSource ? 'source' : undefined;
}

function classicLook({ op, category }: BoxKind, end: 'source' | 'sink' | undefined): BoxLook {
  const name =
    end ??
    (op === 'batchnorm' || op === 'lrn'
      ? op
      : category === 'convolution' || category === 'dense'
        ? category
        : 'usual');
  const fill = colour(`netscope-${name}`, classic[name], classic[name]);
  const { text } = readableOn(fill, brown);
  return { fill, outline: fill, text: name === 'usual' ? brownOnUsual : text };
}

/** Netscope's brown on its yellow, in both themes. */
const brownOnUsual = colour('netscope-text', '#563621', '#563621');

/**
 * A colour with the text that is read best on it: of black and white, one has a contrast of 4.58
 * at least to any colour.
 *
 * @param fill The colour.
 * @param outline Colour of the outline.
 * @returns Colours of a box.
 */
export function readableOn(fill: Colour, outline: Colour): BoxLook {
  const best = (background: string) =>
    contrast(background, '#ffffff') >= contrast(background, '#000000') ? '#ffffff' : '#000000';
  return { fill, outline, text: colour(undefined, best(fill.light), best(fill.dark)) };
}
