import * as z from 'zod';
import { choice, index, real } from './attributes.js';
import { defineOperation, type Operation, OperationError, type Profile } from './operation.js';
import { channelAxis, inputAt, product, sizeAt, withSize } from './shapes.js';

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
  aliases?: readonly string[],
  attributes?: z.ZodRawShape,
];

/** Functions that leave the shape alone and train nothing. */
const table: readonly Row[] = [
  ['relu', 'ReLU', 'max(x, 0)'],
  ['relu6', 'ReLU6', 'min(max(x, 0), 6)'],
  ['leakyrelu', 'Leaky ReLU', 'x, or a small slope where x < 0', ['lrelu', 'leaky'], slope(0.01)],
  ['rrelu', 'RReLU', 'x, or a random slope where x < 0'],
  [
    'thresholdedrelu',
    'Thresholded ReLU',
    'x where x > θ, else 0',
    [],
    {
      theta: number('theta', 1, 'The threshold.'),
    },
  ],
  [
    'threshold',
    'Threshold',
    'x where x > θ, else a value',
    [],
    {
      theta: number('theta', 0, 'The threshold.'),
      value: number('value', 0, 'What stands below it.'),
    },
  ],
  ['elu', 'ELU', 'x, or α(eˣ − 1) where x < 0', [], alpha(1)],
  ['selu', 'SELU', 'a scaled ELU that normalizes itself'],
  ['celu', 'CELU', 'a continuously differentiable ELU', [], alpha(1)],
  ['gelu', 'GELU', 'x·Φ(x)', ['fastgelu', 'quickgelu']],
  ['silu', 'SiLU', 'x·σ(x)', ['swish']],
  ['mish', 'Mish', 'x·tanh(softplus(x))'],
  ['tanh', 'Tanh', 'tanh(x)'],
  ['tanhshrink', 'Tanhshrink', 'x − tanh(x)'],
  ['hardtanh', 'Hard tanh', 'min(max(x, −1), 1)'],
  ['sigmoid', 'Sigmoid', '1 / (1 + e⁻ˣ)', ['logistic']],
  ['hardsigmoid', 'Hard sigmoid', 'a sigmoid of three straight lines'],
  ['logsigmoid', 'Log sigmoid', 'log σ(x)'],
  ['hardswish', 'Hard swish', 'x·hardsigmoid(x)', ['hswish', 'hardsilu']],
  ['softplus', 'Softplus', 'log(1 + eˣ)'],
  ['softsign', 'Softsign', 'x / (1 + |x|)'],
  ['softshrink', 'Softshrink', 'x moved towards 0 by λ'],
  ['hardshrink', 'Hardshrink', 'x where |x| > λ, else 0'],
  ['softmax', 'Softmax', 'eˣ over the sum along an axis', ['softmax2d'], axis],
  ['logsoftmax', 'Log softmax', 'the logarithm of softmax', [], axis],
  ['softmin', 'Softmin', 'softmax of −x', [], axis],
  ['sparsemax', 'Sparsemax', 'the nearest point of the simplex', [], axis],
  ['identity', 'Identity', 'x', ['none']],
  ['clip', 'Clip', 'x between two bounds', ['clamp']],
  ['abs', 'Absolute value', '|x|', ['absval']],
  ['neg', 'Negation', '−x'],
  ['exp', 'Exponential', 'eˣ', ['exponential']],
  ['log', 'Logarithm', 'log x'],
  ['sqrt', 'Square root', '√x'],
  ['square', 'Square', 'x²'],
  ['reciprocal', 'Reciprocal', '1 / x'],
  [
    'pow',
    'Power',
    'x to a power',
    ['power'],
    {
      exponent: number('exponent', 2, 'The power.'),
    },
  ],
  ['sin', 'Sine', 'sin x', ['sine']],
  ['cos', 'Cosine', 'cos x', ['cosine']],
  ['erf', 'Error function', 'erf x'],
  ['sign', 'Sign', '−1, 0 or 1'],
  ['step', 'Step', '1 where x > 0, else 0', ['heaviside']],
  ['gaussian', 'Gaussian', 'e to −x²'],
  ['bnll', 'BNLL', 'log(1 + eˣ), as Caffe names it'],
];

/** What an activation does to the output shape is nothing; an `axis` must exist. */
function elementwise([name, title, formula, aliases = [], attributes = {}]: Row): Operation {
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
  });
}

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
});

/** Gates halve an axis: one half is multiplied with a function of the other (Shazeer, 2020). */
function gate(name: string, title: string, inner: string): Operation {
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
  });
}

/** Every activation. */
export const activations: readonly Operation[] = [
  ...table.map(elementwise),
  prelu,
  gate('glu', 'GLU', 'the sigmoid'),
  gate('swiglu', 'SwiGLU', 'the SiLU'),
  gate('geglu', 'GEGLU', 'the GELU'),
  gate('reglu', 'ReGLU', 'the ReLU'),
];
