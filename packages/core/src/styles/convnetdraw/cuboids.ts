/** The network as the style sees it: one cuboid after another. */
import type { Layer, Network } from '../../network/network.js';
import type { Category } from '../../ops/operation.js';
import { type Column, findChain } from '../chain.js';
import { extentOf } from '../extent.js';
import { categoryOf, type Labelled } from '../labels.js';
import type { Options } from './options.js';

/** One layer, or a block that is folded. */
export interface Cuboid {
  readonly id: string;
  readonly labelled: Labelled;
  readonly category: Category;
  /** Its sizes as ConvNetDraw writes them. */
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/** More cuboids than a reader follows. */
const most = 300;

/**
 * Finds the cuboids of a network.
 *
 * @param network The network.
 * @param fold Whether blocks stand as one.
 * @param small Which of the small layers that follow another are cuboids too.
 * @returns The cuboids, or a sentence that says why it cannot be shown.
 */
export function findCuboids(
  network: Network,
  fold: Options['fold'] = 'auto',
  small: Options['small'] = 'written',
): readonly Cuboid[] | string {
  const chain = findChain(network, fold);
  if (typeof chain === 'string') return chain;
  const [skip] = chain.skips;
  if (skip) {
    const [from, to] = [skip.from, skip.to].map((index) => chain.columns[index]?.id ?? '');
    return `It shows a plain chain of layers, but \`${to}\` also takes from \`${from}\``;
  }
  const cuboids = chain.columns.flatMap((column) => apart(column, small)).map(sized);
  if (cuboids.length <= most) return cuboids;
  return `It shows at most ${most} layers, but this network has ${cuboids.length}`;
}

type Unsized = Pick<Cuboid, 'id' | 'labelled' | 'category'>;

/** A layer, and those that follow it and have cuboids of their own. */
function apart({ id, labelled, category }: Column, small: Options['small']): Unsized[] {
  if (labelled.block !== undefined || (labelled.count ?? 1) > 1) {
    return [{ id, labelled, category }];
  }
  const own = labelled.attached.filter((layer) => isOwn(layer, small));
  const rest = labelled.attached.filter((layer) => !own.includes(layer));
  return [
    {
      id,
      labelled: { ...labelled, attached: rest, layers: [labelled.layer, ...rest] },
      category,
    },
    ...own.map((layer): Unsized => {
      const alike = layer.shape.length === labelled.shape.length;
      return {
        id: layer.id,
        labelled: {
          layer,
          attached: [],
          layers: [layer],
          shape: layer.shape,
          // A flatten may stand between.
          reading: alike ? labelled.reading : 'vector',
        },
        category: categoryOf(layer),
      };
    }),
  ];
}

function isOwn(layer: Layer, small: Options['small']): boolean {
  if (layer.op === 'flatten' || small === 'none') return false;
  return small === 'all' || layer.unit === layer.id;
}

function sized(cuboid: Unsized): Cuboid {
  const { kind, height, width, depth } = extentOf(cuboid.labelled);
  return kind === 'bar'
    ? { ...cuboid, rows: 1, columns: 1, channels: height }
    : { ...cuboid, rows: height, columns: width, channels: depth };
}
