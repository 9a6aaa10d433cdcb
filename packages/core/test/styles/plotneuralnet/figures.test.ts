/** The figures of PlotNeuralNet that it is known by: what is in ours, and in its own. */
import { describe, expect, test } from 'vitest';
import { leaves, textsOf } from '../../geometry.js';
import { ownText } from './fixtures.js';
import { type Seen, seenOf } from './seen.js';

/** What can be counted. */
interface Counts {
  /** Balls, and boxes that stand together. */
  readonly blocks: number;
  readonly balls: number;
  readonly boxes: number;
  /** Sub-boxes, each of one layer. */
  readonly parts: number;
  readonly bands: number;
  readonly poolings: number;
  readonly copies: number;
  readonly hiddenEdges: number;
  /** Connections for data and their heads; those from and to nowhere are not among them. */
  readonly flows: number;
  readonly flowHeads: number;
  readonly skips: number;
  readonly skipHeads: number;
  readonly free: number;
}

function count({ figure, scene, arrows }: Seen): Counts {
  const { blocks } = figure.graph;
  const boxes = blocks.flatMap((block) => block.boxes);
  const parts = boxes.flatMap((box) => box.parts);
  const hidden = leaves(scene).flatMap(({ node, roles }) =>
    roles.includes('hidden-edges') && node.kind === 'path' ? node.commands : [],
  );
  const of = (kind: string) => arrows.filter((arrow) => arrow.kind === kind);
  const heads = (kind: string) => of(kind).reduce((sum, arrow) => sum + arrow.heads.length, 0);
  const bands = leaves(scene).filter(({ node, roles }) => {
    if (!roles.includes('layer') || node.kind !== 'path') return false;
    return node.paint.fillOpacity === 0.6 && node.paint.fill?.variable?.match(/-relu$|-band$/);
  });
  // Front and top of each, and the right face of the last in its box.
  const lasts = boxes.filter((box) => {
    const last = box.parts.at(-1);
    return last?.banded || last?.kind === 'copy';
  });
  return {
    blocks: blocks.length,
    balls: blocks.filter(({ kind }) => kind === 'ball').length,
    boxes: boxes.length,
    parts: parts.length,
    bands: (bands.length - lasts.length) / 2,
    poolings: parts.filter(({ kind }) => kind === 'pooling').length,
    copies: parts.filter(({ kind }) => kind === 'copy').length,
    hiddenEdges: hidden.filter(([name]) => name === 'L').length,
    flows: of('flow').length,
    flowHeads: heads('flow'),
    skips: of('skip').length,
    skipHeads: heads('skip'),
    free: of('free').length,
  };
}

const words = (seen: Seen) => textsOf(seen.scene).map(({ text }) => text);

describe('FCN-8s', () => {
  const seen = seenOf(ownText('fcn-8s'));

  /*
   * Both have 27 parts, each with three hidden edges, which makes 81; 5 poolings and 2
   * balls; 16 lines with 20 heads.
   */
  test('has what theirs has', () => {
    expect(count(seen)).toEqual({
      blocks: 15,
      balls: 2,
      boxes: 18,
      parts: 27,
      bands: 15,
      poolings: 5,
      copies: 0,
      hiddenEdges: 81,
      flows: 16,
      flowHeads: 20,
      skips: 0,
      skipHeads: 0,
      free: 2,
    });
  });

  test('says what theirs says', () => {
    const said = words(seen);
    for (const caption of ['conv1', 'conv5', 'fc to conv', 'fc8 to conv', 'softmax']) {
      expect(said.join(' ')).toContain(caption);
    }
    expect(said.filter((text) => text === 'K')).toHaveLength(7);
    expect(said.filter((text) => text === '64')).toHaveLength(2);
    // Theirs calls conv2 64 wide, which it is not.
    expect(said.filter((text) => text === '128')).toHaveLength(2);
    expect(said.filter((text) => text === '512')).toHaveLength(6);
  });

  test('has its branches below, which come up into balls', () => {
    const { graph, placement } = seen.figure;
    const y = (id: string) => {
      const index = graph.blocks.findIndex((block) => block.id === id);
      return placement.wests[index]?.y ?? Number.NaN;
    };
    expect([y('add1'), y('add2'), y('upconv3')]).toEqual([0, 0, 0]);
    expect(y('score16')).toBeGreaterThan(0);
    expect(y('score8')).toBeGreaterThan(y('score16'));
  });
});

describe('U-Net in a line', () => {
  const seen = seenOf(ownText('u-net'));

  /*
   * Theirs has 35 parts with 105 hidden edges, 9 lines with a head each, 4 arches with
   * three. Ours has a part more, as its last convolution and its softmax are two.
   */
  test('has what theirs has', () => {
    expect(count(seen)).toEqual({
      blocks: 10,
      balls: 0,
      boxes: 14,
      parts: 36,
      bands: 26,
      poolings: 4,
      copies: 4,
      hiddenEdges: 108,
      flows: 9,
      flowHeads: 9,
      skips: 4,
      skipHeads: 12,
      free: 2,
    });
  });

  test('has its arches nested, with square corners', () => {
    const arches = seen.arrows.filter(({ kind }) => kind === 'skip');
    const spans = arches
      .map(({ points }) => ({
        left: points[0]?.x ?? 0,
        right: points.at(-1)?.x ?? 0,
        top: points[1]?.y ?? 0,
        level: points[1]?.y === points[2]?.y,
        square: points[0]?.x === points[1]?.x && points[2]?.x === points[3]?.x,
      }))
      .sort((a, b) => b.top - a.top);
    for (const [index, { left, right, top, level, square }] of spans.entries()) {
      expect([level, square]).toEqual([true, true]);
      const outer = spans[index + 1];
      if (!outer) continue;
      expect(outer.left).toBeLessThan(left);
      expect(outer.right).toBeGreaterThan(right);
      expect(outer.top).toBeLessThan(top - 6);
    }
  });
});

describe('U-Net in a U', () => {
  const seen = seenOf(ownText('u-net-u'));

  /*
   * Theirs has 31 parts with 93 hidden edges, ours one more as before; 5 teal lines with 13 heads, four of which
   * are Z-shaped, and 12 indigo ones with a head each, of which four are the skips and the
   * others lead up to the balls and on to the softmax. Ours keeps indigo for skips.
   */
  test('has what theirs has', () => {
    expect(count(seen)).toEqual({
      blocks: 18,
      balls: 4,
      boxes: 18,
      parts: 32,
      bands: 22,
      poolings: 4,
      copies: 0,
      hiddenEdges: 96,
      flows: 17,
      flowHeads: 21,
      skips: 4,
      skipHeads: 4,
      free: 2,
    });
  });

  test('has its skips level with the middles of the balls', () => {
    const { placement, graph } = seen.figure;
    const skips = placement.routes.filter(({ kind }) => kind === 'skip');
    expect(skips).toHaveLength(4);
    for (const { points, link } of skips) {
      const [start, end] = points;
      expect(points).toHaveLength(2);
      expect(start?.y).toBe(end?.y);
      expect(end?.y).toBe(placement.wests[link?.to.block ?? 0]?.y);
      expect(graph.blocks[link?.to.block ?? 0]?.kind).toBe('ball');
    }
    expect(new Set(skips.map(({ points }) => points[0]?.y)).size).toBe(4);
  });
});

describe('HED', () => {
  const seen = seenOf(ownText('hed'));

  /*
   * Theirs has 84 hidden edges, 18 lines with 26 heads, and four side branches, each with
   * a box. Ours has 28 parts and the envelope, whose hidden edges make 87; it has the fifth
   * side output of the paper, whose convolution ends the last box of the line, and five
   * slabs in the envelope.
   */
  test('has what theirs has', () => {
    expect(count(seen)).toEqual({
      blocks: 11,
      balls: 0,
      boxes: 19,
      parts: 28,
      bands: 14,
      poolings: 4,
      copies: 1,
      hiddenEdges: 87,
      flows: 14,
      flowHeads: 22,
      skips: 0,
      skipHeads: 0,
      free: 2,
    });
  });

  test('has four boxes in front of the line, the larger the nearer, and lines at 45° with heads', () => {
    const { graph, placement, sized } = seen.figure;
    const sides = graph.blocks
      .map((block, index) => ({ block, z: placement.wests[index]?.z ?? 0, size: sized[index] }))
      .filter(({ z }) => z > 0)
      .sort((a, b) => a.z - b.z);
    expect(sides).toHaveLength(4);
    const heights = sides.map(({ size }) => size?.boxes[0]?.height ?? 0);
    expect([...heights].sort((a, b) => a - b)).toEqual(heights);
    const diagonal = seen.arrows.filter(({ points }) =>
      points.slice(1).some(({ x, y }, index) => x !== points[index]?.x && y !== points[index]?.y),
    );
    expect(diagonal).toHaveLength(8);
    for (const { points, heads } of diagonal) expect(heads).toHaveLength(points.length - 1);
  });

  test('has a caption of two lines under an envelope', () => {
    const caption = textsOf(seen.scene).filter(({ weight }) => weight === 'bold');
    expect(caption.map(({ text }) => text).join(' ')).toBe(
      'concatenation of deconvolved feature maps',
    );
    expect(caption.length).toBeGreaterThan(1);
    expect(leaves(seen.scene).some(({ roles }) => roles.includes('envelope'))).toBe(true);
  });
});

describe('VGG-16', () => {
  const seen = seenOf(ownText('vgg-16'));

  /*
   * Both have 22 parts with 66 hidden edges. Theirs has 8 lines with a head each, one of
   * which leads on to nowhere; ours 7 connections and two free arrows.
   */
  test('has what theirs has', () => {
    expect(count(seen)).toEqual({
      blocks: 8,
      balls: 0,
      boxes: 13,
      parts: 22,
      bands: 15,
      poolings: 5,
      copies: 0,
      hiddenEdges: 66,
      flows: 7,
      flowHeads: 7,
      skips: 0,
      skipHeads: 0,
      free: 2,
    });
  });

  test('has sizes at its edges: one upright, the others along the edges that run away', () => {
    const turned = textsOf(seen.scene).filter(({ rotate }) => rotate === -45);
    expect(turned.map(({ text }) => text)).toEqual([
      ...['224', '112', '56', '28', '14'],
      ...['4096', '4096', '1000'],
    ]);
    const upright = textsOf(seen.scene).filter(
      ({ text, rotate }) => text === '224' && rotate === undefined,
    );
    expect(upright).toHaveLength(1);
  });

  test('has a dashed frustum to the first vector', () => {
    const dashed = leaves(seen.scene).filter(({ roles }) => roles.includes('frustum'));
    expect(dashed).toHaveLength(2);
    for (const { node } of dashed) {
      expect(node.kind === 'path' && node.paint.dash).toBeTruthy();
    }
  });

  test('has long bars', () => {
    const bars = seen.figure.sized.slice(-3).map(({ boxes }) => boxes[0]);
    for (const bar of bars) {
      expect(bar?.height).toBe(18);
      expect(bar?.depth).toBeGreaterThan(20 * (bar?.height ?? 0));
    }
  });
});

describe('SoftmaxLoss', () => {
  const seen = seenOf(ownText('softmax-loss'));

  test('has a box with two arrows to and two from it, as theirs has', () => {
    expect(count(seen)).toMatchObject({ boxes: 1, hiddenEdges: 3, flows: 0, free: 4 });
    for (const { points, heads } of seen.arrows) {
      expect(points).toHaveLength(2);
      expect(heads).toHaveLength(1);
    }
    const ways = seen.arrows.map(({ points }) =>
      Math.sign((points[1]?.x ?? 0) - (points[0]?.x ?? 0)),
    );
    expect([...ways].sort()).toEqual([-1, -1, 1, 1]);
  });

  test('has a formula at each, and one in its caption', () => {
    const formulas = words(seen).filter((text) => text.includes('$'));
    expect(formulas).toHaveLength(5);
    expect(formulas).toContain('SoftmaxLoss: $E_\\mathcal{S}$');
  });

  test('has the size and the colour that are given by hand', () => {
    const [box] = seen.figure.sized[0]?.boxes ?? [];
    expect([box?.width, box?.height, box?.depth]).toEqual([42, 120, 120]);
    const fills = leaves(seen.scene).flatMap(({ node, roles }) =>
      roles.includes('layer') && node.kind === 'path' ? [node.paint] : [],
    );
    expect(fills.map(({ fill, fillOpacity }) => [fill?.light, fillOpacity])).toEqual(
      Array.from({ length: 3 }, () => ['#a1a17b', 0.5]),
    );
  });
});
