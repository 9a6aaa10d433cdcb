import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/scene/contrast.js';
import { plainText } from '../../../src/scene/scripts.js';
import { readableOn } from '../../../src/styles/fcnn/readable.js';
import { fillUnitLabel } from '../../../src/styles/fcnn/unit-labels.js';
import { formatValue } from '../../../src/styles/fcnn/unit-texts.js';
import { textsOf } from '../../geometry.js';
import { perceptron } from '../../networks.js';
import { draw, expectTidy, inRole } from './support.js';

const texts = (scene: Parameters<typeof inRole>[0], role: string) =>
  inRole(scene, role).flatMap((node) => (node.kind === 'text' ? [node.text] : []));

describe('fillUnitLabel', () => {
  const fill = (template: string) => plainText(fillUnitLabel(template, { i: 12, l: 2, n: 40 }));

  it.each([
    ['x{i}', 'x₁₂'],
    ['x_{i}', 'x₁₂'],
    ['x_i', 'xᵢ'],
    ['h_{i}^({l})', 'h₁₂⁽²⁾'],
    ['h^{({l})}_{i}', 'h⁽²⁾₁₂'],
    ['x{n}', 'x₄₀'],
    ['{i}', '12'],
    ['unit {i}', 'unit 12'],
    ['w_{1,{i}}', 'w_{1,12}'],
    ['fc_one', 'fc_one'],
    ['x₃', 'x₃'],
    ['sepal length', 'sepal length'],
    ['*z*', 'z'],
  ])('%s is %s', (template, text) => {
    expect(fill(template)).toBe(text);
  });

  it('slants variables and nothing else', () => {
    const slanted = (template: string) =>
      fillUnitLabel(template, { i: 1, l: 0, n: 1 })
        .filter(({ italic }) => italic)
        .map(({ text }) => text);
    expect(slanted('x{i}')).toEqual(['x']);
    expect(slanted('ŷ{i}')).toEqual(['ŷ']);
    expect(slanted('a')).toEqual([]);
    expect(slanted('age')).toEqual([]);
    expect(slanted('*z*')).toEqual(['z']);
  });
});

describe('names', () => {
  it('stand in the circles, those that are shown', () => {
    const { scene, problems } = draw(perceptron(784, 3), {
      nodeLabels: ['x{i}', 'y{i}'],
      maxNodes: 6,
      nodeDiameter: 26,
    });
    expect(problems).toEqual([]);
    expect(texts(scene, 'names')).toEqual(['x₁', 'x₂', 'x₇₈₃', 'x₇₈₄', 'y₁', 'y₂', 'y₃']);
    const sizes = inRole(scene, 'names').map((node) => (node.kind === 'text' ? node.size : 0));
    expect(new Set(sizes.slice(0, 4)).size).toBe(1);
    expectTidy(scene);
  });

  it('stand beside the first and the last layer where they do not fit', () => {
    const { scene, problems } = draw(perceptron(2, 2, 1), {
      nodeLabels: [['height', 'weight'], null, ['health']],
    });
    expect(problems).toEqual([]);
    expect(texts(scene, 'values')).toEqual(['height', 'weight', 'health']);
    expectTidy(scene);
  });

  it('are left out of other layers where they do not fit, with a warning', () => {
    const { scene, problems } = draw(perceptron(2, 1, 1), {
      nodeLabels: [null, ['happiness'], null],
    });
    expect(inRole(scene, 'names')).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      rule: 'no-room',
      severity: 'warning',
      message: 'the name `happiness` of a unit in layer 1 does not fit in its circle',
      hint: 'Set `nodeDiameter: 45`; the names of this layer are left out.',
    });
    const wide = draw(perceptron(2, 1, 1), {
      nodeLabels: [null, ['happiness'], null],
      nodeDiameter: 45,
    });
    expect(wide.problems).toEqual([]);
    expect(texts(wide.scene, 'names')).toEqual(['happiness']);
  });
});

describe('values', () => {
  const options = { inputValues: [5, -0.25], outputValues: [0.123456, 'no'] };

  it('stand beside their circles', () => {
    const { scene } = draw(perceptron(2, 3, 2), options);
    expect(texts(scene, 'values')).toEqual(['5', '−0.25', '0.1235', 'no']);
    const anchors = inRole(scene, 'values').map((node) => node.kind === 'text' && node.anchor);
    expect(anchors).toEqual(['end', 'end', 'start', 'start']);
    expectTidy(scene);
  });

  it('follow the names that stand there', () => {
    const names = { nodeLabels: [['age', 'size'], null, 'y{i}'], nodeLabelPlace: 'beside' };
    const { scene } = draw(perceptron(2, 3, 2), { ...options, ...names });
    expect(texts(scene, 'values')).toEqual(['age = 5', 'size = −0.25', 'y₁ = 0.1235', 'y₂ = no']);
  });

  it('push circles apart where they need room', () => {
    for (const direction of ['up', 'down', 'left', 'right']) {
      const long = { inputValues: ['a long value', 'another long value'], fontSize: 30 };
      expectTidy(draw(perceptron(2, 1), { direction, ...long }).scene);
    }
  });
});

describe('formatValue', () => {
  it('writes at most four significant digits', () => {
    expect([1 / 3, 12345, -2, 0, 1e-7].map(formatValue)).toEqual([
      '0.3333',
      '12350',
      '−2',
      '0',
      '1e−7',
    ]);
    expect(formatValue('0.50')).toBe('0.50');
  });
});

describe('bias units', () => {
  it('say what they give, and are not counted in ℝⁿ', () => {
    const { scene } = draw(perceptron(3, 2), { showBias: true, biasLabel: '1' });
    expect(texts(scene, 'bias')).toEqual(['1']);
    expect(texts(scene, 'labels')).toEqual(['Input layer ∈ ℝ³', 'Output layer ∈ ℝ²']);
    const [bias] = inRole(scene, 'bias');
    expect(bias?.kind === 'circle' && bias.paint.fill?.light).toBe('#dbdbdc');
    expectTidy(scene);
  });

  it('say nothing where they are too small', () => {
    const { scene } = draw(perceptron(3, 2), { showBias: true, nodeDiameter: 6 });
    expect(texts(scene, 'bias')).toEqual([]);
  });
});

describe('text on colours of one’s own', () => {
  it('is black or white where ink cannot be read', () => {
    const ink = { variable: 'ink', light: '#1b1f24', dark: '#f1f3f6' };
    expect(readableOn(ink, { light: '#ffffff', dark: '#111111' })).toBe(ink);
    expect(readableOn(ink, { light: '#ffffff', dark: '#ffffff' })).toEqual({
      light: '#1b1f24',
      dark: '#000000',
    });
    const { scene } = draw(perceptron(1, 1), { nodeLabels: 'x', nodeFill: '#003300' });
    const [name] = textsOf(scene);
    expect(name?.fill).toEqual({ light: '#ffffff', dark: '#f1f3f6' });
  });

  it('has the contrast of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
