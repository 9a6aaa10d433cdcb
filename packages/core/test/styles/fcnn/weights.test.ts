import { describe, expect, it } from 'vitest';
import { hashed } from '../../../src/scene/hashed.js';
import type { Scene } from '../../../src/scene/scene.js';
import { levelOf, steps } from '../../../src/styles/fcnn/scale.js';
import { pathsOf, segmentsOf, textsOf } from '../../geometry.js';
import { perceptron } from '../../networks.js';
import { draw, expectTidy, inRole } from './support.js';

const colours = (scene: Scene, side: 'light' | 'dark' = 'light') =>
  pathsOf(scene, 'edges').map(({ paint }) => paint.stroke?.[side]);

/** 2 units feed 2, with a weight of each kind. */
const net = perceptron(2, 2);
const weights = [
  [
    [1, -1],
    [0, 0.5],
  ],
];

describe('weights in the block', () => {
  it('colour the edges, weak ones first', () => {
    const { scene, problems } = draw(net, { weights });
    expect(problems).toEqual([]);
    expect(colours(scene)).toEqual(['#dfe2e6', '#d29579', '#1f66b5', '#c4470c']);
    expect(colours(scene, 'dark')[0]).toBe('#393d43');
    const [zero, half, minus, plus] = pathsOf(scene, 'edges').map((path) => segmentsOf(path)[0]);
    // Row 1 is what unit 1 of the layer that is fed takes, from units 1 and 2.
    expect([zero, half, minus, plus].map((edge) => edge?.map(({ y }) => y))).toEqual([
      [0, 40],
      [40, 40],
      [40, 0],
      [0, 0],
    ]);
  });

  it('have NN-SVG’s colours in the classic palette, or one’s own', () => {
    expect(colours(draw(net, { weights }, { paletteName: 'classic' }).scene)).toEqual([
      '#ffffff',
      '#ff8080',
      '#0000ff',
      '#ff0000',
    ]);
    const own = {
      negativeEdgeColor: '#000001',
      zeroEdgeColor: '#000002',
      positiveEdgeColor: '#000003',
    };
    expect(colours(draw(net, { weights, ...own }).scene)).toEqual([
      '#000002',
      '#000003',
      '#000001',
      '#000003',
    ]);
  });

  it('set width and opacity instead', () => {
    const options = { weights, edgeWidth: 4, edgeWidthBy: 'weight', edgeOpacityBy: 'weight' };
    const { scene } = draw(net, options);
    const paints = pathsOf(scene, 'edges').map(({ paint }) => [
      paint.strokeWidth,
      paint.strokeOpacity,
    ]);
    expect(paints).toEqual([
      [0.25, 0.0625],
      [2, 0.5],
      [4, 1],
    ]);
    expect(new Set(colours(scene))).toEqual(new Set(['#59616e']));
  });

  it('leave the look alone when told to', () => {
    expect(pathsOf(draw(net, { weights, edgeColorBy: 'fixed' }).scene, 'edges')).toHaveLength(1);
  });

  it('go up to the largest of them, or to a range', () => {
    const legend = (options: object) =>
      textsOf(draw(net, { weightLegend: true, ...options }).scene)
        .slice(-3)
        .map(({ text }) => text);
    expect(
      legend({
        weights: [
          [
            [1, -3],
            [0, 2],
          ],
        ],
      }),
    ).toEqual(['−3', '3', 'Weight']);
    expect(legend({ weights, weightRange: 0.5 })).toEqual(['−0.5', '0.5', 'Weight']);
    expect(legend({ weights: 'random' })).toEqual(['−1', '1', 'Weight']);
    expect(
      legend({
        weights: [
          [
            [0, 0],
            [0, 0],
          ],
        ],
      }),
    ).toEqual(['−1', '1', 'Weight']);
  });

  it('have a row for each unit that feeds in Keras', () => {
    const keras = { ...perceptron(3, 2), profile: 'keras' as const };
    const kernel = [
      [
        [1, -1],
        [1, -1],
        [1, -1],
      ],
    ];
    const { scene, problems } = draw(keras, { weights: kernel });
    expect(problems).toEqual([]);
    const [, plus] = pathsOf(scene, 'edges').map(segmentsOf);
    expect(plus?.map(([, to]) => to.y)).toEqual([20, 20, 20]);
  });

  it('must fit', () => {
    const messages = (options: object) =>
      draw(perceptron(3, 2), options).problems.map(({ message, hint }) => [message, hint]);
    const tall = [
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    expect(messages({ weights: [tall] })).toEqual([
      [
        'the weights of gap 1 must be 2×3, a row for each unit that is fed, not 3×2',
        'Exchange its rows and columns.',
      ],
    ]);
    expect(
      messages({
        weights: [
          [
            [1, 1, 1],
            [1, 1],
          ],
        ],
      }),
    ).toEqual([
      ['the weights of gap 1 must be 2×3, a row for each unit that is fed, not 2×2', undefined],
    ]);
    expect(
      messages({
        weights: [
          [
            [1, 1, 1],
            [1, 1, 1],
          ],
          [[1]],
        ],
      })[0],
    ).toEqual(['`weights` has 2 entries, but there are 1 gaps between layers', undefined]);
    const whole = [
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ];
    expect(messages({ weights: whole, biases: [[1]] })).toEqual([
      ['the biases of gap 1 must be 2 numbers, not 1', undefined],
    ]);
    expect(messages({ weights: whole, showBias: true })).toEqual([
      ['the weights of the bias units are missing', 'Give `biases` with `weights`.'],
    ]);
    expect(messages({ weights: whole, biases: [[1, -1]], showBias: true })).toEqual([]);
  });
});

describe('weights in a file', () => {
  const drawFile = (text: string, options: object = {}) =>
    draw(net, { weights: './w.json', ...options }, { read: () => text });

  it('are those of the block', () => {
    const inline = draw(net, { weights }).scene;
    expect(drawFile(JSON.stringify(weights)).scene).toEqual(inline);
    expect(drawFile(JSON.stringify({ weights, note: 'from training' })).scene).toEqual(inline);
  });

  it.each([
    ['[[[1, 2]', '`./w.json` cannot be read: it is no JSON'],
    ['{"weights": 3}', /weights/],
    ['[]', /\.\/w\.json/],
    ['[[[1, "a"], [1, 2]]]', /\.\/w\.json/],
  ])('%s is a problem', (text, message) => {
    const { problems } = drawFile(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.rule).toBe('unreadable-file');
    expect(problems[0]?.message).toMatch(message);
  });
});

describe('random weights', () => {
  it('are the same for a seed, whatever else is shown', () => {
    const edges = (options: object) =>
      pathsOf(draw(net, { weights: 'random', ...options }).scene, 'edges');
    expect(edges({ seed: 3 })).toEqual(edges({ seed: 3 }));
    expect(edges({ seed: 3 })).not.toEqual(edges({ seed: 4 }));
  });

  it('are spread evenly over −1 to 1', () => {
    const numbers = Array.from(
      { length: 20_000 },
      (_, index) => 2 * hashed(1, 0, index % 100, index) - 1,
    );
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const square = numbers.reduce((sum, value) => sum + value * value, 0) / numbers.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(square - 1 / 3)).toBeLessThan(0.01);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it('share few paths: one a step and gap at most', () => {
    const { scene } = draw(perceptron(64, 64, 64, 10), { elide: false, weights: 'random' });
    expect(pathsOf(scene, 'edges')).toHaveLength(3 * (2 * steps + 1));
    expect(pathsOf(scene, 'edges').flatMap(segmentsOf)).toHaveLength(8832);
    const order = pathsOf(scene, 'edges')
      .slice(0, 5)
      .map(({ paint }) => paint.stroke?.variable);
    expect(order).toEqual([
      'weight-zero',
      'weight-negative-1',
      'weight-positive-1',
      'weight-negative-2',
      'weight-positive-2',
    ]);
  });
});

describe('levelOf', () => {
  it('is the nearest step, at most the last', () => {
    expect([0, 0.06, 0.07, 1, 2, -0.5].map((weight) => levelOf(weight, 1))).toEqual([
      0, 0, 1, 8, 8, -4,
    ]);
    expect(levelOf(-1e-9, 1)).toBe(0);
  });
});

describe('the scale of weights', () => {
  it('stands under the drawing when there is a legend', () => {
    const { scene } = draw(net, { weights }, { legend: 'below' });
    const texts = inRole(scene, 'legend').flatMap((node) =>
      node.kind === 'text' ? [node.text] : [],
    );
    expect(texts).toEqual(['Input', 'Dense', '−1', '1', 'Weight']);
    expectTidy(scene);
    const without = draw(net, { weights, weightLegend: false }, { legend: 'below' }).scene;
    expect(textsOf(without).map(({ text }) => text)).not.toContain('Weight');
    expect(textsOf(draw(net, { weightLegend: true }).scene).map(({ text }) => text)).not.toContain(
      'Weight',
    );
  });
});
