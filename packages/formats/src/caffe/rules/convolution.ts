/** Convolutions, transposed convolutions, poolings: layers with a window. */
import type { Shape } from 'nnfig/readers';
import type { Fields } from '../fields.js';
import {
  one,
  opaque,
  product,
  type Rule,
  type RuleCall,
  type Rules,
  type Translation,
} from './rule.js';

/** A value for all spatial axes, or one for each. */
type PerAxis = number | readonly number[];

/** Field that says a size of the window for all axes, and those for height and width. */
const sizes = {
  kernel: ['kernel_size', 'kernel_h', 'kernel_w', 'kernel_depth'],
  stride: ['stride', 'stride_h', 'stride_w', 'temporal_stride'],
  padding: ['pad', 'pad_h', 'pad_w', 'temporal_pad'],
} as const;

const minima = { kernel: 1, stride: 1, padding: 0 } as const;

/**
 * Reads one size of the window: one for all axes, one for each, or height and width by
 * name. C3D says the size in time beside the others.
 */
function perAxis(params: Fields, attribute: keyof typeof sizes): PerAxis | undefined {
  const [all, high, wide, deep] = sizes[attribute];
  const min = minima[attribute];
  const list = params.wholes(all, min);
  const height = params.whole(high, min);
  const width = params.whole(wide, min);
  const depth = params.whole(deep, min);
  const [first] = list;
  if (height !== undefined || width !== undefined) {
    const rest = first ?? (attribute === 'padding' ? 0 : attribute === 'stride' ? 1 : undefined);
    const both = [height ?? rest ?? width ?? 1, width ?? rest ?? height ?? 1];
    return depth === undefined ? both : [depth, ...both];
  }
  if (depth !== undefined && first !== undefined) return [depth, first, first];
  return list.length > 1 ? list : first;
}

/** Fields that attributes come from, for the places of problems. */
const names = {
  out: 'num_output',
  kernel: 'kernel_size',
  stride: 'stride',
  padding: 'pad',
  dilation: 'dilation',
  groups: 'group',
} as const;

function kernelOf(params: Fields): PerAxis | undefined {
  if (sizes.kernel.some((name) => params.has(name))) return perAxis(params, 'kernel');
  return params.missing('kernel_size', 'Write `kernel_size: 3`, or `kernel_h` and `kernel_w`.');
}

/** What convolutions and transposed ones have alike. */
function convolving(op: 'conv' | 'upconv', depthwise = false): Rule {
  return {
    bottoms: [1, Number.POSITIVE_INFINITY],
    each: true,
    translate({ layer, inputs: [input] }) {
      const params = layer.param('convolution_param');
      const channels = input?.[1];
      const out = depthwise && !params.has('num_output') ? channels : params.required('num_output');
      const kernel = kernelOf(params);
      const dilation = params.wholes('dilation', 1);
      const group = params.whole('group', 1) ?? (depthwise ? channels : undefined);
      const stride = perAxis(params, 'stride');
      const padding = perAxis(params, 'padding');
      const attributes = {
        out,
        kernel,
        ...(stride !== undefined && { stride }),
        ...(padding !== undefined && { padding }),
        ...(dilation.length > 0 && { dilation: dilation.length > 1 ? dilation : dilation[0] }),
        ...(group !== undefined && { groups: group }),
        bias: params.flag('bias_term', true),
      };
      if (out === undefined || kernel === undefined) return undefined;
      const axis = params.index('axis') ?? 1;
      if (axis === 1 || (input && axis + input.length === 1) || !input) {
        return { op, attributes, from: { params, names } };
      }
      return alongAxis(
        layer,
        input,
        axis < 0 ? axis + input.length : axis,
        { ...attributes, out, kernel },
        op,
      );
    },
  };
}

interface Convolution {
  readonly out: number;
  readonly kernel: PerAxis;
  readonly stride?: PerAxis;
  readonly padding?: PerAxis;
  readonly dilation?: PerAxis | undefined;
  readonly groups?: number;
  readonly bias: boolean;
}

/** A convolution whose channels are another axis than 1: all axes before it are as many examples. */
function alongAxis(
  layer: RuleCall['layer'],
  input: Shape,
  axis: number,
  { out, kernel, stride = 1, padding = 0, dilation = 1, groups = 1, bias }: Convolution,
  op: 'conv' | 'upconv',
): Translation {
  const at = (value: PerAxis, position: number) =>
    typeof value === 'number' ? value : (value[position] ?? 1);
  const spatial = input.slice(axis + 1);
  const taps = product(spatial.map((_, position) => at(kernel, position)));
  const sizes = spatial.map((size, position) => {
    const extent = at(dilation, position) * (at(kernel, position) - 1) + 1;
    const around = 2 * at(padding, position);
    return op === 'conv'
      ? Math.floor((size + around - extent) / at(stride, position)) + 1
      : (size - 1) * at(stride, position) + extent - around;
  });
  const shape = [...input.slice(0, axis), out, ...sizes];
  const channels = input[axis] ?? 1;
  const weights = (out * channels * taps) / groups;
  const positions = op === 'conv' ? product(shape) / out : product(input) / channels;
  return opaque(layer, {
    shapes: [shape],
    kind: 'convolution',
    params: weights + (bias ? out : 0),
    macs: weights * positions,
  });
}

/** A window larger than what it slides over takes all of it, where it may hang over the end. */
function fitting(kernel: PerAxis, padding: PerAxis, input: Shape | undefined): PerAxis {
  if (!input) return kernel;
  const spatial = input.slice(2);
  const at = (value: PerAxis, axis: number) =>
    typeof value === 'number' ? value : (value[axis] ?? 1);
  const kernels = spatial.map((size, axis) =>
    Math.min(at(kernel, axis), size + 2 * at(padding, axis)),
  );
  return kernels.every((size, axis) => size === at(kernel, axis)) ? kernel : kernels;
}

/** Which operations pool by a method, over windows and over everything. */
const methods = {
  MAX: ['maxpool', 'gmp'],
  AVE: ['avgpool', 'gap'],
  STOCHASTIC: ['stochasticpool', 'gap'],
} as const;

const pooling: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('pooling_param');
    const method = params.choice('pool', ['MAX', 'AVE', 'STOCHASTIC']);
    if (method === undefined) return undefined;
    const [windowed, whole] = methods[method];
    const places = method === 'MAX' && layer.tops.length > 1 && { places: true };
    if (params.flag('global_pooling', false)) {
      if (!places) return { op: whole, attributes: { keep: true } };
      return input && { op: windowed, attributes: { kernel: input.slice(2), ...places } };
    }
    const kernel = kernelOf(params);
    const padding = perAxis(params, 'padding') ?? 0;
    if (kernel === undefined) return undefined;
    const floors =
      params.choice('round_mode', ['CEIL', 'FLOOR']) === 'FLOOR' || !params.flag('ceil_mode', true);
    const attributes = {
      kernel: floors ? kernel : fitting(kernel, padding, input),
      stride: perAxis(params, 'stride') ?? 1,
      padding,
      ...(floors && { ceil: false }),
      ...places,
    };
    return { op: windowed, attributes, from: { params, names } };
  },
};

/** Columns of what a convolution multiplies its filters with. */
const columns: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('convolution_param');
    const kernel = kernelOf(params);
    if (!input || kernel === undefined) return undefined;
    const sliding = {
      out: 1,
      kernel,
      stride: perAxis(params, 'stride') ?? 1,
      padding: perAxis(params, 'padding') ?? 0,
      dilation: params.wholes('dilation', 1)[0] ?? 1,
      bias: false,
    };
    const { attributes } = alongAxis(layer, input, 1, sliding, 'conv');
    const [shape = input] = attributes.shapes as readonly Shape[];
    const taps = product(
      input.slice(2).map((_, axis) => (typeof kernel === 'number' ? kernel : (kernel[axis] ?? 1))),
    );
    const [batch = 1, channels = 1] = input;
    return opaque(layer, {
      shapes: [[batch, channels * taps, ...shape.slice(2)]],
      kind: 'reshape',
    });
  },
};

/** Spatial pyramid pooling (He et al., 2014): level l pools to 2ˡ×2ˡ, and all stand side by side. */
const pyramid: Rule = {
  bottoms: one,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('spp_param');
    const height = params.required('pyramid_height');
    if (!input || height === undefined) return undefined;
    const [batch = 1, channels = 1] = input;
    const cells = (4 ** height - 1) / 3;
    return opaque(layer, { shapes: [[batch, channels * cells]], kind: 'pooling' });
  },
};

/** Layers with a window. */
export const windowRules: Rules = {
  convolution: convolving('conv'),
  convolution3d: convolving('conv'),
  convolutiondepthwise: convolving('conv', true),
  depthwiseconvolution: convolving('conv', true),
  deconvolution: convolving('upconv'),
  pooling,
  pooling3d: pooling,
  im2col: columns,
  spp: pyramid,
};
