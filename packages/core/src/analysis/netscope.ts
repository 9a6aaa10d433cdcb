/**
 * Counts as the Netscope CNN Analyzer (dgschwend/netscope) has them, layer by layer.
 *
 * Not followed, since they are errors of that tool: figures that are no numbers where a data
 * layer has `crop_size`; rows for blobs that are not named after a layer; an Eltwise that is
 * always a sum; poolings that keep a last window which begins in the padding; an LRN of one
 * channel where Caffe's default is five; prior boxes of a made-up shape.
 */
import type { Layer } from '../network/network.js';
import type { CountedCall, Work } from '../ops/operation.js';
import { channelAxis, inputAt, product, sizeAt } from '../ops/shapes.js';
import { eachAxis } from '../ops/spatial.js';
import { repeatWork, totalWork } from '../ops/work.js';
import type { Counts } from './counting.js';

/** What a rule says; the rest is as ours, and work is none. */
interface Rule {
  readonly params?: number;
  readonly macs?: number;
  readonly work?: Work;
  readonly activations?: number;
}

/** Numbers in the first input: that tool looks at no other. */
const entering = ({ inputs }: CountedCall) => product(inputAt(inputs));

/** Numbers in the first output. */
const leaving = ({ outputs }: CountedCall) => product(inputAt(outputs));

const nothing = (): Rule => ({});

/** That tool takes these to need no memory. */
const unheld = (): Rule => ({ activations: 0 });

/** So much work for each number that enters. */
const each =
  (work: Work) =>
  (call: CountedCall): Rule => ({ work: repeatWork(entering(call), work), params: 0 });

/** An attribute with a value for each spatial axis. */
function perAxis(call: CountedCall, attribute: string): readonly number[] {
  const value = call.attributes[attribute] as number | readonly number[];
  return eachAxis(value, inputAt(call.outputs).length - 2, attribute);
}

/** Each output looks at its whole window, one operation a number. */
const pooled =
  (kind: keyof Work) =>
  (call: CountedCall): Rule => ({
    work: { [kind]: leaving(call) * product(perAxis(call, 'kernel')) },
  });

/** A transposed convolution is counted at its output, without bias and groups. */
function deconvolution(call: CountedCall): Rule {
  const kernels = perAxis(call, 'kernel');
  const strides = perAxis(call, 'stride');
  const channels = sizeAt(inputAt(call.inputs), 1);
  const taps = kernels.map((kernel, axis) => kernel / (strides[axis] ?? 1));
  return {
    macs: Math.round(leaving(call) * channels * product(taps)),
    params: product(kernels) * channels * sizeAt(inputAt(call.outputs), 1),
  };
}

/** What Caffe splits into BatchNorm and Scale is one layer of ours unless Caffe is what it comes from. */
function batchNormalization(call: CountedCall, layer: Layer): Rule {
  const shape = inputAt(call.inputs);
  const { axis, affine } = call.attributes as { axis?: number; affine?: boolean };
  const scaled = affine === true && layer.origin === undefined;
  return {
    macs: scaled ? product(shape) : 0,
    params: 2 * sizeAt(shape, channelAxis(shape, call.context, axis)),
    work: repeatWork(product(shape), { additions: 1, divisions: 1 }),
  };
}

/** Local response normalization over so many channels; two parameters are its α and β. */
const normalized =
  (size: (call: CountedCall) => number) =>
  (call: CountedCall): Rule => ({
    macs: entering(call) * size(call),
    params: 2,
    work: repeatWork(entering(call), { additions: 1, divisions: 2, exponentials: 1 }),
  });

/** A power scales by multiply-accumulates, and holds one example whatever the batch. */
function power(call: CountedCall): Rule {
  const { exponent, scale, shift } = call.attributes;
  const one = product(inputAt(call.inputs).slice(1));
  return {
    macs: scale === 1 ? 0 : one,
    work: { additions: shift === 0 ? 0 : one, exponentials: exponent === 1 ? 0 : one },
    activations: one,
  };
}

/** A softmax whose loss is measured at once keeps its probabilities; other losses it does not know. */
function loss(call: CountedCall, layer: Layer): Rule | undefined {
  const name = layer.origin?.type ?? String(call.attributes.name);
  return /softmax/i.test(name) ? { ...exponential(call), activations: entering(call) } : undefined;
}

/** Each region is compared with the whole map. */
function regionPooling(call: CountedCall): Rule {
  const regions = sizeAt(inputAt(call.outputs), 0);
  return {
    macs: regions,
    work: { comparisons: regions * entering(call), additions: regions, divisions: regions },
  };
}

/**
 * The proposals of Faster R-CNN: nine anchors at each position are decoded, compared with each
 * other and cut down to 300 boxes of five numbers, and those compared in pairs.
 */
function proposals(call: CountedCall): Rule {
  const shape = inputAt(call.inputs);
  const batch = sizeAt(shape, 0);
  const anchors = 9 * product(shape.slice(2));
  const pairs = (300 * 299) / 2;
  return {
    macs: batch * 8 * anchors + 2 * pairs,
    work: {
      comparisons: batch * 6 * anchors + anchors ** 2 + 7 * pairs,
      additions: batch * 10 * anchors + 6 * pairs,
      divisions: pairs,
      exponentials: batch * 2 * anchors,
    },
    activations: 300 * 5,
  };
}

/** What is opaque to us and not to that tool. */
function opaque(call: CountedCall, layer: Layer): Rule | undefined {
  const proposes = layer.origin?.attributes.some(([, value]) => /rpn\.proposal_layer/.test(value));
  return proposes ? proposals(call) : undefined;
}

const rectified = each({ comparisons: 1 });
const exponential = each({ additions: 1, divisions: 1, exponentials: 1 });

/** Rules by operation, where that tool knows it. */
const rules: Readonly<Record<string, (call: CountedCall, layer: Layer) => Rule | undefined>> = {
  input: nothing,
  conv: nothing,
  dwconv: nothing,
  dense: nothing,
  upconv: deconvolution,
  maxpool: pooled('comparisons'),
  avgpool: pooled('additions'),
  roipool: regionPooling,
  gmp: each({ comparisons: 1 }),
  gap: each({ additions: 1 }),
  batchnorm: batchNormalization,
  scale: (call) => ({ macs: leaving(call), params: 0 }),
  lrn: normalized(({ attributes }) => attributes.size as number),
  pow: power,
  l2norm: normalized(() => 1),
  relu: rectified,
  relu6: rectified,
  leakyrelu: rectified,
  prelu: rectified,
  elu: rectified,
  dropout: rectified,
  softmax: exponential,
  add: each({ additions: 1 }),
  mul: (call) => ({ macs: entering(call) }),
  maximum: each({ comparisons: 1 }),
  permute: unheld,
  reshape: unheld,
  priorbox: unheld,
  accuracy: unheld,
  objective: loss,
  op: opaque,
};

/**
 * Counts a layer by the conventions of Netscope.
 *
 * @param layer The layer.
 * @param call What its operation is given, and gives.
 * @param ours What it counts by our conventions: what is left to it where that tool says
 *   nothing else.
 * @returns Parameters, multiply-accumulates, other work and activations.
 */
export function netscopeCounts(layer: Layer, call: CountedCall, ours: Counts): Counts {
  const rule = rules[layer.op]?.(call, layer);
  if (rule === undefined) return ours;
  const { work = {}, ...counts } = rule;
  return { ...ours, activations: leaving(call), ...counts, work: totalWork(work) };
}
