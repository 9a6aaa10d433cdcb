/** What is written at blocks: the templates of the description, filled. */
import type { LayerAnalysis } from '../../analysis/analysis.js';
import type { Block, Part } from '../blocks/model.js';
import { type Labeller, type LabelValues, labeller, labelValues } from '../labels.js';
import type { DrawContext, DrawOverride } from '../style.js';
import type { BlockTexts } from './labels.js';
import type { Options } from './options.js';

/** What can be labelled, each with what it labels. */
export const slots = {
  channels: 'Under each part of a box.',
  size: 'Along the edge at the bottom right that runs away.',
  height: 'At the left of a box.',
  caption: 'Under a box or a ball; names and `draw:` give it unless this does.',
  input: 'At the arrow of the input.',
  output: 'At the arrow of the output.',
  inputGradient: 'At the arrow back from the input.',
  outputGradient: 'At the arrow back to the output.',
} as const;

/** Name of a slot. */
export type Slot = keyof typeof slots;

const defaults: Readonly<Record<Slot, string>> = {
  channels: '{channels}',
  size: '{width}',
  height: '{height}',
  caption: '',
  input: '',
  output: '',
  inputGradient: '',
  outputGradient: '',
};

/** Everything that is written. */
export interface Texts {
  of(block: Block, first: boolean): BlockTexts;
  /** @returns What stands at the arrows from and to nowhere. */
  arrow(slot: Slot): string;
}

/**
 * Fills the templates of a figure.
 *
 * @param blocks What is shown.
 * @param overrideOf What `draw:` says of a layer.
 * @param figures From `figuresById`.
 * @param options The style's options.
 * @param context The templates of the description.
 * @returns What is written.
 */
export function textsOf(
  blocks: readonly Block[],
  overrideOf: (layer: string) => DrawOverride,
  figures: ReadonlyMap<string, LayerAnalysis>,
  { heights }: Pick<Options, 'heights'>,
  context: DrawContext,
): Texts {
  const overrides = blocks.flatMap(({ layers }) => layers.map(overrideOf));
  const fill: Labeller<Slot> = labeller(defaults, context, overrides);
  const known = new Map<Part, LabelValues>();
  const valuesOf = (part: Part): LabelValues => {
    const values = known.get(part) ?? labelValues(part.labelled, figures);
    known.set(part, values);
    return values;
  };

  const sizeOf = (part: Part | undefined) => {
    if (!part) return '';
    const values = valuesOf(part);
    // A vector has no sides, but its bar has a length.
    return part.extent.kind === 'bar'
      ? fill.override(context.labels.size === undefined ? '{units}' : undefined, 'size', values)
      : fill.fill('size', values);
  };

  return {
    of(block, first) {
      const boxes = block.boxes.map(({ parts }) => parts);
      const working = boxes.find(([part]) => part?.kind !== 'pooling') ?? [];
      const bars = boxes[0]?.filter(({ extent }) => extent.kind === 'bar') ?? [];
      const main = working.length > 0 ? working : bars;
      const channels = new Map<string, string>();
      for (const part of boxes.flat()) {
        const { label } = overrideOf(part.layer);
        const quiet = part.silent || part.kind === 'pooling' || part.kind === 'unpooling';
        if (label === undefined && quiet) continue;
        // A sequence has no channels; the length of its vectors is what a box is as thick as.
        const own =
          label ??
          (context.labels.channels === undefined && isSequence(part) ? '{units}' : undefined);
        channels.set(part.id, fill.override(own, 'channels', valuesOf(part)));
      }
      const said = block.layers
        .map((layer) => overrideOf(layer).caption)
        .find((text) => text !== undefined);
      const values = labelValues(block.labelled, figures);
      const caption =
        said !== undefined || context.labels.caption !== undefined
          ? fill.override(said, 'caption', values)
          : (block.caption ?? '');
      const tall = heights === 'all' || (heights === 'first' && first);
      const part = main.findLast(({ silent }) => !silent);
      const stack = block.kind === 'stack';
      return {
        channels,
        size: stack ? '' : sizeOf(part),
        height: tall && part && !stack ? fill.fill('height', valuesOf(part)) : '',
        caption,
      };
    },
    arrow: (slot) => fill.fill(slot, {}),
  };
}

function isSequence({ labelled, extent }: Part): boolean {
  return labelled.reading === 'sequence' && extent.kind === 'box';
}
