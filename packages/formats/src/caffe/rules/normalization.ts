/** Normalizations, and what scales and shifts after them. */
import { one, type Rule, type Rules } from './rule.js';

const lrn: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('lrn_param');
    const size = params.whole('local_size', 1) ?? 5;
    return { op: 'lrn', attributes: { size }, from: { params, names: { size: 'local_size' } } };
  },
};

/** Mean, variance and a factor are kept; nothing is trained but in forks that scale as well. */
const batchNorm: Rule = {
  bottoms: one,
  translate({ layer }) {
    const affine = layer.param('batch_norm_param').flag('scale_bias', false);
    return { op: 'batchnorm', attributes: { axis: 1, affine } };
  },
};

/** SegNet's: scale and shift are its own. */
const bn: Rule = {
  bottoms: one,
  translate: () => ({ op: 'batchnorm', attributes: { axis: 1 } }),
};

/** `Scale` and `Bias`: learned numbers, or those of a second bottom. */
function channelwise(op: 'scale' | 'shift', param: string): Rule {
  return {
    bottoms: [1, 2],
    translate({ layer }) {
      const params = layer.param(param);
      const axis = params.index('axis') ?? 1;
      const axes = params.index('num_axes') ?? 1;
      const attributes = {
        axis,
        axes: axes < 0 ? 'rest' : axes,
        ...(op === 'scale' && { bias: params.flag('bias_term', false) }),
      };
      return { op, attributes, from: { params, names: { axis: 'axis', axes: 'num_axes' } } };
    },
  };
}

const mvn: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('mvn_param');
    const attributes = {
      variance: params.flag('normalize_variance', true),
      across: params.flag('across_channels', false),
    };
    return { op: 'mvn', attributes };
  },
};

const normalize: Rule = {
  bottoms: one,
  translate({ layer }) {
    const params = layer.param('norm_param');
    const attributes = {
      spatial: params.flag('across_spatial', true),
      shared: params.flag('channel_shared', true),
    };
    return { op: 'l2norm', attributes };
  },
};

/** Normalizations. */
export const normalizationRules: Rules = {
  lrn,
  batchnorm: batchNorm,
  bn,
  scale: channelwise('scale', 'scale_param'),
  bias: channelwise('shift', 'bias_param'),
  mvn,
  normalize,
};
