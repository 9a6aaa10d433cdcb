import * as z from 'zod';
import { choice, index, real } from './attributes.js';
import {
  defineOperation,
  type Operation,
  OperationError,
  type Profile,
  type Work,
} from './operation.js';
import { channelAxis, inputAt, product, sizeAt, withSize } from './shapes.js';
import {
  geluWork,
  repeatWork,
  sigmoidWork,
  siluWork,
  softmaxWork,
  tanhWork,
  totalWork,
} from './work.js';

const number = (name: string, initial: number, description: string) =>
  real(name).default(initial).describe(description);

const slope = (initial: number) => ({
  slope: number('slope', initial, 'Slope where the input is negative.'),
});
const alpha = (initial: number) => ({
  alpha: number('alpha', initial, 'What it tends to where the input is very negative.'),
});
const axis = {
  axis: index('axis')
    .optional()
    .describe('Axis it runs over; the features or channels unless given.'),
};

type Row = readonly [
  name: string,
  title: string,
  formula: string,
  work: Work | ((length: number) => Work),
  aliases?: readonly string[],
  attributes?: z.ZodRawShape,
];

const oneComparison: Work = { comparisons: 1 };
const twoComparisons: Work = { comparisons: 2 };
const oneExponential: Work = { exponentials: 1 };

/** max(x, 0) with a factor below. */
const leakyWork: Work = { comparisons: 1, multiplications: 1 };

/** α(eˣ − 1) where it is needed. */
const eluWork: Work = { comparisons: 1, additions: 1, multiplications: 1, exponentials: 1 };

/** log(1 + eˣ). */
const softplusWork: Work = { additions: 1, exponentials: 2 };

/** x / 6 + ½ between two bounds. */
const hardSigmoidWork: Work = { comparisons: 2, additions: 1, multiplications: 1 };

/** x − log Σeˣ over one row. */
const logSoftmaxWork = (length: number): Work => ({
  additions: 2 * length - 1,
  exponentials: length + 1,
});

/**
 * One row by Martins and Astudillo (2016): it is sorted in n·⌈log₂ n⌉ comparisons, summed up,
 * each place k is tried by 1 + k·z > Σz, and a threshold is taken off.
 */
const sparsemaxWork = (length: number): Work => ({
  comparisons: length * Math.ceil(Math.log2(length)) + 2 * length,
  additions: length - 1 + length + 1 + length,
  multiplications: length,
  divisions: 1,
});

/**
 * Functions that leave the shape alone and train nothing, with the work of each number, or of
 * a row along the axis.
 */
const table: readonly Row[] = [
  ['relu', 'ReLU', 'max(x, 0)', oneComparison],
  ['relu6', 'ReLU6', 'min(max(x, 0), 6)', twoComparisons],
  [
    'leakyrelu',
    'Leaky ReLU',
    'x, or a small slope where x < 0',
    leakyWork,
    ['lrelu', 'leaky'],
    slope(0.01),
  ],
  ['rrelu', 'RReLU', 'x, or a random slope where x < 0', leakyWork],
  [
    'thresholdedrelu',
    'Thresholded ReLU',
    'x where x > θ, else 0',
    oneComparison,
    [],
    {
      theta: number('theta', 1, 'The threshold.'),
    },
  ],
  [
    'threshold',
    'Threshold',
    'x where x > θ, else a value',
    oneComparison,
    [],
    {
      theta: number('theta', 0, 'The threshold.'),
      value: number('value', 0, 'What stands below it.'),
    },
  ],
  ['elu', 'ELU', 'x, or α(eˣ − 1) where x < 0', eluWork, [], alpha(1)],
  ['selu', 'SELU', 'a scaled ELU that normalizes itself', { ...eluWork, multiplications: 2 }],
  ['celu', 'CELU', 'a continuously differentiable ELU', { ...eluWork, divisions: 1 }, [], alpha(1)],
  ['gelu', 'GELU', 'x·Φ(x)', geluWork, ['fastgelu', 'quickgelu']],
  ['silu', 'SiLU', 'x·σ(x)', siluWork, ['swish']],
  [
    'mish',
    'Mish',
    'x·tanh(softplus(x))',
    totalWork(softplusWork, tanhWork, { multiplications: 1 }),
  ],
  ['tanh', 'Tanh', 'tanh(x)', tanhWork],
  ['tanhshrink', 'Tanhshrink', 'x − tanh(x)', totalWork(tanhWork, { additions: 1 })],
  ['hardtanh', 'Hard tanh', 'min(max(x, −1), 1)', twoComparisons],
  ['sigmoid', 'Sigmoid', '1 / (1 + e⁻ˣ)', sigmoidWork, ['logistic']],
  ['hardsigmoid', 'Hard sigmoid', 'a sigmoid of three straight lines', hardSigmoidWork],
  ['logsigmoid', 'Log sigmoid', 'log σ(x)', softplusWork],
  [
    'hardswish',
    'Hard swish',
    'x·hardsigmoid(x)',
    totalWork(hardSigmoidWork, { multiplications: 1 }),
    ['hswish', 'hardsilu'],
  ],
  ['softplus', 'Softplus', 'log(1 + eˣ)', softplusWork],
  ['softsign', 'Softsign', 'x / (1 + |x|)', { comparisons: 1, additions: 1, divisions: 1 }],
  ['softshrink', 'Softshrink', 'x moved towards 0 by λ', { comparisons: 2, additions: 1 }],
  ['hardshrink', 'Hardshrink', 'x where |x| > λ, else 0', twoComparisons],
  ['softmax', 'Softmax', 'eˣ over the sum along an axis', softmaxWork, ['softmax2d'], axis],
  ['logsoftmax', 'Log softmax', 'the logarithm of softmax', logSoftmaxWork, [], axis],
  ['softmin', 'Softmin', 'softmax of −x', softmaxWork, [], axis],
  ['sparsemax', 'Sparsemax', 'the nearest point of the simplex', sparsemaxWork, [], axis],
  ['identity', 'Identity', 'x', {}, ['none']],
  ['clip', 'Clip', 'x between two bounds', twoComparisons, ['clamp']],
  ['abs', 'Absolute value', '|x|', oneComparison, ['absval']],
  ['neg', 'Negation', '−x', {}],
  ['exp', 'Exponential', 'eˣ', oneExponential, ['exponential']],
  ['log', 'Logarithm', 'log x', oneExponential],
  ['sqrt', 'Square root', '√x', oneExponential],
  ['square', 'Square', 'x²', { multiplications: 1 }],
  ['reciprocal', 'Reciprocal', '1 / x', { divisions: 1 }],
  ['sin', 'Sine', 'sin x', oneExponential, ['sine']],
  ['cos', 'Cosine', 'cos x', oneExponential, ['cosine']],
  ['erf', 'Error function', 'erf x', oneExponential],
  ['sign', 'Sign', '−1, 0 or 1', twoComparisons],
  ['step', 'Step', '1 where x > 0, else 0', oneComparison, ['heaviside']],
  ['gaussian', 'Gaussian', 'e to −x²', { multiplications: 1, exponentials: 1 }],
  ['bnll', 'BNLL', 'log(1 + eˣ), as Caffe names it', softplusWork],
];

/** What an activation does to the output shape is nothing; an `axis` must exist. */
function elementwise([name, title, formula, work, aliases = [], attributes = {}]: Row): Operation {
  return defineOperation({
    name,
    aliases,
    category: 'activation',
    title,
    summary: `${title}: ${formula}.`,
    attributes: z.strictObject(attributes),
    outputs({ attributes, inputs, context }) {
      const shape = inputAt(inputs);
      const { axis } = attributes as { axis?: number };
      if (axis !== undefined) channelAxis(shape, context, axis);
      return [shape];
    },
    work({ attributes, inputs, context }) {
      const shape = inputAt(inputs);
      if (typeof work !== 'function') return repeatWork(product(shape), work);
      const { axis } = attributes as { axis?: number };
      const length = sizeAt(shape, channelAxis(shape, context, axis));
      return repeatWork(product(shape) / length, work(length));
    },
  });
}

/** (shift + scale·x) to a power, as Caffe has it; what changes nothing is no work. */
const pow = defineOperation({
  name: 'pow',
  aliases: ['power'],
  category: 'activation',
  title: 'Power',
  summary: 'Power: x to a power, scaled and shifted before.',
  attributes: z.strictObject({
    exponent: number('exponent', 2, 'The power.'),
    scale: number('scale', 1, 'What it is multiplied with before.'),
    shift: number('shift', 0, 'What is added then.'),
  }),
  outputs: ({ inputs }) => [inputAt(inputs)],
  work: ({ attributes: { exponent, scale, shift }, outputs }) =>
    repeatWork(product(inputAt(outputs)), {
      multiplications: scale === 1 ? 0 : 1,
      additions: shift === 0 ? 0 : 1,
      exponentials: exponent === 1 ? 0 : 1,
    }),
});

const perDefault: Readonly<Record<Profile, 'shared' | 'channel' | 'position'>> = {
  torch: 'shared',
  keras: 'position',
  caffe: 'channel',
};

/**
 * Parametric ReLU (He et al., 2015). PyTorch trains one slope, Caffe one for each channel,
 * Keras one for each position unless its axes are shared.
 */
const prelu = defineOperation({
  name: 'prelu',
  category: 'activation',
  title: 'PReLU',
  summary: 'PReLU: x, or a trained slope where x < 0.',
  attributes: z.strictObject({
    per: choice('per', ['shared', 'channel', 'position'])
      .optional()
      .describe(
        'What has a slope of its own; `shared` in PyTorch, `position` in Keras, `channel` in Caffe.',
      ),
  }),
  outputs: ({ inputs }) => [inputAt(inputs)],
  parameters({ attributes, inputs, context }) {
    const shape = inputAt(inputs);
    const per = attributes.per ?? perDefault[context.profile];
    if (per === 'shared') return 1;
    return per === 'channel' ? sizeAt(shape, channelAxis(shape, context)) : product(shape.slice(1));
  },
  work: ({ outputs }) => repeatWork(product(inputAt(outputs)), leakyWork),
});

/** Gates halve an axis: one half is multiplied with a function of the other (Shazeer, 2020). */
function gate(name: string, title: string, inner: string, work: Work): Operation {
  return defineOperation({
    name,
    category: 'activation',
    title,
    summary: `${title}: one half of the features times ${inner} of the other.`,
    attributes: z.strictObject(axis),
    outputs({ attributes, inputs, context }) {
      const shape = inputAt(inputs);
      const halved = channelAxis(shape, context, attributes.axis);
      const size = sizeAt(shape, halved);
      if (size % 2 !== 0) {
        throw new OperationError(
          `\`${name}\` halves the features, but \`${size}\` is odd`,
          'Give it an even number of features.',
        );
      }
      return [withSize(shape, halved, size / 2)];
    },
    work: ({ outputs }) =>
      repeatWork(product(inputAt(outputs)), totalWork(work, { multiplications: 1 })),
  });
}

/** Every activation. */
export const activations: readonly Operation[] = [
  ...table.map(elementwise),
  pow,
  prelu,
  gate('glu', 'GLU', 'the sigmoid', sigmoidWork),
  gate('swiglu', 'SwiGLU', 'the SiLU', siluWork),
  gate('geglu', 'GEGLU', 'the GELU', geluWork),
  gate('reglu', 'ReGLU', 'the ReLU', oneComparison),
];
