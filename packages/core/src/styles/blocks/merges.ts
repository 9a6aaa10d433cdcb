/** Shows what takes from several blocks: a ball, a copy in the box that goes on, or a stack of slabs. */
import type { Labelled } from '../labels.js';
import type { GraphBuilder, Turn } from './builder.js';
import { addPart, copyOf, lastPart } from './drafts.js';
import type { End, Part, Sign } from './model.js';
import { partsOf } from './parts.js';

const signs: Readonly<Record<string, Sign>> = {
  add: 'plus',
  sub: 'minus',
  mul: 'times',
  matmul: 'times',
  div: 'divide',
  maximum: 'max',
  minimum: 'min',
  average: 'mean',
  concat: 'concat',
};

/**
 * Adds a merge.
 *
 * @param builder The graph so far.
 * @param turn The merge.
 * @param labelled What its labels need.
 */
export function addMerge(builder: GraphBuilder, turn: Turn, labelled: Labelled): void {
  const { item, exit, sources } = turn;
  const sign = signs[exit.layer.op] ?? 'other';
  const { concat } = builder.options;
  if (sign === 'concat' && concat === 'copy' && copiesInto(builder, turn)) {
    const [first, second] = sources;
    const before = builder.draftAt(first?.end);
    const [part] = partsOf({ item, exit, labelled, kind: 'copy' });
    if (!before || !part) return;
    addPart(before, copyOf(part, originOf(builder, second?.end)));
    const to = { block: builder.indexOf(before), box: before.boxes.length - 1 };
    builder.connect([second?.end], to);
    builder.finish(turn, before);
    return;
  }
  if (sign === 'concat' && concat === 'stack' && sources.length > 2) {
    addStack(builder, turn, labelled);
    return;
  }
  const draft = builder.open(turn, 'ball');
  draft.sign = sign;
  const to = { block: builder.indexOf(draft), box: 0 };
  builder.connect(
    sources.map(({ end }) => end),
    to,
  );
  builder.finish(turn, draft);
}

/** Whether the second of two sources is copied beside the first, in its box. */
function copiesInto(builder: GraphBuilder, { sources: [first, second, ...more] }: Turn): boolean {
  const before = builder.draftAt(first?.end);
  if (!first?.end || !second || more.length > 0 || before?.kind !== 'boxes') return false;
  // What joins from beside the path needs a place of its own.
  const earlier = second.end !== undefined && isBefore(builder, second.end, first.end);
  const grows = !before.closed && first.end.box === before.boxes.length - 1;
  return earlier && grows && builder.isSole(first.id) && lastPart(before)?.extent.kind === 'box';
}

/** Whether one end is on the way to another, by what each block takes first. */
function isBefore(builder: GraphBuilder, end: End, later: End): boolean {
  let at: number | undefined = later.block;
  while (at !== undefined && at > end.block) at = builder.firstSource(at);
  return at === end.block && end.block !== later.block;
}

/** The part that an end is at. */
function originOf(builder: GraphBuilder, end: End | undefined): Part | undefined {
  return builder.draftAt(end)?.boxes[end?.box ?? 0]?.parts.at(-1);
}

/** Takes the last slab of each branch into a stack; a branch without one gets a copy. Late sources come first. */
function addStack(builder: GraphBuilder, turn: Turn, labelled: Labelled): void {
  const { item, exit } = turn;
  const start = (end: End | undefined) => branchStart(builder, end);
  const ends = turn.sources.map(({ end }) => end).sort((a, b) => start(b) - start(a));
  const draft = builder.open(turn, 'stack');
  const block = builder.indexOf(draft);
  ends.forEach((end, index) => {
    const to = { block, box: index };
    const [copy] = partsOf({ item, exit, labelled, kind: 'copy' });
    if (end && enlarges(builder, end)) {
      const slab = lastPart(builder.draftAt(end));
      if (slab) draft.boxes.push({ parts: [{ ...slab, silent: true }] });
      builder.absorbed.add(end.block);
      builder.links.forEach((link, at) => {
        if (link.to.block === end.block) builder.links[at] = { ...link, to };
      });
    } else if (copy) {
      const slab = copyOf(copy, originOf(builder, end));
      draft.boxes.push({ parts: [{ ...slab, id: `${item.id}.${index}`, silent: true }] });
      builder.connect([end], to);
    }
  });
  builder.finish(turn, draft);
}

/** The block that the branch of an end begins at. */
function branchStart(builder: GraphBuilder, end: End | undefined): number {
  if (!end) return -1;
  const before = builder.links.find(({ to }) => to.block === end.block)?.from;
  if (!before) return end.block;
  return enlarges(builder, end) ? branchStart(builder, before) : before.block;
}

/** Whether an end is that of a block that only enlarges, so that its slab can stand in the stack. */
function enlarges(builder: GraphBuilder, end: End): boolean {
  const draft = builder.draftAt(end);
  const kind = lastPart(draft)?.kind;
  const alone = draft?.boxes.length === 1 && draft.boxes[0]?.parts.length === 1;
  return alone && (kind === 'unpooling' || kind === 'deconvolution') && builder.isSole(draft.id);
}
