/** Layers that act on each number alone: activations, dropout. */
import { one, plain, type Rule, type Rules } from './rule.js';

const relu: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('relu_param');
    const slope = params.number('negative_slope', 0);
    return slope === 0
      ? { op: 'relu', attributes: {} }
      : { op: 'leakyrelu', attributes: { slope } };
  },
};

const prelu: Rule = {
  bottoms: one,
  translate({ layer }) {
    const shared = layer.param('prelu_param').flag('channel_shared', false);
    return { op: 'prelu', attributes: { per: shared ? 'shared' : 'channel' } };
  },
};

/** An operation with one attribute that a field says. */
function withNumber(
  op: string,
  param: string,
  field: string,
  attribute: string,
  initial: number,
): Rule {
  return {
    bottoms: one,
    translate({ layer }) {
      const value = layer.param(param).number(field, initial);
      return { op, attributes: { [attribute]: value } };
    },
  };
}

const power: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('power_param');
    const attributes = {
      exponent: params.number('power', 1),
      scale: params.number('scale', 1),
      shift: params.number('shift', 0),
    };
    return { op: 'pow', attributes };
  },
};

const softmax: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('softmax_param');
    const axis = params.index('axis') ?? 1;
    return { op: 'softmax', attributes: { axis }, from: { params, names: { axis: 'axis' } } };
  },
};

/** Layers that act on each number alone. */
export const elementwiseRules: Rules = {
  relu,
  prelu,
  relu6: plain('relu6'),
  elu: withNumber('elu', 'elu_param', 'alpha', 'alpha', 1),
  selu: plain('selu'),
  sigmoid: plain('sigmoid'),
  tanh: plain('tanh'),
  hardtanh: plain('hardtanh'),
  hardsigmoid: plain('hardsigmoid'),
  hardswish: plain('hardswish'),
  hswish: plain('hardswish'),
  hsigmoid: plain('hardsigmoid'),
  swish: plain('silu'),
  mish: plain('mish'),
  softplus: plain('softplus'),
  clip: plain('clip'),
  power,
  exp: plain('exp'),
  log: plain('log'),
  absval: plain('abs'),
  bnll: plain('bnll'),
  threshold: withNumber('threshold', 'threshold_param', 'threshold', 'theta', 0),
  dropout: withNumber('dropout', 'dropout_param', 'dropout_ratio', 'rate', 0.5),
  softmax,
};
