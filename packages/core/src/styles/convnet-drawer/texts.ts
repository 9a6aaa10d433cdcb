/** What is written: the sizes of maps, and what layers do, in the words of convnet-drawer. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Layer } from '../../network/network.js';
import { measureText, wrapText } from '../../scene/text.js';
import {
  figuresById,
  type Labelled,
  type Labeller,
  type LabelValues,
  labeller,
  labelValues,
  shortLabel,
} from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { FeatureMap, Maps, Tie } from './maps.js';
import type { Options } from './options.js';

/** The slots, each with what it labels. */
export const slots = {
  map: 'Over a feature map.',
  sequence: 'Over a sequence of vectors.',
  vector: 'Over the bar of a vector.',
  layer:
    'First line under the way from a map to the next; in the words of convnet-drawer unless given.',
  stride: 'Second line there; the stride of convolutions and poolings unless given.',
  block: 'First line there, of a folded block.',
} as const;

type Slot = keyof typeof slots;

const templates: Readonly<Record<Slot, string>> = {
  map: '{depth}×{height}×{width}×{channels}',
  sequence: '{shape}',
  vector: '{units}',
  layer: '',
  stride: '',
  block: '{op} {repeat}',
};

/** What convnet-drawer calls operations. */
const words: Readonly<Record<string, string>> = {
  conv: 'conv',
  upconv: 'deconv',
  dwconv: 'depthwise conv',
  sepconv: 'separable conv',
  maxpool: 'maxpool',
  avgpool: 'avepool',
  gap: 'global avepool',
  gmp: 'global maxpool',
  adaptiveavgpool: 'adaptive avepool',
  adaptivemaxpool: 'adaptive maxpool',
  dense: 'dense',
  flatten: 'flatten',
  pad: 'zeropad',
};

/** Annotations break at the width of the lines over them, or at this many font sizes. */
const leastWidth = 7;

/** Lines of text over a map, and under the way to the next. */
export interface Texts {
  /** One a map. */
  readonly maps: readonly (readonly string[])[];
  /** One a tie. */
  readonly ties: readonly (readonly string[])[];
}

/**
 * Fills the templates of a figure.
 *
 * @param found The maps.
 * @param overrides What `draw:` says of each map.
 * @param options The style's options.
 * @param context Templates and figures.
 * @returns The texts.
 */
export function textsOf(
  { maps, ties }: Maps,
  overrides: readonly DrawOverride[],
  options: Pick<Options, 'annotations' | 'textSize'>,
  context: DrawContext,
): Texts {
  const figures = figuresById(context.analysis);
  const labels = labeller(templates, context, overrides);
  return {
    maps: maps.map((map, index) =>
      overMap(map, index === 0 ? overrides[0] : undefined, figures, labels),
    ),
    ties: ties.map((tie, index) => {
      const { labelled } = maps[index + 1] as FeatureMap;
      const override = overrides[index + 1] ?? {};
      const lines = ofLayer(labelled, override, labelValues(labelled, figures), labels, context);
      if (!options.annotations) return lines;
      const size = options.textSize;
      const room = Math.max(leastWidth * size, ...lines.map((line) => measureText(line, size)));
      const notes = annotations(tie, labelled).join(', ');
      return notes === '' ? lines : [...lines, ...wrapText(notes, room, size)];
    }),
  };
}

/** The size of a map; of the first, which no layer makes, what `draw:` says too. */
function overMap(
  { labelled }: FeatureMap,
  override: DrawOverride | undefined,
  figures: ReadonlyMap<string, LayerAnalysis>,
  labels: Labeller<Slot>,
): string[] {
  const { reading, shape } = labelled;
  const values: LabelValues = {
    ...labelValues(labelled, figures),
    ...(reading === 'map' && shape.length > 5 && { depth: shape.slice(2, -2).join('×') }),
  };
  const size = labels.override(override?.label, reading, values);
  const caption =
    override?.caption === undefined ? '' : labels.override(override.caption, reading, values);
  return [size, caption].filter((line) => line !== '');
}

/** What a layer does, and its stride. */
function ofLayer(
  { layer, block, count = 1 }: Labelled,
  { label, caption }: DrawOverride,
  values: LabelValues,
  labels: Labeller<Slot>,
  context: DrawContext,
): string[] {
  const repeat = values.repeat === undefined ? '' : ` ${values.repeat}`;
  const own = block === undefined && context.labels.layer === undefined;
  const first =
    own && label === undefined
      ? `${nameOf(layer, values)}${count > 1 ? repeat : ''}`
      : labels.override(label, block === undefined ? 'layer' : 'block', values);
  const strides = block === undefined && context.labels.stride === undefined;
  const second =
    strides && caption === undefined
      ? strideOf(layer)
      : caption === undefined && block !== undefined
        ? ''
        : labels.override(caption, 'stride', values);
  return [first, second].filter((line) => line !== '');
}

/** Such as `conv3×3, 64`, or `conv1d 3, 64` where there is one axis. */
function nameOf(layer: Layer, { kernel, out }: LabelValues): string {
  const word = words[layer.op];
  // Words of convnet-drawer are small; names such as LSTM stay as they are.
  if (word === undefined) {
    return shortLabel(layer).replace(/^\p{Lu}\p{Ll}+(?=\s|$)/u, (first) => first.toLowerCase());
  }
  if (layer.op.startsWith('adaptive')) return `${word} ${joined(layer.attributes.out, layer)}`;
  if (kernel === undefined) return word;
  const size = axesOf(layer) === 1 ? `1d ${kernel}` : kernel;
  return `${word}${size}${out === undefined ? '' : `, ${out}`}`;
}

const axesOf = ({ shape }: Layer) => Math.max(1, shape.length - 2);

/** One number for each axis. */
function perAxis(value: unknown, layer: Layer): readonly number[] {
  if (typeof value === 'number') return Array.from({ length: axesOf(layer) }, () => value);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
}

const joined = (value: unknown, layer: Layer) => perAxis(value, layer).join('×');

/** Such as `stride (2, 2)`, or `stride 2` where there is one axis. */
function strideOf(layer: Layer): string {
  const { kernel, stride } = layer.attributes;
  if (kernel === undefined) return '';
  return tuple('stride', perAxis(stride ?? kernel, layer));
}

function tuple(word: string, sizes: readonly number[]): string {
  if (sizes.length === 0) return '';
  return sizes.length === 1 ? `${word} ${sizes[0]}` : `${word} (${sizes.join(', ')})`;
}

/** What convnet-drawer does not show: padding before a layer, how it differs, and what follows on it. */
function annotations({ paddings }: Tie, { layer, attached, block }: Labelled): string[] {
  const { dilation, groups } = layer.attributes;
  const spread = perAxis(dilation, layer);
  // What is said of the layer at the end of a block is not said of the block.
  const differs =
    block === undefined
      ? [
          ...(spread.some((size) => size > 1) ? [tuple('dilation', spread)] : []),
          ...(typeof groups === 'number' && groups > 1 ? [`${groups} groups`] : []),
        ]
      : [];
  // A vector stays what it is.
  const after = attached.filter(({ op }) => op !== 'flatten').map(noteOf);
  // The parts of an annotation keep together.
  return [...paddings.map(noteOf), ...differs, ...after].map((note) =>
    note.replaceAll(' ', '\u00a0'),
  );
}

function noteOf(layer: Layer): string {
  const { rate, padding, name } = layer.attributes;
  if (layer.op === 'op' && typeof name === 'string') return name;
  const word = words[layer.op] ?? layer.op;
  if (typeof rate === 'number') return `${word} ${rate}`;
  if (layer.op === 'pad' && typeof padding === 'number') return `${word} ${padding}`;
  return word;
}
