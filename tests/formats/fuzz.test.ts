/** Whatever stands in a prototxt, it is read, or its problems are said at places in it. */
import { readers } from '@nnfig/formats';
import fc from 'fast-check';
import { analyzeText } from 'nnfig';
import { expect, test } from 'vitest';
import { checkPlace } from '../fuzz/check.js';

const settings = { seed: 20_140_620, numRuns: 400 };

const network = `name: "net" # a comment
input: "data"
input_shape { dim: 1 dim: 3 dim: 16 dim: 16 }
layer {
  name: "a/conv" type: "Convolution" bottom: "data" top: "conv"
  param { name: "w" lr_mult: 1 } param { name: "b" }
  convolution_param { num_output: 4 kernel_size: [3, 3] pad: 1 stride: 2 group: 1 }
  include { phase: TEST }
}
layer { name: "a/relu" type: "ReLU" bottom: "conv" top: "conv" relu_param { negative_slope: .1 } }
layers { name: "pool" type: POOLING bottom: "conv" top: "pool" pooling_param { pool: MAX kernel_size: 2 } }
layers { layer { name: "pad" type: "padding" pad: 1 } bottom: "pool" top: "pad" }
layer { name: "re" type: "Reshape" bottom: "pool" top: "re" reshape_param { shape { dim: 0 dim: -1 } } }
layer { name: "slice" type: "Slice" bottom: "re" top: "s1" top: "s2" slice_param { slice_point: 5 } }
layer { name: "cat" type: "Concat" bottom: "s1" bottom: "s2" top: "cat" concat_param { axis: 1 } }
layer { name: "fc" type: "InnerProduct" bottom: "cat" top: "fc" inner_product_param { num_output: 10 } }
layer { name: "prior" type: "PriorBox" bottom: "pool" bottom: "data" top: "p" prior_box_param { min_size: 3.5 } }
layer { name: "loss" type: 'SoftmaxWithLoss' bottom: "fc" bottom: "label" top: "loss" }
layer { name: "label" type: "Data" top: "label" }
`;

const words = [
  '{',
  '}',
  '<',
  '>',
  '[',
  ']',
  ':',
  ';',
  ',',
  '"',
  "'",
  '#',
  '\n',
  '\\',
  '-',
  '0x',
  '1e9',
];
const more = [
  '-1',
  '0',
  '99999999999',
  '3',
  'layer',
  'top: "conv"',
  'bottom: "fc"',
  'type: "Crop"',
  'nan',
];

/** The network with a few stretches cut, doubled, or replaced. */
const mangled = fc
  .array(
    fc.tuple(
      fc.nat(network.length),
      fc.nat(30),
      fc.oneof(fc.constantFrom(...words, ...more), fc.string({ maxLength: 4 })),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((edits) =>
    edits.reduce(
      (text, [at, length, word]) =>
        `${text.slice(0, at)}${word}${text.slice(at + (length % 3 === 0 ? 0 : length))}`,
      network,
    ),
  );

/** Fields, braces and values in any order. */
const jumbled = fc
  .array(fc.constantFrom(...words, ...more, ...network.split(/\s+/)), { maxLength: 120 })
  .map((parts) => parts.join(' '));

test.each([
  ['with a few things wrong', mangled],
  ['in any order', jumbled],
])('a prototxt %s is read, or its problems are said', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const { network: found, diagnostics } = analyzeText(text, { format: 'caffe' }, { readers });
      for (const diagnostic of diagnostics) checkPlace(diagnostic, text);
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      if (!failed) expect(found?.layers.every(({ outputs }) => outputs.length > 0)).toBe(true);
      expect(analyzeText(text, { format: 'caffe' }, { readers }).diagnostics).toEqual(diagnostics);
    }),
    settings,
  );
});

/** Reads a text of many parts; the test fails by its time limit. */
const manyProblems = (text: string) => analyzeText(text, { format: 'caffe' }, { readers });

test.each<readonly [what: string, text: string]>([
  [
    'layers in place',
    `input: "x" input_dim: 1${'layer { type: "ReLU" bottom: "x" top: "x" }'.repeat(20_000)}`,
  ],
  ['unknown blobs', `layer { type: "Eltwise" ${'bottom: "q" '.repeat(50_000)} top: "x" }`],
  ['blobs given twice', 'layer { type: "Input" top: "x" }'.repeat(20_000)],
  ['fields', `layer { type: "ReLU" bottom: "x" ${'kernel_size: 3 '.repeat(100_000)} }`],
  ['messages', `layer { type: "Convolution" ${'convolution_param { pad: 1 } '.repeat(50_000)} }`],
  [
    'tops',
    `layer { type: "Slice" bottom: "d" ${'top: "a" '.repeat(50_000)} } input: "d" input_dim: 1`,
  ],
  ['layers', 'layer { type: "ReLU" bottom: "x" }'.repeat(60_000)],
  [
    'blobs in place',
    `layer { type: "X" ${Array.from({ length: 30_000 }, (_, at) => `bottom: "${at}" top: "${at}"`).join(' ')} }`,
  ],
  [
    'ratios',
    `input: "d" input_dim: [1, 1, 1, 1] layer { type: "PriorBox" bottom: "d" top: "p" prior_box_param { min_size: 1 ${Array.from({ length: 50_000 }, (_, at) => `aspect_ratio: ${at + 2}`).join(' ')} } }`,
  ],
])(
  'many %s take little time',
  (_, text) => {
    expect(manyProblems(text).diagnostics.length).toBeLessThanOrEqual(101);
  },
  30_000,
);
