/** Networks of Caffe, drawn: nothing in a file is more than text, and nothing takes long. */
import { readers } from '@nnfig/formats';
import fc from 'fast-check';
import { render, styles } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { attacks } from './attacks.js';
import { checkAnswer } from './check.js';

const draw = (text: string, style = 'netscope') =>
  render(text, { style }, { format: 'caffe' }, { readers });

/** A string of prototxt, with what it cannot hold as escapes. */
const quote = (text: string) =>
  `"${text.replace(
    /["\\\p{Cc}]/gu,
    (unit) => `\\${unit.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )}"`;

const input = 'input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8\n';
const relu = 'layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }\n';

/** Every place where a text of the file may reach the figure, or a message. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'name of the network': (text) => `name: ${text}\n${input}${relu}`,
  'name of a layer': (text) =>
    `${input}layer { name: ${text} type: "ReLU" bottom: "data" top: "x" }`,
  'names of layers in a group': (text) =>
    `${input}layer { name: ${text} "/a" type: "ReLU" bottom: "data" top: "x" }
layer { name: ${text} "/b" type: "TanH" bottom: "x" top: "y" }`,
  'name of a layer in place': (text) =>
    `${input}${relu}layer { name: ${text} type: "Dropout" bottom: "relu" top: "relu" }`,
  'unknown type': (text) => `${input}layer { name: "x" type: ${text} bottom: "data" top: "x" }`,
  'name of a blob': (text) =>
    `${input}layer { name: "x" type: "ReLU" bottom: "data" top: ${text} }
layer { name: "y" type: "TanH" bottom: ${text} top: "y" }`,
  'unknown blob': (text) => `${input}layer { name: "x" type: "ReLU" bottom: ${text} top: "x" }`,
  'name of an input': (text) =>
    `input: ${text} input_dim: 1 input_dim: 3\nlayer { name: "x" type: "ReLU" bottom: ${text} top: "x" }`,
  'name of parameters': (text) =>
    `${input}layer { name: "a" type: "Convolution" bottom: "data" top: "a" param { name: ${text} } convolution_param { num_output: 3 kernel_size: 3 } }
layer { name: "b" type: "Convolution" bottom: "a" top: "b" param { name: ${text} } convolution_param { num_output: 3 kernel_size: 3 } }`,
  attribute: (text) =>
    `${input}layer { name: "p" type: "Python" bottom: "data" top: "p" python_param { module: ${text} layer: ${text} param_str: ${text} } }`,
  'word that has values of its own': (text) =>
    `${input}layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { pool: ${text} kernel_size: 2 } }`,
  number: (text) =>
    `${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: ${text} kernel_size: 1 } }`,
  stage: (text) =>
    `${input}${relu}layer { name: "x" type: "ReLU" bottom: "data" top: "x" include { stage: ${text} } }`,
};

describe.each(Object.entries(places))('%s', (_, write) => {
  it.each(attacks)('takes %j for text', (attack) => {
    for (const text of [write(quote(attack)), write(attack), `${input}${relu}# ${attack}`]) {
      checkAnswer(draw(text), text);
    }
  });

  it('takes any text for text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
        for (const text of [write(quote(value)), write(value)]) checkAnswer(draw(text), text);
      }),
      { seed: 2014, numRuns: 40 },
    );
  });
});

it('shows names as they are', () => {
  const { svg } = draw(places['name of a layer']?.(quote('<b>&amp;')) ?? '');
  expect(svg).toContain('>&lt;b&gt;&amp;amp;</text>');
});

/** Those that every style may show. */
const shown = Object.entries(places)
  .filter(([name]) => /^(?:name of (?:the network|a layer|an input)|unknown type)$/.test(name))
  .map(([, write]) => write);

describe('every style', () => {
  it.each(styles)('$name draws or refuses it, whatever its names are', ({ name }) => {
    for (const attack of attacks) {
      for (const write of shown) {
        const text = write(quote(attack));
        checkAnswer(draw(text, name), text);
      }
    }
  });
});

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

const layer = (name: string, bottoms: readonly string[], type = 'ReLU', top = name) =>
  `layer { name: "${name}" type: "${type}" ${bottoms.map((bottom) => `bottom: "${bottom}"`).join(' ')} top: "${top}" }`;

/** Networks that are large and right. */
const large: Readonly<Record<string, string>> = {
  'ten thousand layers in a row': times(10_000, (index) =>
    layer(`l${index}`, [index === 0 ? 'data' : `l${index - 1}`]),
  ),
  'ten thousand layers in place': `${relu}${times(10_000, (index) => layer(`l${index}`, ['relu'], 'Dropout', 'relu'))}`,
  'ten thousand layers beside each other': times(10_000, (index) => layer(`l${index}`, ['data'])),
  'three thousand residuals': `${relu}${times(3_000, (index) => {
    const before = index === 0 ? 'relu' : `s${index - 1}`;
    return `${layer(`a${index}`, [before])}\n${layer(`s${index}`, [before, `a${index}`], 'Eltwise')}`;
  })}`,
  'layers that take all before them': times(80, (index) =>
    layer(
      `l${index}`,
      ['data', 'data', ...Array.from({ length: index }, (_, at) => `l${at}`)],
      'Eltwise',
    ),
  ),
  'groups in groups': times(300, (index) =>
    layer(`${'g/'.repeat(index)}l`, [index === 0 ? 'data' : `t${index - 1}`], 'ReLU', `t${index}`),
  ),
  'names of a hundred thousand letters': `${layer('n'.repeat(100_000), ['data'])}\n${layer(`${'/'.repeat(50_000)}`, ['data'])}`,
  'attributes of a hundred thousand letters': `layer { name: "p" type: "Python" bottom: "data" top: "p" python_param { module: "${'m'.repeat(100_000)}" ${'layer: "x" '.repeat(10_000)} } }`,
};

describe.each(Object.entries(large))('%s', (_, layers) => {
  it('are drawn', () => {
    const text = `${input}${layers}\n`;
    const answer = draw(text);
    expect(answer.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(answer.svg?.length).toBeGreaterThan(0);
    if (text.length < 500_000) checkAnswer(answer, text);
  });
});

/** Networks that ask for what nobody needs, and the rule that stops each. */
const limits: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'a hundred thousand braces': ['prototxt-syntax', 'layer { '.repeat(100_000)],
  'a hundred thousand braces, closed': [
    'prototxt-syntax',
    `${'layer { '.repeat(100_000)}${'}'.repeat(100_000)}`,
  ],
  'a hundred thousand brackets': ['prototxt-syntax', `layer { dim: ${'['.repeat(100_000)} }`],
  'a hundred thousand closing braces': ['prototxt-syntax', '} '.repeat(100_000)],
  'a hundred thousand quotes': ['prototxt-syntax', `name: ${'"'.repeat(100_001)}`],
  'two layers that take from each other': [
    'cycle',
    `${input}${layer('a', ['b'])}\n${layer('b', ['a'])}`,
  ],
  'a circle of five thousand layers': [
    'cycle',
    `${input}${times(5_000, (index) => layer(`l${index}`, [`l${(index + 1) % 5_000}`]))}`,
  ],
  'channels beyond counting': [
    'absurd-size',
    `${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 9007199254740991 kernel_size: 1 } }`,
  ],
  'an image beyond counting': [
    'absurd-size',
    `input: "data" ${'input_dim: 4294967295 '.repeat(4)}${relu}`,
  ],
  'layers that double what they take': [
    'absurd-size',
    `${input}${times(80, (index) => {
      const before = index === 0 ? 'data' : `l${index - 1}`;
      return layer(`l${index}`, [before, before], 'Concat');
    })}`,
  ],
};

describe.each(Object.entries(limits))('%s', (_, [rule, text]) => {
  it(`is stopped by ${rule}`, () => {
    const answer = draw(text);
    expect(answer.diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule);
    expect(answer.diagnostics.length).toBeLessThanOrEqual(200);
    if (text.length < 500_000) checkAnswer(answer, text);
  });
});
