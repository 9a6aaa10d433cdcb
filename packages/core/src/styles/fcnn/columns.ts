/** Which columns a network has in a node-link figure, or why it cannot be shown so. */
import { coalesce, isAttachable, type Stage } from '../../network/coalesce.js';
import type { Layer, Network } from '../../network/network.js';
import type { Shape } from '../../ops/operation.js';
import { categoryOf, operationTitle } from '../labels.js';

/** One layer of units. */
export interface NetworkColumn {
  readonly stage: Stage;
  /** All that follows the main layer up to the next column. */
  readonly attached: readonly Layer[];
  /** Shape of what leaves it: a vector, batch axis first. */
  readonly shape: Shape;
  /** Whether the next column has a bias, which a bias unit here would give. */
  readonly biased: boolean;
}

/** A column while the stages are gone through. */
interface GrowingColumn extends NetworkColumn {
  readonly attached: Layer[];
  shape: Shape;
  biased: boolean;
}

/** The columns, or the sentence that says what cannot be shown. */
export type Columns =
  | { readonly columns: readonly NetworkColumn[]; readonly refusal?: never }
  | { readonly columns?: never; readonly refusal: string };

const shows = 'the style `fcnn` shows one input vector and dense layers in a row';

/**
 * Reads a network as a row of columns.
 *
 * @param network The network.
 * @returns Its columns, or why it has none.
 */
export function columnsOf(network: Network): Columns {
  const columns: GrowingColumn[] = [];
  const column = new Map<string, number>();
  for (const stage of coalesce(network)) {
    const refuse = (why: string): Columns => ({ refusal: `\`${stage.id}\` ${why}: ${shows}` });
    const category = categoryOf(stage.layer);
    const last = columns.at(-1);
    if (stage.inputs.length > 1) return refuse('takes from several layers');
    if (category === 'input') {
      if (last) return refuse('is a second input');
    } else if (category !== 'dense' && !isAttachable(stage.layer)) {
      return refuse(`is no dense layer (${operationTitle(stage.layer)})`);
    }
    const [source] = stage.inputs;
    if (source !== undefined && column.get(source) !== columns.length - 1) {
      return refuse(`takes from \`${source}\`, which is not the layer before it`);
    }
    if (category !== 'input' && !last) return refuse('comes before any input');

    const shape = stage.attached.at(-1)?.shape ?? stage.shape;
    if (last && isAttachable(stage.layer)) {
      last.attached.push(stage.layer, ...stage.attached);
      last.shape = shape;
    } else {
      if (shape.length !== 2) return refuse(`is no vector (its shape is ${sizesOf(shape)})`);
      if (last) last.biased = stage.layer.attributes.bias !== false;
      columns.push({ stage, attached: [...stage.attached], shape, biased: false });
    }
    column.set(stage.id, columns.length - 1);
  }
  if (columns.length === 0) return { refusal: `The network has no layers: ${shows}` };
  return { columns };
}

function sizesOf(shape: Shape): string {
  return shape.length === 0 ? 'not known' : `\`${shape.slice(1).join('×')}\``;
}
