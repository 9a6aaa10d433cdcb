/** The rules of all types of layers. */
import { type CaffeLayer, keyOf } from '../layer.js';
import { windowRules } from './convolution.js';
import { denseRules } from './dense.js';
import { detectionRules, pythonRules } from './detection.js';
import { elementwiseRules } from './elementwise.js';
import { anyLoss, lossRules } from './loss.js';
import { mergeRules } from './merge.js';
import { normalizationRules } from './normalization.js';
import { resampleRules } from './resample.js';
import type { Rule } from './rule.js';
import { shapeRules } from './shape.js';

const rules = new Map<string, Rule>(
  [
    windowRules,
    denseRules,
    elementwiseRules,
    normalizationRules,
    mergeRules,
    shapeRules,
    resampleRules,
    lossRules,
    detectionRules,
  ].flatMap((some) => Object.entries(some)),
);

const python = new Map(Object.entries(pythonRules));

/** Types as Caffe spells them now, for suggestions. */
export const knownTypes: readonly string[] = [
  ...['Input', 'Data', 'ImageData', 'HDF5Data', 'DummyData', 'MemoryData', 'WindowData'],
  ...['Convolution', 'Deconvolution', 'Pooling', 'InnerProduct', 'Embed', 'LSTM', 'RNN'],
  ...['ReLU', 'PReLU', 'ELU', 'Sigmoid', 'TanH', 'Power', 'Exp', 'Log', 'AbsVal', 'BNLL'],
  ...['Threshold', 'Dropout', 'Softmax', 'LRN', 'BatchNorm', 'Scale', 'Bias', 'MVN', 'Normalize'],
  ...['Eltwise', 'Concat', 'Slice', 'Split', 'Flatten', 'Reshape', 'Permute', 'Crop', 'Tile'],
  ...['Interp', 'Upsample', 'ShuffleChannel', 'Reduction', 'ArgMax', 'Accuracy', 'Silence'],
  ...['SoftmaxWithLoss', 'EuclideanLoss', 'HingeLoss', 'ContrastiveLoss', 'InfogainLoss'],
  ...['ROIPooling', 'PriorBox', 'DetectionOutput', 'DetectionEvaluate', 'Python'],
];

/**
 * Finds the rule of a layer.
 *
 * @param layer The layer.
 * @returns The rule of its type, or of the class that a layer in Python is of; nothing when
 *   there is none.
 */
export function ruleOf(layer: CaffeLayer): Rule | undefined {
  const { key } = layer;
  if (key !== 'python') return rules.get(key) ?? (key.includes('loss') ? anyLoss : undefined);
  const name = keyOf(layer.param('python_param').text('layer') ?? '');
  return python.get(name) ?? (name.includes('loss') ? anyLoss : undefined);
}
