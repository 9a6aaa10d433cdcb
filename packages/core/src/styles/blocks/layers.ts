/** Shows layers: beside the one before in its block, or as a block of their own. */
import type { Labelled } from '../labels.js';
import type { GraphBuilder, Turn } from './builder.js';
import { addPart, type Draft, lastPart, sameFace } from './drafts.js';
import type { Part } from './model.js';
import { partsOf } from './parts.js';

/** More parts than this in one block are a wall: what follows begins another. */
const mostParts = 8;

/**
 * Adds a layer or a folded block.
 *
 * @param builder The graph so far.
 * @param turn The layer.
 * @param labelled What its labels need.
 */
export function addLayer(builder: GraphBuilder, turn: Turn, labelled: Labelled): void {
  const { item, exit, sources } = turn;
  const made = partsOf({ item, exit, labelled });
  const end = made.length > 1 ? made.at(-1) : undefined;
  // A softmax on a line of its own has a box of its own.
  const apart = end?.kind === 'softmax' && !end.silent ? end : undefined;
  const parts = apart ? made.slice(0, -1) : made;
  const before = goesOn(builder, turn, parts);
  const draft = before ?? builder.open(turn, 'boxes');
  for (const part of parts) addPart(draft, part);
  if (!before) {
    const ends = sources.map((source) => source.end);
    // What takes from nothing, and is no input itself, takes from an input that is not shown.
    const from = ends.length === 0 && exit.layer.op !== 'input' ? [undefined] : ends;
    builder.connect(from, { block: builder.indexOf(draft), box: 0 });
  }
  builder.finish(turn, draft);
  if (apart) addApart(builder, turn, apart);
}

/** The block that a layer goes on with; nothing when it begins its own. */
function goesOn(
  builder: GraphBuilder,
  { item, exit, sources: [source, ...others] }: Turn,
  parts: readonly Part[],
): Draft | undefined {
  const before = builder.draftAt(source?.end);
  if (!source?.end || others.length > 0 || before?.kind !== 'boxes') return undefined;
  const [next, last] = [parts[0], lastPart(before)];
  if (!next || !last || source.end.box !== before.boxes.length - 1) return undefined;
  if (next.extent.kind === 'bar' || last.extent.kind === 'bar' || last.kind === 'input') {
    return undefined;
  }
  const { options } = builder;
  if (next.kind === 'pooling' && item.kind === 'stage') {
    return options.pooling === 'after' && last.kind !== 'pooling' ? before : undefined;
  }
  // A folded block stands for itself, whatever is beside it.
  const folded = item.kind === 'fold' || before.item.kind === 'fold';
  const begins = (['softmax', 'deconvolution', 'unpooling'] as const).some(
    (kind) => next.kind === kind,
  );
  const pooled =
    last.kind === 'pooling' && (options.pooling !== 'before' || before.boxes.length > 1);
  if (!options.join || folded || begins || pooled || last.kind === 'softmax') return undefined;
  if (!builder.isSole(source.id) || before.closed) return undefined;
  if (before.group !== builder.groups.of(exit.layer)) return undefined;
  const count = before.boxes.reduce((sum, box) => sum + box.parts.length, 0);
  return count + parts.length <= mostParts && sameFace(last, next) ? before : undefined;
}

/** A block for the last part alone, after the one that the layer ended in. */
function addApart(builder: GraphBuilder, turn: Turn, part: Part): void {
  const source = builder.ends.get(turn.item.id);
  const before = builder.draftAt(source);
  if (before) before.layers = before.layers.filter((layer) => layer !== part.layer);
  const draft = builder.open(turn, 'boxes');
  draft.boxes.push({ parts: [part] });
  draft.layers.push(part.layer);
  draft.id = part.id;
  const to = { block: builder.indexOf(draft), box: 0 };
  builder.connect([source], to);
  builder.ends.set(turn.item.id, to);
}
