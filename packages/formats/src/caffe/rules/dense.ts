/** Layers that weigh features: inner products, embeddings, recurrent networks, learned blobs. */
import type { Shape } from 'nnfig/readers';
import {
  axisOf,
  one,
  opaque,
  product,
  type Rule,
  type RuleCall,
  type Rules,
  type Translation,
} from './rule.js';

const innerProduct: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('inner_product_param');
    const out = params.required('num_output');
    const axis = params.index('axis') ?? 1;
    const start = input ? axisOf(axis, input, params, 'axis') : axis;
    const attributes = { out, bias: params.flag('bias_term', true), start };
    return {
      op: 'dense',
      attributes,
      from: { params, names: { out: 'num_output', start: 'axis' } },
    };
  },
};

const embed: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('embed_param');
    const attributes = {
      out: params.required('num_output'),
      vocab: params.required('input_dim'),
      bias: params.flag('bias_term', true),
    };
    const names = { out: 'num_output', vocab: 'input_dim' };
    return { op: 'embedding', attributes, from: { params, names } };
  },
};

/** Widths of a recurrent layer: its own, of a step's input, and of an input for all steps. */
interface Widths {
  readonly own: number;
  readonly step: number;
  readonly fixed: number;
}

/** Weights of one step, and biases. */
interface Recurrence {
  weights(widths: Widths): number;
  biases(own: number): number;
  /** How many states are kept between steps. */
  readonly states: number;
}

/** Four gates, each of input and output before; one bias a gate (`lstm_layer.cpp`). */
const lstm: Recurrence = {
  weights: ({ own, step }) => 4 * own * (step + own),
  biases: (own) => 4 * own,
  states: 2,
};

/** A state of input and state before, and an output of the state (`rnn_layer.cpp`). */
const rnn: Recurrence = {
  weights: ({ own, step }) => own * (step + own) + own * own,
  biases: (own) => 2 * own,
  states: 1,
};

/** Steps, then streams, then features: `T×N×…`. The second bottom says where sequences begin. */
function recurrent(recurrence: Recurrence): Rule {
  return {
    bottoms: [1, 5],
    labels: 1,
    sequence: true,
    translate({ layer, inputs }: RuleCall): Translation | undefined {
      const params = layer.param(layer.fields.has('lstm_param') ? 'lstm_param' : 'recurrent_param');
      const own = params.required('num_output');
      const [input] = inputs;
      if (own === undefined || !input) return undefined;
      const exposed = params.flag('expose_hidden', false);
      const hidden = exposed ? recurrence.states : 0;
      const fixed = layer.bottoms.length - hidden > 2 ? inputs[2] : [];
      if (!fixed) return undefined;
      const axes = input.length > 2 ? 2 : 1;
      const lead = input.slice(0, axes);
      const widths = {
        own,
        step: product(input.slice(axes)),
        fixed: fixed.length > 0 ? product(fixed.slice(1)) : 0,
      };
      const gates = recurrence === lstm ? 4 : 1;
      const beside = gates * own * widths.fixed;
      const weights = recurrence.weights(widths);
      const state: Shape = [1, input[1] ?? 1, own];
      return opaque(layer, {
        shapes: [[...lead, own], ...new Array<Shape>(hidden).fill(state)],
        kind: 'recurrent',
        params: weights + recurrence.biases(own) + beside,
        macs: product(lead) * weights + (fixed[0] ?? 0) * beside,
      });
    },
  };
}

/** A blob that is trained itself. */
const parameter: Rule = {
  bottoms: [0, 0],
  translate({ layer }) {
    const params = layer.param('parameter_param');
    const shape = params.message('shape').wholes('dim', 1);
    if (shape.length > 0) {
      return opaque(layer, { shapes: [shape], kind: 'other', params: product(shape) });
    }
    return params.fail(
      'missing-value',
      '`parameter_param` needs `shape`',
      'Write `shape { dim: 1 }`.',
    );
  },
};

/** Layers that weigh features. */
export const denseRules: Rules = {
  innerproduct: innerProduct,
  embed,
  lstm: recurrent(lstm),
  rnn: recurrent(rnn),
  parameter,
};
