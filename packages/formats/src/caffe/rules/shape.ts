/** Layers that give the same numbers another shape, or more or fewer of them. */
import { quote, type Shape } from 'nnfig/readers';
import type { Fields } from '../fields.js';
import {
  axisOf,
  one,
  opaque,
  plain,
  product,
  type Rule,
  type RuleCall,
  type Rules,
  type Translation,
} from './rule.js';

/** A new shape; an operation of its own where the batch axis stays. */
function reshaped(layer: RuleCall['layer'], input: Shape, shape: Shape): Translation {
  const [batch, ...sizes] = shape;
  if (batch === input[0] && sizes.length > 0)
    return { op: 'reshape', attributes: { shape: sizes } };
  return opaque(layer, { shapes: [shape], kind: 'reshape' });
}

const flatten: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('flatten_param');
    const from = params.index('axis') ?? 1;
    const to = params.index('end_axis') ?? -1;
    if (!input) return undefined;
    const first = axisOf(from, input, params, 'axis');
    const last = axisOf(to, input, params, 'end_axis');
    if (first === undefined || last === undefined) return undefined;
    if (first > 0) {
      const names = { from: 'axis', to: 'end_axis' };
      return { op: 'flatten', attributes: { from: first, to }, from: { params, names } };
    }
    const flat = product(input.slice(first, last + 1));
    return reshaped(layer, input, [...input.slice(0, first), flat, ...input.slice(last + 1)]);
  },
};

/** Fills in what `dim` copies (0) and leaves open (-1). */
function fill(
  dims: readonly number[],
  window: Shape,
  params: Fields,
): readonly number[] | undefined {
  const copied: number[] = [];
  for (const [position, dim] of dims.entries()) {
    const size = dim === 0 ? window[position] : dim;
    if (size === undefined) {
      return params.fail(
        'shape-mismatch',
        `\`dim: 0\` copies axis ${position} of ${quote(window.join('×'))}, which has only ${window.length}`,
        'Write the size in place of that `0`.',
        'shape',
      );
    }
    copied.push(size);
  }
  if (dims.filter((dim) => dim === -1).length > 1) {
    return params.fail(
      'wrong-value',
      '`shape` has more than one `dim: -1`',
      'Leave one open.',
      'shape',
    );
  }
  const known = product(copied.filter((size) => size !== -1));
  return copied.map((size) => (size === -1 ? product(window) / known : size));
}

const reshape: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input], batch }) {
    const params = layer.param('reshape_param');
    const dims = params.message('shape').wholes('dim', -1);
    if (!input) return undefined;
    // A first axis of -1 begins after the last one, as one of an index does in Caffe.
    const said = params.index('axis') ?? 0;
    const from = said < 0 ? said + input.length + 1 : said;
    const count = params.index('num_axes') ?? -1;
    const to = count < 0 ? input.length : from + count;
    if (from < 0 || to > input.length || from > to) {
      return params.fail(
        'shape-mismatch',
        `\`reshape_param\` takes axes ${from} to ${to - 1} of ${quote(input.join('×'))}`,
        `Write \`axis\` and \`num_axes\` for some of its ${input.length} axes.`,
        params.has('num_axes') ? 'num_axes' : 'axis',
      );
    }
    const window = input.slice(from, to);
    // A batch that is written into the file is set to another one like that of the inputs.
    const rebatched = from === 0 && dims[0] === batch.file ? [batch.used, ...dims.slice(1)] : dims;
    const total = product(window);
    let middle = fill(dims, window, params);
    if (!middle) return undefined;
    if (product(middle) !== total) middle = fill(rebatched, window, params) ?? middle;
    if (product(middle) !== total || !middle.every(Number.isSafeInteger)) {
      return params.fail(
        'shape-mismatch',
        `${quote(dims.join('×'))} cannot be made of ${quote(window.join('×'))}, which holds ${total} numbers`,
        'Write sizes with that product, or `dim: -1` for one of them.',
        'shape',
      );
    }
    return reshaped(layer, input, [...input.slice(0, from), ...middle, ...input.slice(to)]);
  },
};

const permute: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('permute_param');
    const order = params.wholes('order');
    if (!input) return undefined;
    const wrong = order.find(
      (axis, position) => axis >= input.length || order.indexOf(axis) !== position,
    );
    if (wrong !== undefined) {
      return params.fail(
        'wrong-value',
        `\`order\` ${quote(order.join(', '))} is no order of the axes of ${quote(input.join('×'))}`,
        `Write each of 0 to ${input.length - 1} once.`,
        'order',
      );
    }
    const full = [...order, ...input.keys()].filter((axis, at, all) => all.indexOf(axis) === at);
    if (full[0] === 0) return { op: 'permute', attributes: { order: full } };
    return opaque(layer, { shapes: [full.map((axis) => input[axis] ?? 1)], kind: 'reshape' });
  },
};

const tile: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('tile_param');
    const times = params.required('tiles');
    const axis = params.index('axis') ?? 1;
    if (times === undefined) return undefined;
    if (axis !== 0 || !input) {
      return { op: 'tile', attributes: { times, axis }, from: { params, names: { axis: 'axis' } } };
    }
    const [batch = 1, ...sizes] = input;
    return opaque(layer, { shapes: [[batch * times, ...sizes]], kind: 'reshape' });
  },
};

const shuffleChannel: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('shuffle_channel_param');
    const groups = params.whole('group', 1) ?? 1;
    return { op: 'shuffle', attributes: { groups }, from: { params, names: { groups: 'group' } } };
  },
};

/** Caffe reduces everything unless an axis is said. */
const reduction: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('reduction_param');
    // The words have the numbers 1 to 4 in the schema.
    const operation = params.choice('operation', ['SUM', 'SUM', 'ASUM', 'SUMSQ', 'MEAN']);
    const from = params.index('axis') ?? 0;
    if (operation === undefined) return undefined;
    const axis = from < 0 && input ? from + input.length : from;
    const by = operation.toLowerCase();
    return {
      op: 'reduce',
      attributes: { by, start: axis },
      from: { params, names: { start: 'axis' } },
    };
  },
};

const argMax: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('argmax_param');
    const axis = params.index('axis');
    const attributes = {
      top: params.whole('top_k', 1) ?? 1,
      values: params.flag('out_max_val', false),
      ...(axis !== undefined && { axis }),
    };
    return { op: 'argmax', attributes, from: { params, names: { axis: 'axis', top: 'top_k' } } };
  },
};

/** Layers that give the same numbers another shape, or more or fewer of them. */
export const shapeRules: Rules = {
  flatten,
  reshape,
  permute,
  tile,
  shufflechannel: shuffleChannel,
  reduction,
  argmax: argMax,
  // What Netscope's presets call a node that only has a name.
  implicit: plain('identity'),
};
