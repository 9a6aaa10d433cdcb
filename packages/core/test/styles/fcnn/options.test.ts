import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render.js';
import type { Scene } from '../../../src/scene/scene.js';
import { circlesOf, pathsOf, textsOf } from '../../geometry.js';
import { chain, dense, input, perceptron } from '../../networks.js';
import { draw, edgesOf, expectTidy, inRole, tipGaps } from './support.js';

const directions = ['right', 'left', 'up', 'down'] as const;

/** Problems of a block with some options, as `line:column rule message`. */
function problemsOf(options: string, layers = '3 -> 4 -> 2') {
  const { diagnostics, svg } = render(`style: fcnn\nlayers: ${layers}\noptions: {${options}}\n`);
  return {
    drawn: svg !== undefined,
    problems: diagnostics.map(
      ({ rule, message, place }) =>
        `${place?.start.line}:${place?.start.column} ${rule} ${message}`,
    ),
  };
}

describe('numbers beyond reason', () => {
  it.each([
    ['nodeDiameter: 0', '`nodeDiameter` of style `fcnn` must be at least 4, not `0`'],
    ['nodeGap: -1', 'must be at least 0'],
    ['nodeGap: [20, -5, 20]', 'at least 0'],
    ['layerGap: -20', 'at least 10'],
    ['layerGap: .nan', 'a number'],
    ['edgeWidth: .inf', 'a number'],
    ['edgeWidth: 1000000000', 'at most 10'],
    ['edgeOpacity: 2', 'at most 1'],
    ['maxNodes: 3', 'at least 4'],
    ['maxNodes: 7.5', 'a whole number'],
    ['fontSize: 0', 'at least 6'],
    ['weightRange: 0', 'above 0'],
    ['seed: 1.5', 'a whole number'],
    ['arrowheadSize: 0', 'at least 1'],
    ['edgeColor: red', 'must be a colour as'],
    ['highlight: {layer: 1, unit: 0}', 'at least 1'],
    ['highlight: {layer: 1}', 'needs'],
  ])('%s gives a message', (options, message) => {
    const { drawn, problems } = problemsOf(options);
    expect(drawn).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^3:/);
  });

  it('such as a million units are shortened, with a warning', () => {
    const { drawn, problems } = problemsOf('elide: false', '1000000 -> 2');
    expect(drawn).toBe(true);
    expect(problems[0]).toMatch(/too-large this figure would have 2000000 edges/);
    expect(problemsOf('', '1000000 -> 1000000').problems).toEqual([]);
  });
});

describe('lists', () => {
  it.each([
    ['nodeGap: [20, 10]', '3:20 wrong-length `nodeGap` has 2 entries, but there are 3 layers'],
    [
      'layerGap: [90]',
      '3:21 wrong-length `layerGap` has 1 entries, but there are 2 gaps between layers',
    ],
    [
      'nodeLabels: [null, [a, b], null]',
      '3:30 wrong-length `nodeLabels.1` has 2 entries, but there are 4 units in layer 1',
    ],
    [
      'inputValues: [1, 2]',
      '3:24 wrong-length `inputValues` has 2 entries, but there are 3 inputs',
    ],
    [
      'outputValues: [1]',
      '3:25 wrong-length `outputValues` has 1 entries, but there are 2 outputs',
    ],
    ["nodeLabels: 'x{j}'", '3:23 unknown-placeholder no placeholder of a unit is called `{j}`'],
    [
      'highlight: {layer: 9, unit: 1}',
      '3:30 unknown-unit there is no layer `9` to highlight a unit of',
    ],
    ['highlight: {layer: 1, unit: 5}', '3:39 unknown-unit layer 1 has no unit 5'],
  ])('%s is a problem at its place', (options, problem) => {
    const { drawn, problems } = problemsOf(options);
    expect({ drawn, problems }).toEqual({ drawn: false, problems: [problem] });
  });

  it('set gaps apart', () => {
    const { scene } = draw(perceptron(3, 2, 2), { layerGap: [100, 200], nodeGap: [30, 0, 60] });
    expect(circlesOf(scene).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 50],
      [0, 100],
      [120, 40],
      [120, 60],
      [340, 10],
      [340, 90],
    ]);
  });

  it('colour layers and units', () => {
    const options = { nodeFill: ['#111111', ['#222222', '#333333'], null], nodeOutline: '#444444' };
    const { scene } = draw(perceptron(1, 2, 1), options);
    expect(circlesOf(scene).map(({ paint }) => paint.fill?.light)).toEqual([
      '#111111',
      '#222222',
      '#333333',
      '#93d8b8',
    ]);
    expect(circlesOf(scene).every(({ paint }) => paint.stroke?.light === '#444444')).toBe(true);
  });
});

describe('highlighting', () => {
  const { scene } = draw(perceptron(3, 4, 2), { highlight: { layer: 1, unit: 2 } });

  it('leaves the edges into the unit, in front of the others', () => {
    const [faded, lit, rest] = pathsOf(scene, 'edges');
    expect(faded?.commands).toHaveLength(2 * 9);
    expect(lit?.commands).toHaveLength(2 * 3);
    expect(rest?.commands).toHaveLength(2 * 8);
    const opacities = [faded, lit, rest].map((path) => path?.paint.strokeOpacity);
    expect(opacities).toEqual([0.12, 1, 0.12]);
  });

  it('fades what does not feed it', () => {
    const faded = circlesOf(scene).map(({ paint }) => paint.fill?.variable?.endsWith('-faded'));
    expect(faded).toEqual([false, false, false, true, false, true, true, true, true]);
  });

  it('takes a name, and edges out of the unit', () => {
    const out = draw(perceptron(3, 4, 2), {
      highlight: { layer: 'dense1', unit: 1, edges: 'both' },
    }).scene;
    const lit = pathsOf(out, 'edges').filter(({ paint }) => paint.strokeOpacity === 1);
    expect(lit.map(({ commands }) => commands.length / 2)).toEqual([3, 2]);
  });

  it('says when the unit is left out', () => {
    const { problems } = draw(perceptron(100, 2), { highlight: { layer: 0, unit: 50 } });
    expect(problems.map(({ message }) => message)).toEqual([
      'unit 50 of layer 0 is among those that are left out',
    ]);
  });
});

describe('dropout', () => {
  const net = (rate: number) =>
    chain([input(4), dense(8), { op: 'dropout', joined: true, attributes: { rate } }, dense(3)]);

  it('crosses its share of the units, which have no edges', () => {
    const { scene } = draw(net(0.25), { showDropout: true });
    expect(inRole(scene, 'crosses')).toHaveLength(2);
    expect(edgesOf(scene)).toHaveLength(4 * 6 + 6 * 3);
    expect(textsOf(scene).map(({ text }) => text)).toContain('Dropout 0.25');
    expectTidy(scene);
  });

  it('never crosses all of them, and crosses none unless asked', () => {
    expect(inRole(draw(net(1), { showDropout: true }).scene, 'crosses')).toHaveLength(7);
    expect(inRole(draw(net(0.5)).scene, 'crosses')).toEqual([]);
  });

  it('chooses others for another seed', () => {
    const crosses = (seed: number) =>
      inRole(draw(net(0.5), { showDropout: true, seed }).scene, 'crosses');
    expect(crosses(1)).toEqual(crosses(1));
    expect(crosses(1)).not.toEqual(crosses(2));
  });
});

describe('any options together', () => {
  const net = chain([
    input(40),
    dense(9, 'relu'),
    { op: 'dropout', joined: true, attributes: { rate: 0.3 } },
    dense(6, 'tanh'),
    dense(3, 'softmax'),
  ]);
  const values = Array.from({ length: 40 }, (_, index) => (index - 20) * 1.5);
  const looks = [
    { edgeWidth: 3, edgeWidthBy: 'weight', arrowheads: 'open', nodeDiameter: 12, nodeGap: 2 },
    { weights: 'random', arrowheads: 'solid', edgeCurve: 'bezier', weightLegend: true },
    { nodeDiameter: 40, nodeGap: [2, 60, 10, 30], layerGap: [10, 200, 40], fontSize: 9 },
    { nodeLabelPlace: 'beside', fontSize: 20, maxNodes: 4, highlight: { layer: 1, unit: 9 } },
  ];

  it('leave texts apart, inside the frame, and off lines', () => {
    for (const direction of directions) {
      for (const look of looks) {
        const { scene, problems } = draw(
          net,
          {
            direction,
            showBias: true,
            showDropout: true,
            nodeLabels: ['x{i}', 'h{i}', null, ['setosa', 'versicolor', 'virginica']],
            inputValues: values,
            outputValues: [0.001234567, 'about 1', -1],
            ...look,
          },
          { legend: 'below' },
        );
        expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
        expectTidy(scene);
        expect(Math.max(0, ...tipGaps(scene))).toBeLessThan(1e-9);
      }
    }
  });

  it('are the same each time', () => {
    const options = { weights: 'random', showDropout: true };
    expect(draw(net, options).scene).toEqual(draw(net, options).scene);
  });

  it('can leave out the layers’ labels alone', () => {
    const { scene } = draw(net, { showLabels: false, nodeLabels: 'x{i}', nodeDiameter: 30 });
    expect(inRole(scene, 'labels')).toEqual([]);
    expect(inRole(scene, 'names').length).toBeGreaterThan(0);
    expectTidy(scene as Scene);
  });
});
