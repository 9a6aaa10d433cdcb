/** The colours of PlotNeuralNet: those that its examples define, and their opacities. */
import type { Colour } from '../../scene/scene.js';
import type { Part, PartKind } from '../blocks/model.js';
import { mix } from '../shade.js';
import type { DrawContext } from '../style.js';
import type { Options } from './options.js';

/** How the faces of a part are painted. */
export interface PartLook {
  readonly fill: Colour;
  readonly opacity: number;
  /** The band at its right, when an activation follows. */
  readonly band?: { readonly fill: Colour; readonly opacity: number };
}

/** A colour that both themes show alike: the opacity lets what is under it through. */
const own = (variable: string, hex: string): Colour => ({
  variable: `pnn-${variable}`,
  light: hex,
  dark: hex,
});

interface KindLook {
  readonly fill: Colour;
  readonly opacity: number;
  readonly band?: Colour;
}

const bandOpacity = 0.6;

/** Colours of `ConvColor`, `PoolColor` and the others, mixed as xcolor mixes them. */
const looks: Readonly<Record<Exclude<PartKind, 'other'>, KindLook>> = {
  convolution: {
    fill: own('conv', '#ffcc66'),
    opacity: 0.4,
    band: own('conv-relu', '#ffaa55'),
  },
  pooling: { fill: own('pool', '#c40000'), opacity: 0.5 },
  unpooling: { fill: own('unpool', '#004d9b'), opacity: 0.6 },
  deconvolution: {
    fill: own('deconv', '#6699cc'),
    opacity: 0.4,
    band: own('deconv-relu', '#4d80bf'),
  },
  dense: { fill: own('fc', '#9966cc'), opacity: 0.4, band: own('fc-relu', '#a449a4') },
  softmax: { fill: own('softmax', '#6a006a'), opacity: 0.5 },
  copy: { fill: own('copy', '#404040'), opacity: 0.2, band: own('copy-band', '#555555') },
  input: { fill: own('input', '#aaaaaa'), opacity: 0.4 },
};

/** Colours of connections: data, and what skips. */
export const lineColours = {
  flow: { variable: 'pnn-edge', light: '#155555', dark: '#7fc4c4' },
  skip: { variable: 'pnn-skip', light: '#1c1c71', dark: '#a3a3f0' },
} as const satisfies Record<string, Colour>;

/** Colours of balls, by sign; they are shaded, so that no variable stands for them. */
export const ballColours = {
  sum: { light: '#00bf40', dark: '#00bf40' },
  concat: { light: '#9966cc', dark: '#9966cc' },
} as const satisfies Record<string, Colour>;

/** How opaque the balls are over what they stand on. */
export const ballOpacity = { sum: 0.6, concat: 0.4 } as const;

/**
 * The look of a part.
 *
 * @param part The part.
 * @param override What `draw:` says of it.
 * @param options The style's options.
 * @param context The palette, for kinds that PlotNeuralNet does not have.
 * @returns Its colours and opacities.
 */
export function partLook(
  part: Part,
  override: { readonly color?: string; readonly opacity?: number },
  options: Pick<Options, 'bands' | 'opacity'>,
  { palette }: Pick<DrawContext, 'palette'>,
): PartLook {
  const usual: KindLook =
    part.kind === 'other'
      ? { fill: palette.outline[part.category], opacity: 0.4 }
      : looks[part.kind];
  const { color } = override;
  const fill = color === undefined ? usual.fill : { light: color, dark: color };
  const banded = options.bands && (part.banded || part.kind === 'copy');
  const band = color === undefined ? usual.band : undefined;
  const opacity = override.opacity ?? options.opacity ?? usual.opacity;
  return {
    fill,
    opacity:
      part.kind === 'softmax' && part.extent.kind === 'bar' ? Math.max(opacity, 0.8) : opacity,
    ...(banded && {
      band: { fill: band ?? mix(fill, black, 0.2, 'band'), opacity: bandOpacity },
    }),
  };
}

const black: Colour = { light: '#000000', dark: '#000000' };
