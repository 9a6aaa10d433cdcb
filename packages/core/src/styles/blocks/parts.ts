/** The parts that a layer, or a folded block, is shown by. */
import type { Stage } from '../../network/coalesce.js';
import type { Item } from '../../network/fold.js';
import type { Category } from '../../ops/operation.js';
import { extentOf } from '../extent.js';
import { categoryOf, type Labelled, labelledStage, readShape } from '../labels.js';
import type { Part, PartKind } from './model.js';

/** A folded block is shown by at most so many of its layers. */
const mostInside = 4;

/** What a part is made from. */
export interface PartSource {
  readonly item: Item;
  readonly exit: Stage;
  readonly labelled: Labelled;
  /** What it is, where its operation does not say it. */
  readonly kind?: PartKind;
}

/** @returns Whether a stage is a softmax on a line of its own. */
export function isSoftmax({ layer }: Stage): boolean {
  return layer.op === 'softmax' || layer.op === 'logsoftmax';
}

/**
 * Makes the parts of an item.
 *
 * @param source The item.
 * @returns One part; two for a layer with a softmax; the working layers of a folded block, when they are few.
 */
export function partsOf({ item, exit, labelled, kind }: PartSource): readonly Part[] {
  if (item.kind === 'fold') return insideOf(item, exit, labelled);
  const own = partOf(exit, labelled, kind);
  const softmax = exit.attached.find(({ op }) => op === 'softmax' || op === 'logsoftmax');
  if (!softmax || kind) return [own];
  const apart = softmax.unit !== exit.layer.unit;
  const last: Part = {
    ...own,
    id: softmax.id,
    layer: softmax.id,
    kind: 'softmax',
    category: 'activation',
    banded: false,
    silent: !apart,
  };
  return [{ ...own, banded: false }, last];
}

function partOf(stage: Stage, labelled: Labelled, kind?: PartKind): Part {
  const { layer } = stage;
  return {
    id: stage.id,
    layer: layer.id,
    kind: kind ?? kindOf(stage),
    category: categoryOf(layer),
    labelled,
    banded:
      kind === undefined && stage.attached.some((each) => isActivation(categoryOf(each), each.op)),
    extent: extentOf(labelled),
  };
}

function isActivation(category: Category, op: string): boolean {
  return category === 'activation' && op !== 'softmax' && op !== 'logsoftmax';
}

function kindOf(stage: Stage): PartKind {
  const { layer } = stage;
  if (isSoftmax(stage)) return 'softmax';
  if (layer.op === 'upconv') return 'deconvolution';
  const category = categoryOf(layer);
  switch (category) {
    case 'convolution':
    case 'pooling':
    case 'dense':
    case 'input':
      return category;
    case 'resample':
      return 'unpooling';
    default:
      return 'other';
  }
}

/** The layers on the longest way through a folded block that do its work, if they are few; else one part for all. */
function insideOf(item: Item & { kind: 'fold' }, exit: Stage, labelled: Labelled): readonly Part[] {
  const inside = longestWay(stagesIn(item)).filter(({ layer }) => working.has(categoryOf(layer)));
  if (inside.length === 0 || inside.length > mostInside) {
    const main = inside.at(-1) ?? exit;
    return [{ ...partOf(main, labelled), id: item.id, layer: main.layer.id }];
  }
  const face = extentOf(labelled);
  return inside.map((stage) => {
    const reading =
      stage === exit ? labelled.reading : readShape(stage.shape, labelled.reading === 'map');
    const part = partOf(stage, labelledStage(stage, reading));
    // All of them show the size that the block gives out.
    return { ...part, extent: { ...face, depth: part.extent.depth } };
  });
}

/** The stages of the longest way, which leaves shortcuts out. */
function longestWay(stages: readonly Stage[]): readonly Stage[] {
  const length = new Map<string, number>();
  const before = new Map<string, Stage>();
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  let last: Stage | undefined;
  for (const stage of stages) {
    let most = 0;
    for (const id of stage.inputs) {
      const reach = length.get(id) ?? 0;
      const source = byId.get(id);
      if (reach <= most || !source) continue;
      most = reach;
      before.set(stage.id, source);
    }
    length.set(stage.id, most + 1);
    if (!last || most + 1 >= (length.get(last.id) ?? 0)) last = stage;
  }
  const way: Stage[] = [];
  for (let at = last; at; at = before.get(at.id)) way.unshift(at);
  return way;
}

const working: ReadonlySet<Category> = new Set([
  'convolution',
  'dense',
  'attention',
  'recurrent',
  'pooling',
]);

function stagesIn(item: Item): readonly Stage[] {
  return item.kind === 'stage' ? [item.stage] : item.inner.flatMap(stagesIn);
}
