/** Layers that bring blobs together or part them. */
import { formatShape, quote, type Shape } from 'nnfig/readers';
import {
  axisOf,
  one,
  opaque,
  plain,
  type Rule,
  type RuleCall,
  type Rules,
  type Translation,
} from './rule.js';

const several = [1, Number.POSITIVE_INFINITY] as const;

/** Side by side along the batch axis, as siamese networks have it. */
function stacked({ layer, inputs }: RuleCall): Translation | undefined {
  const [first] = inputs;
  if (!first) return undefined;
  let batch = 0;
  for (const shape of inputs) {
    if (!shape) return undefined;
    if (shape.slice(1).join() !== first.slice(1).join()) {
      return layer.fields.fail(
        'shape-mismatch',
        `\`Concat\` along axis \`0\` needs blobs of one shape, but gets \`${formatShape(first)}\` and \`${formatShape(shape)}\``,
        'Bring all to one shape.',
      );
    }
    batch += shape[0] ?? 1;
  }
  return opaque(layer, { shapes: [[batch, ...first.slice(1)]], kind: 'merge' });
}

const concat: Rule = {
  bottoms: several,
  translate(call) {
    const { layer, inputs } = call;
    if (inputs.length === 1) return { op: 'identity', attributes: {} };
    const params = layer.param('concat_param');
    const axis = params.index('axis') ?? params.index('concat_dim') ?? 1;
    const rank = inputs[0]?.length ?? 0;
    if (axis === 0 || axis === -rank) return stacked(call);
    const names = { axis: params.has('axis') ? 'axis' : 'concat_dim' };
    return { op: 'concat', attributes: { axis }, from: { params, names } };
  },
};

const merges = { PROD: 'mul', SUM: 'add', MAX: 'maximum' } as const;

const eltwise: Rule = {
  bottoms: [2, Number.POSITIVE_INFINITY],
  translate({ layer }) {
    const params = layer.param('eltwise_param');
    const operation = params.has('operation')
      ? params.choice('operation', ['PROD', 'SUM', 'MAX'])
      : 'SUM';
    return operation && { op: merges[operation], attributes: {} };
  },
};

/** Sizes of the parts between points; nothing after a report. */
function partsOf(
  size: number,
  points: readonly number[],
  { layer }: RuleCall,
): readonly number[] | undefined {
  const params = layer.param('slice_param');
  const count = layer.tops.length;
  if (points.length > 0 && points.length !== count - 1) {
    return params.fail(
      'wrong-value',
      `\`slice_param\` has ${points.length} of \`slice_point\`, but the layer has ${count} tops`,
      `Write ${count - 1} of them, or none for equal parts.`,
      'slice_point',
    );
  }
  if (points.length === 0 && size % count !== 0) {
    return params.fail(
      'shape-mismatch',
      `\`${size}\` cannot be sliced into ${count} equal parts`,
      'Say where to slice: `slice_point: 1`.',
    );
  }
  const ends =
    points.length > 0 ? [...points, size] : layer.tops.map((_, top) => ((top + 1) * size) / count);
  const parts = ends.map((end, part) => end - (ends[part - 1] ?? 0));
  if (parts.every((part) => part > 0)) return parts;
  return params.fail(
    'shape-mismatch',
    `\`slice_point\` ${quote(points.join(', '))} does not part an axis of \`${size}\``,
    `Write growing numbers from 1 to ${size - 1}.`,
    'slice_point',
  );
}

const slice: Rule = {
  bottoms: one,
  translate(call) {
    const { layer, inputs } = call;
    const [input] = inputs;
    if (layer.tops.length < 2) return { op: 'identity', attributes: {} };
    const params = layer.param('slice_param');
    const name = params.has('slice_dim') ? 'slice_dim' : 'axis';
    const axis = input && axisOf(params.index(name) ?? 1, input, params, name);
    if (!input || axis === undefined) return undefined;
    const sizes = partsOf(input[axis] ?? 1, params.wholes('slice_point'), call);
    if (!sizes) return undefined;
    if (axis > 0) return { op: 'split', attributes: { sizes, axis } };
    const shapes = sizes.map((size): Shape => [size, ...input.slice(1)]);
    return opaque(layer, { shapes, kind: 'reshape' });
  },
};

/** Copies of one blob need no numbers of their own. */
const split = plain('identity');

/** Drops examples: how many stay, only the data tells. */
const filter: Rule = {
  bottoms: [2, Number.POSITIVE_INFINITY],
  translate({ layer, inputs }) {
    const shapes = inputs.slice(0, -1);
    const known = shapes.filter((shape): shape is Shape => shape !== undefined);
    return known.length === shapes.length
      ? opaque(layer, { shapes: known, kind: 'reshape' })
      : undefined;
  },
};

/** Takes examples by the numbers in a second bottom. */
const batchReindex: Rule = {
  bottoms: [2, 2],
  regions: 1,
  translate({ layer, inputs: [input, order] }) {
    if (!input || !order) return undefined;
    return opaque(layer, { shapes: [[order[0] ?? 1, ...input.slice(1)]], kind: 'reshape' });
  },
};

/** `a·x + y` with a number a channel, as squeeze-and-excitation has it. */
const axpy: Rule = {
  bottoms: [3, 3],
  translate({ layer, inputs: [, input] }) {
    return input && opaque(layer, { shapes: [input], kind: 'merge' });
  },
};

/** Layers that bring blobs together or part them. */
export const mergeRules: Rules = {
  concat,
  eltwise,
  slice,
  split,
  filter,
  batchreindex: batchReindex,
  axpy,
};
