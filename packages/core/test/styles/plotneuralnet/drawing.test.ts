import { describe, expect, test } from 'vitest';
import { imageCorners } from '../../../src/scene/bounds.js';
import type { GroupNode, ImageNode, PathNode, SceneNode } from '../../../src/scene/scene.js';
import type { XY } from '../../../src/scene/shapes.js';
import { areaOf } from '../../../src/styles/blocks/skyline.js';
import { circlesOf, layersOf, leaves, pathsOf, textsOf } from '../../geometry.js';
import { ownText } from './fixtures.js';
import { pointsOf, type Seen, seenOf } from './seen.js';
import { complaints } from './tidy.js';

const facesOf = (seen: Seen, layer: string): PathNode[] => {
  const group = layersOf(seen.scene).find((each) => each.layer === layer) as GroupNode;
  return pathsOf({ children: [group] });
};

const lookOf = ({ paint }: PathNode) => [paint.fill?.light, paint.fillOpacity];

const words = (seen: Seen) => textsOf(seen.scene).map(({ text }) => text);

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('colours', () => {
  const seen = seenOf(`
input: 3x64x64
layers:
  - conv 8 3x3 p1
  - conv 8 3x3 p1 relu as e1
  - maxpool 2
  - conv 16 3x3 p1 relu
  - upsample 2
  - conv 8 3x3 p1
  - concat e1
  - conv 8 3x3 p1
  - upconv 4 2x2 /2
  - upconv 4 2x2 /2 relu
  - flatten
  - dense 100
  - dense 50 relu
  - dense 10 softmax`);

  test.each([
    ['conv1', '#ffcc66', 0.4],
    ['e1', '#ffcc66', 0.4, '#ffaa55'],
    ['maxpool1', '#c40000', 0.5],
    ['upsample1', '#004d9b', 0.6],
    ['upconv1', '#6699cc', 0.4],
    ['dense1', '#9966cc', 0.4],
    ['dense2', '#9966cc', 0.4, '#a449a4'],
    ['softmax1', '#6a006a', 0.8],
    ['concat1', '#404040', 0.2, '#555555'],
  ])('of %s are those of PlotNeuralNet', (layer, fill, opacity, band = '') => {
    const looks = facesOf(seen, layer).map(lookOf);
    const distinct = [...new Set(looks.map((look) => look.join(' ')))];
    expect(distinct).toEqual([`${fill} ${opacity}`, ...(band === '' ? [] : [`${band} 0.6`])]);
  });

  test('of lines are those of its mixtures, on white at three quarters', () => {
    const strokes = (kind: string) => {
      const points = seen.arrows.filter((arrow) => arrow.kind === kind);
      const nodes = points.map(({ order }) => seen.scene.children[order] as GroupNode);
      return new Set(
        nodes.flatMap((node) =>
          pathsOf({ children: [node] }).map(({ paint }) => paint.stroke?.light),
        ),
      );
    };
    // Three quarters of #155555 and #1c1c71 over white.
    expect(strokes('flow')).toContain('#508080');
    expect(strokes('skip')).toContain('#555595');
    const variables = pathsOf(seen.scene, 'edges').map(({ paint }) => paint.stroke?.variable);
    expect(new Set(variables)).toEqual(new Set(['pnn-edge', 'pnn-skip', undefined]));
  });

  test('and opacities change by options and by layer', () => {
    const text = 'input: 3x8x8\nlayers: [conv 8 3x3 p1 relu as a]';
    const looks = (options: object, draw: Record<string, object> = {}) =>
      facesOf(seenOf(text, options, { draw }), 'a').map(lookOf);
    expect(looks({ opacity: 0.9 })[0]).toEqual(['#ffcc66', 0.9]);
    expect(looks({ opacity: 0.9 }, { a: { opacity: 0.1 } })[0]).toEqual(['#ffcc66', 0.1]);
    expect(looks({}, { a: { color: '#336699' } })[0]).toEqual(['#336699', 0.4]);
    // Its band is darker by a fifth.
    expect(looks({}, { a: { color: '#336699' } }).at(-1)).toEqual(['#29527a', 0.6]);
    expect(looks({ bands: false })).toHaveLength(3);
  });
});

describe('bands', () => {
  const seen = seenOf('input: 3x8x8\nlayers: [conv 64 3x3 p1 relu, conv 64 3x3 p1 relu]');
  const width = (face: PathNode | undefined) => {
    const { left, right } = areaOf(pointsOf(face as PathNode));
    return right - left;
  };

  test('take the right third of the front and the top', () => {
    const [front, top, bandFront, bandTop] = facesOf(seen, 'conv1');
    expect(facesOf(seen, 'conv1')).toHaveLength(4);
    expect(width(bandFront)).toBeCloseTo(width(front) / 3, 8);
    const [whole, band] = [
      areaOf(pointsOf(front as PathNode)),
      areaOf(pointsOf(bandFront as PathNode)),
    ];
    expect(band.right).toBeCloseTo(whole.right, 8);
    expect([band.top, band.bottom]).toEqual([whole.top, whole.bottom]);
    expect(areaOf(pointsOf(bandTop as PathNode)).right).toBeCloseTo(
      areaOf(pointsOf(top as PathNode)).right,
      8,
    );
  });

  test('take all of the right face of the last', () => {
    const faces = facesOf(seen, 'conv2');
    expect(faces).toHaveLength(6);
    expect(pointsOf(faces[2] as PathNode)).toEqual(pointsOf(faces[5] as PathNode));
  });

  test('are painted over the faces and under the edges', () => {
    const block = seen.scene.children.find(
      (node) => node.kind === 'group' && node.role === 'block',
    ) as GroupNode;
    const kinds = block.children.map((node) => (node.kind === 'group' ? node.role : 'edges'));
    expect(kinds).toEqual(['layer', 'layer', 'hidden-edges', 'edges']);
  });
});

describe('edges of boxes', () => {
  const seen = seenOf('input: 3x8x8\nlayers: [conv 64 3x3 p1 as a]');
  const hidden = pathsOf(seen.scene, 'hidden-edges');

  test('behind are dashed', () => {
    expect(hidden).toHaveLength(1);
    expect(hidden[0]?.paint).toMatchObject({ dash: [3, 2], strokeOpacity: 0.6 });
    expect(hidden[0]?.commands).toHaveLength(6);
  });

  test('in front are one path along all faces, of nine lines', () => {
    const edges = pathsOf(seen.scene, 'block').filter(
      ({ paint }) => paint.stroke && paint.dash === undefined,
    );
    expect(edges).toHaveLength(1);
    const lines = edges[0]?.commands.filter(([name]) => name === 'L');
    expect(lines).toHaveLength(9);
  });

  test('are left out', () => {
    expect(
      pathsOf(
        seenOf('input: 3x8x8\nlayers: [conv 8 1x1]', { hiddenEdges: 'none' }).scene,
        'hidden-edges',
      ),
    ).toEqual([]);
  });
});

describe('heads', () => {
  const text = 'input: 3x64x64\nlayers: [conv 8 3x3 p1, maxpool 2, conv 8 3x3 p1]';
  const flow = (options: object) =>
    seenOf(text, options).arrows.find(({ kind }) => kind === 'flow');

  test('are in the middle, stealth, as long as TikZ has them', () => {
    const arrow = flow({ gap: 30 });
    const [head] = arrow?.heads ?? [];
    const [tip, one, notch, other] = head as [XY, XY, XY, XY];
    expect(head).toHaveLength(4);
    expect(tip.x - one.x).toBeCloseTo(6.6 * 1.9, 8);
    expect(Math.abs(one.y - other.y)).toBeCloseTo(5 * 1.9, 8);
    expect((tip.x - notch.x) / (tip.x - one.x)).toBeCloseTo(2 / 3, 8);
    expect(tip.y).toBe(arrow?.points[0]?.y);
  });

  test('are at the end, or nowhere', () => {
    const arrow = flow({ heads: 'end' });
    expect(arrow?.heads).toHaveLength(1);
    expect(arrow?.heads[0]?.[0]).toEqual(arrow?.points.at(-1));
    expect(flow({ heads: 'none' })?.heads).toEqual([]);
  });

  test('stand where neither end covers them, when there is room', () => {
    const seen = seenOf(text, { gap: 30 });
    for (const { heads, kind, ends } of seen.arrows) {
      if (kind !== 'flow') continue;
      const outlines = seen.blocks.filter(({ index }) => ends.includes(index));
      const right = Math.max(...(outlines[0]?.outlines.flat().map(({ x }) => x) ?? []));
      const left = Math.min(...(outlines[1]?.outlines.flat().map(({ x }) => x) ?? []));
      const { left: start, right: stop } = areaOf(heads[0] ?? []);
      expect(start).toBeGreaterThan(right);
      expect(stop).toBeLessThan(left);
    }
  });
});

describe('balls', () => {
  const ball = (op: string, draw: Record<string, object> = {}) => {
    const text = `input: 8x8x8\nlayers:\n  - conv 8 3x3 p1 as a\n  - conv 8 3x3 p1\n  - ${op} a as merge\n  - conv 8 3x3 p1`;
    const seen = seenOf(text, { concat: 'ball' }, { draw });
    const group = seen.scene.children.find(
      (node) => node.kind === 'group' && node.role === 'layer',
    ) as GroupNode;
    return { seen, group, nodes: leaves({ children: [group] }).map(({ node }) => node) };
  };
  const strokes = (nodes: readonly SceneNode[]) =>
    nodes.flatMap((node) =>
      node.kind === 'path' && node.paint.stroke
        ? node.commands.filter(([name]) => name === 'L')
        : [],
    );

  test.each([
    ['add', 2],
    ['sub', 1],
    ['mul', 2],
    ['concat', 2],
  ])('of %s have a sign of strokes', (op, count) => {
    const { nodes } = ball(op);
    expect(strokes(nodes)).toHaveLength(count);
    expect(nodes.filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  test.each(['maximum', 'minimum', 'average'])('of %s say what they are', (op) => {
    const { nodes, seen } = ball(op);
    const marks = nodes.filter(({ kind }) => kind === 'text' || kind === 'path');
    expect(marks.length).toBeGreaterThan(0);
    const texts = nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
    expect(texts).not.toContain('?');
    expect(complaints(seen)).toEqual({});
  });

  test('are shaded from a highlight at the upper left, within an outline of 2.5 units', () => {
    const { group } = ball('add');
    const circles = circlesOf({ children: [group] });
    const outline = circles.at(-1);
    expect(outline?.radius).toBe(15);
    expect(outline?.paint.fill).toBeUndefined();
    const discs = circles.slice(0, -1);
    const [widest, narrowest] = [discs[0], discs.at(-1)];
    expect([widest?.x, widest?.y, widest?.radius]).toEqual([outline?.x, outline?.y, 15]);
    expect(narrowest?.radius).toBeLessThan(2);
    // 0.4 radii left of and above the centre.
    expect((narrowest?.x ?? 0) - (outline?.x ?? 0)).toBeCloseTo(
      -6 + 0.4 * (narrowest?.radius ?? 0),
      6,
    );
    expect((narrowest?.y ?? 0) - (outline?.y ?? 0)).toBeCloseTo(
      -6 + 0.4 * (narrowest?.radius ?? 0),
      6,
    );
    const lightness = (hex = '#000000') => Number.parseInt(hex.slice(3, 5), 16);
    expect(lightness(narrowest?.paint.fill?.light)).toBeGreaterThan(
      lightness(widest?.paint.fill?.light) + 40,
    );
  });

  test('have any text and colour, formulas too', () => {
    const { nodes } = ball('add', { merge: { label: 'sum' } });
    expect(nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []))).toEqual(['sum']);
    const math = ball('add', { merge: { label: '$\\Sigma$', color: '#ff0000' } });
    const [text] = math.nodes.filter(({ kind }) => kind === 'text');
    expect(text?.kind === 'text' && text.text).toBe('$\\Sigma$');
    expect(complaints(math.seen)).toEqual({});
    const plain = circlesOf({ children: [ball('add').group] })[0]?.paint.fill?.light;
    expect(circlesOf({ children: [math.group] })[0]?.paint.fill?.light).not.toBe(plain);
  });
});

describe('images', () => {
  const seen = seenOf(ownText('images'), { image: pixel, outputImage: pixel });
  const images = leaves(seen.scene)
    .map(({ node }) => node)
    .filter((node): node is ImageNode => node.kind === 'image');

  test('stand on the first and the last plane', () => {
    expect(images).toHaveLength(2);
    const [first, last] = images.map((image) => areaOf(imageCorners(image)));
    const boxes = seen.blocks
      .filter(({ kind }) => kind === 'boxes')
      .flatMap(({ outlines }) => outlines.flat());
    const { left, right } = areaOf(boxes);
    expect(first?.left).toBeLessThan(left);
    expect(last?.right).toBeGreaterThan(right);
    expect(complaints(seen)).toEqual({});
  });

  test('are not mirrored: their left is near, and the way round is that of the file', () => {
    for (const image of images) {
      const [a, b, c, d] = image.matrix ?? [0, 0, 0, 0, 0, 0];
      expect(a * d - b * c).toBeGreaterThan(0);
      const [topLeft, topRight, , bottomLeft] = imageCorners(image);
      // The near edge is the lower left one.
      expect(topRight.x).toBeGreaterThan(topLeft.x);
      expect(topRight.y).toBeLessThan(topLeft.y);
      expect(bottomLeft.x).toBeCloseTo(topLeft.x, 8);
      expect(bottomLeft.y).toBeGreaterThan(topLeft.y);
    }
  });

  test('have no arrow from or to nowhere beside them', () => {
    expect(seen.arrows.filter(({ kind }) => kind === 'free')).toEqual([]);
  });
});

describe('frusta', () => {
  const text = `
input: 3x64x64
layers:
  - conv 8 3x3 /8 p1
  - upconv 8 16x16 /8 p4
  - conv 8 3x3 p1
  - gap
  - dense 10`;
  const dashed = (frusta: string) => pathsOf(seenOf(text, { frusta }).scene, 'frustum');

  test('lead to vectors, and to maps of four times the size', () => {
    // One to the large map; one to the vector with the square that it ends in.
    expect(dashed('auto')).toHaveLength(3);
    for (const { paint } of dashed('auto')) expect(paint.dash).toEqual([4, 3]);
  });

  test('lead to all, or to none', () => {
    expect(dashed('none')).toEqual([]);
    expect(dashed('all').length).toBeGreaterThanOrEqual(3);
  });

  test('have four lines, from corners to corners', () => {
    const [lines] = dashed('auto');
    expect(lines?.commands.map(([name]) => name)).toEqual(['M', 'L', 'M', 'L', 'M', 'L', 'M', 'L']);
  });
});

describe('arrows from and to nowhere', () => {
  const text = 'input: 3x8x8\nlayers: [conv 8 3x3 p1]';
  const free = (options: object, labels: Record<string, string> = {}) =>
    seenOf(text, options, { labels }).arrows.filter(({ kind }) => kind === 'free');

  test('are one at each end, unless left out', () => {
    expect(free({})).toHaveLength(2);
    expect(free({ inputArrow: false })).toHaveLength(1);
    expect(free({ inputArrow: false, outputArrow: false })).toEqual([]);
    expect(free({ input: true })).toHaveLength(1);
  });

  test('have a second one beside each, the other way', () => {
    const arrows = free({ gradients: true });
    expect(arrows).toHaveLength(4);
    const ys = new Set(arrows.map(({ points }) => points[0]?.y));
    expect([...ys].map((y) => (y ?? 0) - (arrows[0]?.points[0]?.y ?? 0))).toEqual([0, 15]);
  });

  test('are as long as their texts', () => {
    const length = (arrows: ReturnType<typeof free>) =>
      Math.abs((arrows[0]?.points[1]?.x ?? 0) - (arrows[0]?.points[0]?.x ?? 0));
    expect(length(free({}, { input: 'a text that is rather long' }))).toBeGreaterThan(
      length(free({})) + 80,
    );
  });
});

describe('texts', () => {
  const text = `
input: 3x64x32
layers:
  - conv 8 3x3 p1 as one
  - maxpool 2
  - conv 16 3x3 p1 as two`;

  test('are channels, sizes, one height, and captions', () => {
    expect(words(seenOf(text)).sort()).toEqual(['16', '16', '32', '64', '8', 'one', 'two'].sort());
  });

  test('come from templates', () => {
    const labels = {
      channels: '{out} maps',
      size: '{height}×{width}',
      caption: '{op}',
      input: 'x',
    };
    const said = words(seenOf(text, { heights: 'none' }, { labels }));
    expect(said).toEqual(expect.arrayContaining(['8 maps', '16 maps', '64×32', '32×16', 'x']));
  });

  test('come from what is drawn of a layer', () => {
    const draw = { one: { label: 'first', caption: 'a caption' } };
    const said = words(seenOf(text, {}, { draw }));
    expect(said).toContain('first');
    expect(said).toContain('a caption');
    expect(said).not.toContain('8');
  });

  test('that are long make the parts wide enough', () => {
    const draw = { one: { label: 'a label that is long' } };
    const wide = seenOf(text, {}, { draw });
    const width = wide.figure.sized[0]?.boxes[0]?.width ?? 0;
    expect(width).toBeGreaterThan(100);
    expect(complaints(wide)).toEqual({});
  });

  test('of captions are wrapped and bold', () => {
    const draw = {
      two: { caption: 'a caption of many words that nobody would write on one line' },
    };
    const seen = seenOf(text, {}, { draw });
    const bold = textsOf(seen.scene).filter(({ weight }) => weight === 'bold');
    expect(bold.length).toBeGreaterThan(3);
    expect(complaints(seen)).toEqual({});
  });
});

describe('every layer', () => {
  test('has a group that says what it is', () => {
    const seen = seenOf(ownText('fcn-8s'));
    const layers = layersOf(seen.scene);
    expect(layers).toHaveLength(29);
    for (const { layer, title } of layers) {
      expect(layer).toMatch(/\S/);
      expect(title).toMatch(/\d/);
    }
    expect(new Set(layers.map(({ layer }) => layer)).size).toBe(layers.length);
  });
});
