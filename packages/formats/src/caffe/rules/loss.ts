/** Losses and measures, which end a network, and what only takes blobs. */
import { any, opaque, product, type Rule, type Rules } from './rule.js';

/**
 * A loss.
 *
 * @param labels First bottom that is a label.
 * @param predicts Whether a second top gives the predictions.
 * @returns The rule.
 */
function loss(labels: number, predicts = false): Rule {
  return {
    bottoms: [1, Number.POSITIVE_INFINITY],
    labels,
    translate: ({ layer }) => ({
      op: 'objective',
      attributes: {
        name: layer.type,
        ...(predicts && layer.tops.length > 1 && { predictions: true }),
      },
    }),
  };
}

/** The rule of a loss that is none of Caffe's own; what it gives besides is like its predictions. */
export const anyLoss: Rule = {
  bottoms: [1, Number.POSITIVE_INFINITY],
  labels: 1,
  translate({ layer, inputs: [input] }) {
    const more = layer.tops.slice(1);
    if (more.length === 0) return { op: 'objective', attributes: { name: layer.type } };
    return input && opaque(layer, { shapes: [[1], ...more.map(() => input)], kind: 'other' });
  },
};

const accuracy: Rule = {
  bottoms: [1, Number.POSITIVE_INFINITY],
  labels: 1,
  translate({ layer }) {
    const params = layer.param('accuracy_param');
    const attributes = {
      top: params.whole('top_k', 1) ?? 1,
      axis: params.index('axis') ?? 1,
      each: layer.tops.length > 1,
    };
    return { op: 'accuracy', attributes, from: { params, names: { axis: 'axis', top: 'top_k' } } };
  },
};

/** Learns a centre for each class (Wen et al., 2016). */
const centerLoss: Rule = {
  bottoms: [2, 2],
  labels: 1,
  translate({ layer, inputs: [input] }) {
    const classes = layer.param('center_loss_param').required('num_output');
    if (!input || classes === undefined) return undefined;
    return opaque(layer, {
      shapes: [[1]],
      kind: 'other',
      params: classes * product(input.slice(1)),
    });
  },
};

/** Takes blobs and gives none: nothing is said of what no layer wants, or it is written to a file. */
const sink: Rule = {
  bottoms: any,
  labels: 0,
  translate: ({ layer, inputs }) => opaque(layer, { shapes: [inputs[0] ?? [1]], kind: 'other' }),
};

/** Losses and measures. */
export const lossRules: Rules = {
  softmaxwithloss: loss(1, true),
  sigmoidcrossentropyloss: loss(1),
  multinomiallogisticloss: loss(1),
  infogainloss: loss(1, true),
  euclideanloss: loss(1),
  hingeloss: loss(1),
  contrastiveloss: loss(2),
  tripletloss: loss(3),
  smoothl1loss: loss(1),
  multiboxloss: loss(3),
  centerloss: centerLoss,
  accuracy,
  silence: sink,
  hdf5output: sink,
};
