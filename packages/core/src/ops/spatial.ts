/**
 * How a window slides over the spatial axes: paddings, extents, output sizes.
 * With `e = dilation·(kernel − 1) + 1`, as everywhere in this folder.
 */
import type { Padding, PerAxis } from './attributes.js';
import {
  formatShape,
  type OperationCall,
  OperationError,
  type Profile,
  type Shape,
  type Window,
} from './operation.js';

/** A window on one spatial axis. */
export interface Sliding {
  /** `height`, `width`, … for messages. */
  readonly name: string;
  /** Size of the input. */
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Dilated extent of the kernel. */
  readonly extent: number;
  readonly before: number;
  readonly after: number;
}

/** The attributes that say how a window slides. */
export interface SlidingAttributes {
  readonly kernel: PerAxis;
  readonly stride: PerAxis;
  readonly padding: Padding;
  readonly dilation: PerAxis;
}

const axisNames: readonly (readonly string[])[] = [
  ['length'],
  ['height', 'width'],
  ['depth', 'height', 'width'],
];

/**
 * Names the spatial axes.
 *
 * @param count How many there are.
 * @returns One name for each, such as `height` and `width`.
 */
export function nameAxes(count: number): readonly string[] {
  return axisNames[count - 1] ?? Array.from({ length: count }, (_, axis) => `axis ${axis + 2}`);
}

/**
 * Takes the spatial sizes of a feature map.
 *
 * @param shape Batch, channels, and one to three spatial axes.
 * @param operation Name of the operation, for the message.
 * @returns The sizes after the channels.
 * @throws {OperationError} If the shape has no or too many spatial axes.
 */
export function spatialSizes(shape: Shape, operation: string): readonly number[] {
  if (shape.length >= 3 && shape.length <= 5) return shape.slice(2);
  throw new OperationError(
    `\`${operation}\` needs channels and one to three spatial axes, but gets \`${formatShape(shape)}\``,
    shape.length < 3
      ? 'Write `reshape` before it, such as `reshape 1x28x28`, or use `dense`.'
      : 'Write `reshape` before it, to make a feature map of at most three spatial axes.',
  );
}

/**
 * Gives each spatial axis its value of an attribute.
 *
 * @param value One value, or one an axis.
 * @param axes Number of spatial axes.
 * @param attribute Name of the attribute, for the message.
 * @returns One value an axis.
 * @throws {OperationError} If the list has another length.
 */
export function eachAxis(value: PerAxis, axes: number, attribute: string): readonly number[] {
  if (typeof value === 'number') return new Array<number>(axes).fill(value);
  if (value.length === axes) return value;
  throw wrongLength(value.length, axes, attribute);
}

/**
 * Gives each spatial axis its amounts before and after.
 *
 * @param value One amount, one an axis, a pair for all, or a pair an axis.
 * @param axes Number of spatial axes.
 * @param attribute Name of the attribute, for the message.
 * @returns One pair an axis.
 * @throws {OperationError} If the list has another length.
 */
export function eachSide(
  value: PerAxis | readonly (readonly [number, number])[],
  axes: number,
  attribute: string,
): readonly (readonly [number, number])[] {
  if (typeof value === 'number') return new Array<[number, number]>(axes).fill([value, value]);
  const [first] = value;
  if (value.length === 1 && Array.isArray(first)) {
    return new Array<readonly [number, number]>(axes).fill(first as [number, number]);
  }
  if (value.length !== axes) throw wrongLength(value.length, axes, attribute);
  return value.map((side) => (typeof side === 'number' ? [side, side] : side));
}

function wrongLength(length: number, axes: number, attribute: string): OperationError {
  return new OperationError(
    `\`${attribute}\` has ${length} values, but the input has ${axes} spatial ${axes === 1 ? 'axis' : 'axes'}`,
    `Write one value, or one for each of ${nameAxes(axes).join(', ')}.`,
    attribute,
  );
}

/**
 * Lays a window over each spatial axis.
 *
 * `same` gives `⌈size / stride⌉` outputs. In Keras the padding for that depends on
 * the size, as TensorFlow has it: `max((outputs − 1)·stride + e − size, 0)`. Elsewhere
 * it is `e − 1` whatever the size, which PyTorch has for a stride of 1. Either way an
 * odd one goes to the end. `causal` puts all of `e − 1` before the axis.
 *
 * @param shape Shape of the input.
 * @param attributes How the window slides.
 * @param profile Whose rule `same` follows.
 * @param operation Name of the operation, for messages.
 * @returns One window an axis.
 * @throws {OperationError} If a list has the wrong length, or a window is larger than its padded axis.
 */
export function slide(
  shape: Shape,
  attributes: SlidingAttributes,
  profile: Profile,
  operation: string,
): readonly Sliding[] {
  const sizes = spatialSizes(shape, operation);
  const axes = sizes.length;
  const kernels = eachAxis(attributes.kernel, axes, 'kernel');
  const strides = eachAxis(attributes.stride, axes, 'stride');
  const dilations = eachAxis(attributes.dilation, axes, 'dilation');
  const { padding } = attributes;
  if (padding === 'causal' && axes !== 1) {
    throw new OperationError(
      `\`padding\` \`causal\` needs one spatial axis, but the input has ${axes}`,
      'Write `same`, or amounts as `[before, after]` for each axis.',
      'padding',
    );
  }
  const sides = typeof padding === 'string' ? undefined : eachSide(padding, axes, 'padding');
  return sizes.map((size, axis) => {
    const kernel = kernels[axis] ?? 1;
    const stride = strides[axis] ?? 1;
    const dilation = dilations[axis] ?? 1;
    const extent = dilation * (kernel - 1) + 1;
    let [before, after] = sides?.[axis] ?? [0, 0];
    if (padding === 'causal') before = extent - 1;
    if (padding === 'same') {
      const total =
        profile === 'keras'
          ? Math.max((Math.ceil(size / stride) - 1) * stride + extent - size, 0)
          : extent - 1;
      before = Math.floor(total / 2);
      after = total - before;
    }
    const name = nameAxes(axes)[axis] ?? '';
    const sliding = { name, size, kernel, stride, dilation, extent, before, after };
    requireFit(sliding);
    return sliding;
  });
}

function requireFit({ name, size, kernel, dilation, extent, before, after }: Sliding): void {
  const padded = size + before + after;
  if (extent <= padded) return;
  const window =
    dilation === 1
      ? `\`${kernel}\``
      : `\`${kernel}\` (\`${extent}\` with dilation \`${dilation}\`)`;
  throw new OperationError(
    `the kernel ${window} is larger than the input, whose ${name} is \`${size}\`${
      padded === size ? '' : ` (\`${padded}\` with padding)`
    }`,
    'Write a smaller kernel or more padding, or leave out a pooling or a stride before it.',
    'kernel',
  );
}

/**
 * Counts the outputs of a window: `⌊(n + p₀ + p₁ − e) / s⌋ + 1`.
 *
 * @param sliding The window.
 * @returns The size of the output.
 */
export function floorSize({ size, before, after, extent, stride }: Sliding): number {
  return Math.floor((size + before + after - extent) / stride) + 1;
}

/**
 * Counts the outputs of windows that may hang over the end: on each axis
 * `⌈(n + p₀ + p₁ − e) / s⌉ + 1`, less one when the last would start beyond the input
 * and its padding before. PyTorch and ONNX from opset 22 always leave that one out,
 * Caffe only when there is padding, on whichever axis (`PoolingLayer::Reshape`).
 *
 * @param windows One window an axis.
 * @param profile Whose rule it is.
 * @returns The sizes of the output.
 */
export function ceilSizes(windows: readonly Sliding[], profile: Profile): readonly number[] {
  const clips = profile !== 'caffe' || windows.some(({ before, after }) => before + after > 0);
  return windows.map(({ size, before, after, extent, stride }) => {
    const outputs = Math.ceil((size + before + after - extent) / stride) + 1;
    return clips && (outputs - 1) * stride >= size + before ? outputs - 1 : outputs;
  });
}

/**
 * Says how outputs look at the input, for receptive fields.
 *
 * @param slidings The windows.
 * @returns The same, as an operation gives them.
 */
export function toWindows(slidings: readonly Sliding[]): readonly Window[] {
  return slidings.map(({ kernel, stride, dilation, before }) => ({
    kernel,
    stride,
    dilation,
    padding: before,
  }));
}

/**
 * Keeps the windows that were worked out last for the attributes of a layer, since each of
 * its rules asks for them again.
 *
 * @param workOut Works the windows of a call out.
 * @returns The same, remembering.
 */
export function remembered<Attributes extends object>(
  workOut: (call: OperationCall<Attributes>) => readonly Sliding[],
): (call: OperationCall<Attributes>) => readonly Sliding[] {
  const known = new WeakMap<
    Attributes,
    {
      readonly input: Shape | undefined;
      readonly profile: Profile;
      readonly windows: readonly Sliding[];
    }
  >();
  return (call) => {
    const { attributes, inputs, context } = call;
    const last = known.get(attributes);
    if (last && last.input === inputs[0] && last.profile === context.profile) return last.windows;
    const windows = workOut(call);
    known.set(attributes, { input: inputs[0], profile: context.profile, windows });
    return windows;
  };
}
