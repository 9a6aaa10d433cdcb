/** What a prototxt says: the inputs of the whole, and layers of any version in one form. */
import type { Field, Message, Scalar } from '../prototxt/message.js';
import { Fields } from './fields.js';
import { CaffeLayer } from './layer.js';
import { innerLayer, upgradeOldest } from './oldest.js';
import type { Problems, Span } from './problems.js';

/** An input of the whole network: `input: "data"` with its sizes. */
export interface NetInput {
  readonly blob: string;
  /** Sizes with the batch axis, if the file says them. */
  readonly sizes: readonly number[] | undefined;
  readonly span: Span;
}

/** A file, brought to one form. */
export interface CaffeFile {
  readonly name: string;
  readonly inputs: readonly NetInput[];
  readonly layers: readonly CaffeLayer[];
  /** `state { phase: TEST stage: "deploy" }`. */
  readonly state: Fields;
}

/** Sizes of inputs: a message an input, or four numbers an input one after another. */
function inputsOf(fields: Fields): NetInput[] {
  const named = fields.texts('input');
  const shapes = fields.messages('input_shape').map((shape) => shape.wholes('dim', 1));
  const dims = fields.wholes('input_dim', 1);
  // The oldest version calls inputs bottoms of the whole network.
  const bottoms = named.length > 0 ? [] : fields.texts('bottom');
  return [...named, ...bottoms].map((name: Scalar, index): NetInput => {
    const four = dims.slice(4 * index, 4 * index + 4);
    const sizes = shapes[index] ?? (four.length > 0 ? four : undefined);
    return { blob: name.text, sizes, span: name };
  });
}

function spanOf({ name, start }: Field): Span {
  return { start, end: start + name.length };
}

/**
 * Reads a parsed prototxt.
 *
 * @param root The whole message.
 * @param problems Where problems go.
 * @returns Its inputs and layers, of all phases.
 */
export function readFile(root: Message, problems: Problems): CaffeFile {
  const fields = new Fields('the network', root.fields, { start: 0, end: 0 }, problems, {
    failed: false,
  });
  const oldest: Field[] = [];
  const layers: CaffeLayer[] = [];
  for (const field of root.fields) {
    const { name, value } = field;
    if ((name !== 'layer' && name !== 'layers') || value.kind !== 'message') continue;
    if (name === 'layers' && innerLayer(value)) oldest.push(field);
    else
      layers.push(
        new CaffeLayer({ message: value, written: value, span: spanOf(field) }, problems),
      );
  }
  return {
    name: fields.text('name') ?? '',
    inputs: inputsOf(fields),
    layers: oldest.length > 0 ? [...upgradeOldest(oldest, problems), ...layers] : layers,
    state: fields.message('state'),
  };
}
