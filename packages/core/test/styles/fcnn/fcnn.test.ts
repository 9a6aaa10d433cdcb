import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/network/network.js';
import { svgText } from '../../../src/output/svg-text.js';
import { svgTree } from '../../../src/output/svg-tree.js';
import { fcnn } from '../../../src/styles/fcnn/index.js';
import { circlesOf, layersOf, pathsOf, textsOf } from '../../geometry.js';
import { chain, dense, input, layer, perceptron } from '../../networks.js';
import { draw, edgesOf, expectTidy, tipGaps } from './support.js';

describe('16-12-10-1', () => {
  const { scene } = draw(perceptron(16, 12, 10, 1));

  it('has the proportions of NN-SVG', () => {
    const circles = circlesOf(scene);
    expect(circles).toHaveLength(39);
    expect(new Set(circles.map(({ x }) => x))).toEqual(new Set([0, 180, 360, 540]));
    expect(circles.slice(0, 3).map(({ y }) => y)).toEqual([0, 40, 80]);
    const tops = [0, 180, 360, 540].map((x) => circles.find((circle) => circle.x === x)?.y);
    expect(tops).toEqual([0, 80, 120, 300]);
    expect(circles.every(({ radius }) => radius === 10)).toBe(true);
    expect(textsOf(scene).every(({ y }) => Math.abs(y - 640) < 0.5)).toBe(true);
  });

  it('joins all neighbours, a path for each gap', () => {
    expect(pathsOf(scene, 'edges')).toHaveLength(3);
    expect(edgesOf(scene)).toHaveLength(322);
    const [paint] = pathsOf(scene, 'edges').map((edges) => edges.paint);
    expect(paint?.strokeWidth).toBe(0.5);
  });

  it('says the size of each layer under its middle', () => {
    expect(textsOf(scene).map(({ text, x, anchor }) => [text, x, anchor])).toEqual([
      ['Input layer ∈ ℝ¹⁶', 0, 'middle'],
      ['Hidden layer ∈ ℝ¹²', 180, 'middle'],
      ['Hidden layer ∈ ℝ¹⁰', 360, 'middle'],
      ['Output layer ∈ ℝ¹', 540, 'middle'],
    ]);
    expectTidy(scene);
  });

  it('names its layers and paints edges first', () => {
    expect(layersOf(scene).map(({ layer: id }) => id)).toEqual([
      'input1',
      'dense1',
      'dense2',
      'dense3',
    ]);
    expect(layersOf(scene)[1]?.title).toBe('Dense 12: 12');
    expect(scene.children.map((node) => node.kind === 'group' && node.role)).toEqual([
      'edges',
      'layer',
      'layer',
      'layer',
      'layer',
    ]);
  });

  it('is white in the classic palette', () => {
    const { scene: classic } = draw(perceptron(2, 1), {}, { paletteName: 'classic' });
    const { fill, stroke } = circlesOf(classic)[0]?.paint ?? {};
    expect([fill?.light, stroke?.light]).toEqual(['#ffffff', '#333333']);
    expect(pathsOf(classic, 'edges')[0]?.paint.stroke?.light).toBe('#505050');
  });
});

describe('long layers', () => {
  const mnist = chain([
    layer('input', [1, 28, 28]),
    { op: 'flatten', shape: [1, 784] },
    dense(128, 'relu', 'dropout'),
    dense(10, 'softmax'),
  ]);

  it('leave out their middle, with dots half way between the circles', () => {
    const { scene } = draw(mnist);
    const small = circlesOf(scene).filter(({ radius }) => radius < 10);
    expect(circlesOf(scene).length - small.length).toBe(14 + 14 + 10);
    expect(edgesOf(scene)).toHaveLength(14 * 14 + 14 * 10);
    const column = circlesOf(scene).filter(({ x, radius }) => x === 0 && radius === 10);
    const [above, below] = [column[6]?.y ?? 0, column[7]?.y ?? 0];
    expect(below - above).toBe(120);
    const dots = small.filter(({ x }) => x === 0).map(({ y }) => y);
    expect(dots).toHaveLength(3);
    expect(dots[1]).toBe((above + below) / 2);
    expectTidy(scene);
  });

  it('keep their count in the label, and their activation under it', () => {
    const { scene } = draw(mnist);
    expect(textsOf(scene).map(({ text }) => text)).toEqual([
      'Input layer ∈ ℝ⁷⁸⁴',
      'Hidden layer ∈ ℝ¹²⁸',
      'ReLU',
      'Output layer ∈ ℝ¹⁰',
      'Softmax',
    ]);
  });

  it('are shown whole when asked for, in few elements and bytes', () => {
    const { scene, problems } = draw(perceptron(64, 64, 64, 10), { elide: false });
    expect(circlesOf(scene)).toHaveLength(202);
    expect(edgesOf(scene)).toHaveLength(8832);
    expect(pathsOf(scene)).toHaveLength(3);
    const svg = svgText(svgTree(scene, { title: 't', description: 'd', theme: 'auto' }));
    expect(svg.length).toBeLessThan(200_000);
    expect(problems).toEqual([]);
  });

  it('are shortened all the same when a page could not show them', () => {
    const { scene, problems } = draw(perceptron(4096, 4096), { elide: false });
    expect(circlesOf(scene)).toHaveLength(2 * (14 + 3));
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['too-large', 'warning'],
    ]);
  });

  it('are shortened until a very deep network fits', () => {
    const widths = Array.from({ length: 400 }, () => 500);
    const { scene, problems } = draw(perceptron(500, ...widths), { maxNodes: 500 });
    expect(edgesOf(scene)).toHaveLength(400 * 6 * 6);
    expect(problems[0]?.hint).toMatch(/`maxNodes: 8`/);
  });

  it('have as many places as `maxNodes` says', () => {
    for (const maxNodes of [4, 5, 9]) {
      const { scene } = draw(perceptron(100, 100), { maxNodes });
      expect(circlesOf(scene)).toHaveLength(2 * (maxNodes - 2 + 3));
      expectTidy(scene);
    }
    expect(circlesOf(draw(perceptron(9, 9), { maxNodes: 9 }).scene)).toHaveLength(18);
  });
});

describe('labels', () => {
  const net = chain([input(4), dense(300, 'relu'), dense(300, 'leakyrelu'), dense(3, 'softmax')]);

  it('never overlap, however near the layers or large the text', () => {
    for (const direction of ['right', 'left', 'up', 'down']) {
      for (const layerGap of [10, 60, 160]) {
        for (const fontSize of [8, 12, 30]) {
          expectTidy(draw(net, { direction, layerGap, fontSize, showBias: true }).scene);
        }
      }
    }
  });

  it('wrap before ∈, not after it', () => {
    const { scene } = draw(net, { layerGap: 80 });
    expect(
      textsOf(scene)
        .slice(2, 5)
        .map(({ text }) => text),
    ).toEqual(['Hidden layer', '∈ ℝ³⁰⁰', 'ReLU']);
  });

  it('follow templates and `draw:`', () => {
    const { scene } = draw(
      net,
      {},
      {
        labels: { hidden: '{units} units', detail: '' },
        overrides: { input1: { label: 'Sensors', caption: 'normalised', color: '#ff0000' } },
      },
    );
    expect(textsOf(scene).map(({ text }) => text)).toEqual([
      'Sensors',
      'normalised',
      '300 units',
      '300 units',
      'Output layer ∈ ℝ³',
    ]);
    expect(circlesOf(scene)[0]?.paint.fill).toEqual({ light: '#ff0000', dark: '#ff0000' });
  });

  it('can be left out', () => {
    expect(textsOf(draw(net, { showLabels: false }).scene)).toEqual([]);
  });

  it('stand above a legend', () => {
    const { scene } = draw(net, {}, { legend: 'below' });
    expect(
      textsOf(scene)
        .slice(-2)
        .map(({ text }) => text),
    ).toEqual(['Input', 'Dense']);
    expectTidy(scene);
  });
});

describe('direction', () => {
  const xs = (direction: string) => [
    ...new Set(circlesOf(draw(perceptron(2, 3), { direction }).scene).map(({ x }) => x)),
  ];

  it('turns the network', () => {
    expect(xs('right')).toEqual([0, 180]);
    expect(xs('left').map((x) => x + 0)).toEqual([0, -180]);
    expect(xs('down')).toEqual([20, 60, 0, 40, 80]);
    const up = circlesOf(draw(perceptron(1, 1), { direction: 'up' }).scene);
    expect(up.map(({ y }) => y + 0)).toEqual([0, -180]);
  });
});

describe('edges', () => {
  it('with arrowheads touch the outline of the circle they come to', () => {
    for (const arrowheads of ['open', 'solid']) {
      for (const edgeCurve of ['straight', 'bezier']) {
        for (const direction of ['right', 'left', 'up', 'down']) {
          for (const [edgeWidth, nodeDiameter, nodeOutlineWidth, arrowheadSize] of [
            [0.5, 20, 1, undefined],
            [6, 20, 0, undefined],
            [0.1, 90, 10, 3],
            [10, 4, 4, 60],
          ]) {
            const sizes = { edgeWidth, nodeDiameter, nodeOutlineWidth, arrowheadSize };
            const options = { arrowheads, edgeCurve, direction, ...sizes };
            const gaps = tipGaps(draw(perceptron(3, 4), options).scene);
            expect(gaps).toHaveLength(12);
            expect(Math.max(...gaps)).toBeLessThan(1e-9);
          }
        }
      }
    }
  });

  it('bend out of their circles along the network', () => {
    const right = pathsOf(draw(perceptron(1, 2), { edgeCurve: 'bezier' }).scene, 'edges')[0];
    expect(right?.commands[1]).toEqual(['C', 90, 20, 90, 0, 180, 0]);
    const down = draw(perceptron(1, 2), { edgeCurve: 'bezier', direction: 'down' }).scene;
    expect(pathsOf(down, 'edges')[0]?.commands[1]).toEqual(['C', 20, 90, 0, 90, 0, 180]);
  });

  it('are not drawn without a width or opacity', () => {
    expect(pathsOf(draw(perceptron(2, 2), { edgeWidth: 0 }).scene)).toEqual([]);
    expect(pathsOf(draw(perceptron(2, 2), { edgeOpacity: 0 }).scene)).toEqual([]);
  });
});

describe('bias units', () => {
  it('feed the next layer and are not fed', () => {
    const { scene } = draw(perceptron(3, 5, 2), { showBias: true });
    expect(circlesOf(scene)).toHaveLength(3 + 5 + 2 + 2);
    expect(edgesOf(scene)).toHaveLength(4 * 5 + 6 * 2);
    const dashed = circlesOf(scene).filter(({ paint }) => paint.dash);
    expect(dashed).toHaveLength(2);
    expect(textsOf(scene).filter(({ text }) => text === '+1')).toHaveLength(2);
    expect(
      edgesOf(scene).some(([, to]) => dashed.some(({ x, y }) => to.x === x && to.y === y)),
    ).toBe(false);
  });

  it('are left out where the next layer has no bias', () => {
    const net = chain([input(3), layer('dense', [2], { out: 2, bias: false })]);
    expect(circlesOf(draw(net, { showBias: true }).scene)).toHaveLength(5);
  });
});

describe('refuses', () => {
  const cases: [string, Network, string][] = [
    [
      'a convolution',
      chain([input(1, 28, 28), layer('conv', [6, 24, 24])]),
      '`input1` is no vector (its shape is `1×28×28`): the style `fcnn` shows one input vector and dense layers in a row',
    ],
    [
      'something else than dense layers',
      chain([input(8), dense(4), layer('embedding', [4, 16])]),
      '`embedding1` is no dense layer (Embedding): the style `fcnn` shows one input vector and dense layers in a row',
    ],
    [
      'a sequence',
      chain([input(5, 8), layer('dense', [5, 16])]),
      '`input1` is no vector (its shape is `5×8`): the style `fcnn` shows one input vector and dense layers in a row',
    ],
    [
      'nothing',
      chain([]),
      'The network has no layers: the style `fcnn` shows one input vector and dense layers in a row',
    ],
  ];

  it.each(cases)('%s', (_, network, sentence) => {
    expect(fcnn.refuses(network)).toBe(sentence);
  });

  it('a branch', () => {
    const net = perceptron(4, 4, 4);
    const layers = net.layers.map((each, index) =>
      index === 2 ? { ...each, inputs: [{ layer: 'input1', port: 0 }] } : each,
    );
    expect(fcnn.refuses({ ...net, layers })).toMatch(
      /^`dense2` takes from `input1`, which is not the layer before it:/,
    );
  });
});
