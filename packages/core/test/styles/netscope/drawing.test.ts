import { describe, expect, test } from 'vitest';
import { render } from '../../../src/render.js';
import type { GroupNode, Scene, SceneNode, TextNode } from '../../../src/scene/scene.js';
import type { FigureSettings } from '../../../src/settings.js';

function drawn(text: string, settings: FigureSettings = {}) {
  const { scene, svg, diagnostics } = render(text, {}, { style: 'netscope', ...settings });
  if (!scene || svg === undefined) throw new Error(JSON.stringify(diagnostics));
  return { scene, svg, diagnostics };
}

function groups(scene: Scene, wanted: (group: GroupNode) => boolean): GroupNode[] {
  const found: GroupNode[] = [];
  const walk = (node: SceneNode) => {
    if (node.kind !== 'group') return;
    if (wanted(node)) found.push(node);
    node.children.forEach(walk);
  };
  scene.children.forEach(walk);
  return found;
}

/** Boxes: those of several layers, and layers that stand alone. */
function boxes(scene: Scene): GroupNode[] {
  return scene.children.filter(
    (node): node is GroupNode =>
      node.kind === 'group' && (node.role === 'box' || node.role === 'layer'),
  );
}

const texts = (node: SceneNode): string[] =>
  node.kind === 'group' ? node.children.flatMap(texts) : node.kind === 'text' ? [node.text] : [];

const rows = (scene: Scene) => boxes(scene).map(texts);

const edges = (scene: Scene) =>
  groups(scene, ({ role }) => role === 'edge').map(({ from, to }) => `${from} → ${to}`);

const fillOf = (box: GroupNode | undefined, theme: 'light' | 'dark' = 'light') => {
  const [outline] = box?.children ?? [];
  return outline?.kind === 'path' ? outline.paint.fill?.[theme] : undefined;
};

const net = `input: 3x32x32
layers:
  - conv 8 3x3 p1 bn relu
  - lrn
  - conv 8 3x3 p1
  - relu
  - maxpool 2
  - flatten
  - dense 10
  - softmax`;

describe('which layers share a box', () => {
  test('those that work on each number by itself, by default', () => {
    expect(rows(drawn(net).scene)).toEqual([
      ['Input'],
      ['Conv 3×3, 8', 'BN', 'ReLU'],
      ['LRN'],
      ['Conv 3×3, 8', 'ReLU'],
      ['MaxPool 2×2'],
      ['Flatten'],
      ['Dense 10'],
      ['Softmax'],
    ]);
  });

  test('those on one line alone', () => {
    const { scene } = drawn(net, { options: { stack: 'in-place' } });
    expect(rows(scene).slice(1, 5)).toEqual([
      ['Conv 3×3, 8', 'BN', 'ReLU'],
      ['LRN'],
      ['Conv 3×3, 8'],
      ['ReLU'],
    ]);
  });

  test('none', () => {
    const { scene } = drawn(net, { options: { stack: 'none' } });
    expect(rows(scene).every((box) => box.length === 1)).toBe(true);
    expect(rows(scene)).toHaveLength(11);
  });

  test('not one that others take from before it', () => {
    const { scene } = drawn('input: 8\nlayers: [dense 8 as a, relu, add a]');
    expect(rows(scene)).toEqual([['Input'], ['Dense 8'], ['ReLU'], ['Add']]);
  });
});

describe('connections', () => {
  test('know the boxes at their ends', () => {
    const { scene } = drawn('input: 8\nlayers:\n  - dense 8 relu as a\n  - dense 8\n  - add a\n');
    expect(edges(scene)).toEqual(['input → a', 'a → dense1', 'dense1 → add1', 'a → add1']);
  });

  test('are written once, with their ends, for scripts', () => {
    const { svg } = drawn('input: 8\nlayers: [dense 4]');
    expect(
      svg.match(/<path data-role="edge" data-from="input" data-to="dense1" d="[^"]+"/g),
    ).toHaveLength(1);
  });

  test('a tensor that is taken twice is drawn once', () => {
    const { scene } = drawn('input: 8\nlayers: [dense 8 as a, {add: [a, a]}]');
    expect(edges(scene)).toEqual(['input → a', 'a → add1']);
  });

  test('leave a box from each of its outputs', () => {
    const { scene } = drawn('input: 8x4x4\nlayers:\n  - split 2 as a b\n  - {concat: [a, b]}\n');
    expect(edges(scene)).toEqual(['input → a', 'a → concat1', 'a → concat1']);
  });

  test('tell shapes, unless told not to', () => {
    const labels = (settings: FigureSettings) =>
      groups(drawn(net, settings).scene, ({ role }) => role === 'labels').flatMap(texts);
    expect(labels({})).toContain('8 × 32×32');
    expect(labels({})).toContain('2048');
    expect(labels({ options: { shapes: false } })).toEqual([]);
    expect(labels({ labels: { edge: '{channels} maps' } })).toContain('8 maps');
    expect(labels({ batch: 10 })).toContain('10 · 8 × 32×32');
  });
});

test('a box that is higher for its connections has its text in its middle', () => {
  const branches = Array.from({ length: 6 }, (_, index) => `      - conv ${index + 1} 1x1`);
  const text = ['input: 3x8x8', 'layers:', '  - concat:', ...branches].join('\n');
  const { scene } = drawn(text, { options: { direction: 'right' } });
  const [outline, name] = boxes(scene).at(-1)?.children ?? [];
  if (outline?.kind !== 'path' || name?.kind !== 'text') throw new Error('not a box of one text');
  const ys = outline.commands.flatMap((command) => command.slice(2, 3) as number[]);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  expect(bottom - top).toBeGreaterThan(3 * name.size);
  // The middle of lower-case letters.
  expect(Math.abs(name.y - 0.26 * name.size - (top + bottom) / 2)).toBeLessThan(0.15 * name.size);
});

describe('colours', () => {
  test('say what a box is, where data enter and where they leave', () => {
    const { scene } = drawn(net);
    const [input, conv, norm, , pool, flatten, , softmax] = boxes(scene).map((box) => fillOf(box));
    expect(new Set([input, conv, norm, pool, flatten, softmax]).size).toBe(6);
    expect(input).toBe('#bfe5c9');
    expect(softmax).toBe('#dccff0');
  });

  test('leave ends as they are when asked', () => {
    const { scene } = drawn(net, { options: { ends: false } });
    expect(boxes(scene).map((box) => fillOf(box))).not.toContain('#bfe5c9');
  });

  test('are those of Netscope in the classic palette', () => {
    const { scene } = drawn(net, { palette: 'classic' });
    expect(boxes(scene).map((box) => fillOf(box))).toEqual([
      '#37a058',
      '#ca5237',
      '#bd0026',
      '#ca5237',
      '#ffb84d',
      '#ffb84d',
      '#bd0026',
      '#7f6a9b',
    ]);
  });

  test('follow `draw`, with text that can be read on them', () => {
    const { scene } = drawn(
      `${net}\ndraw: {lrn: {color: "#101040", label: norm, caption: "{params}"}}`,
    );
    const lrn = boxes(scene)[2];
    expect(fillOf(lrn, 'dark')).toBe('#101040');
    const said = groups(scene, (group) => group === lrn).flatMap(({ children }) =>
      children.filter((child): child is TextNode => child.kind === 'text'),
    );
    expect(said.map(({ text, fill }) => `${text} ${fill.light}`)).toEqual([
      'norm #ffffff',
      ' #ffffff',
    ]);
  });
});

describe('heat maps', () => {
  const { scene } = drawn(net, { options: { heat: 'params' } });

  test('are hottest where a cost is greatest', () => {
    const [input, conv, , , , , dense] = boxes(scene).map((box) => fillOf(box));
    expect(dense).toBe('#a50f26');
    expect(input).toBe('#fff7dc');
    expect(conv).not.toBe(dense);
  });

  test('say the cost in the box and explain the scale', () => {
    expect(rows(scene)[6]).toEqual(['Dense 10', '20.5 K parameters']);
    const legend = groups(scene, ({ role }) => role === 'legend').flatMap(texts);
    expect(legend).toEqual(expect.arrayContaining(['Parameters', '0', '20.5 K']));
  });

  test('are cold where nothing costs anything', () => {
    const cold = drawn('input: 8x8x8\nlayers: [maxpool 2]', { options: { heat: 'macs' } }).scene;
    expect(boxes(cold).map((box) => fillOf(box))).toEqual(['#fff7dc', '#fff7dc']);
  });
});

describe('blocks', () => {
  const repeated = `input: 8x8x8
blocks:
  unit: [conv 8 3x3 p1 bn relu, conv 8 3x3 p1]
layers:
  - unit x4
  - gap`;

  test('are framed, and drawn once when they repeat', () => {
    const { scene } = drawn(repeated);
    expect(boxes(scene)).toHaveLength(4);
    expect(groups(scene, ({ role }) => role === 'frames').flatMap(texts)).toEqual(['unit ×4']);
    expect(edges(scene).at(-1)).toBe('unit1.conv2 → gap1');
  });

  test('are all drawn when asked', () => {
    const { scene } = drawn(repeated, { options: { collapse: false } });
    expect(boxes(scene)).toHaveLength(10);
    expect(groups(scene, ({ role }) => role === 'frames').flatMap(texts)).toEqual([
      'unit',
      'unit',
      'unit',
      'unit',
    ]);
  });

  test('have no frames when asked', () => {
    const { scene } = drawn(repeated, { options: { collapse: false, frames: false } });
    expect(boxes(scene)).toHaveLength(10);
    expect(groups(scene, ({ role }) => role === 'frames')).toEqual([]);
  });
});

describe('tooltips', () => {
  test('say everything of a layer, a fact a line', () => {
    const { scene } = drawn('input: 3x8x8\nlayers: [conv 4 3x3 /2 p1 relu as stem]');
    const titles = groups(scene, ({ title }) => title !== undefined).map(({ title }) => title);
    expect(titles[1]?.split('\n')).toEqual([
      'stem',
      'type: Convolution',
      'out: 4',
      'kernel: 3×3',
      'stride: 2',
      'padding: 1',
      'dilation: 1',
      'groups: 1',
      'bias: true',
      'ceil: false',
      'input: 3×8×8',
      'output: 4×4×4',
      'parameters: 112',
      'MACs: 1,728',
    ]);
    expect(titles[2]).toMatch(/^relu1\ntype: ReLU\n/);
  });

  test('hold no markup and no more lines than facts', () => {
    const { svg } = drawn(
      'input: 8\nlayers:\n  - {op: op, name: "<script>\\nx: y</script>", out: 4}',
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('name: &lt;script&gt; x: y&lt;/script&gt;');
  });
});

test('any network is drawn', () => {
  const { scene } = drawn(
    'dims: {T: 8, d: 16}\ninputs: {src: T x d, tgt: T x d}\nlayers:\n  - from: src\n  - attention heads=2 as m\n  - from: tgt\n  - attention heads=2 kv=m',
  );
  expect(boxes(scene)).toHaveLength(4);
});

test('the same text gives the same bytes', () => {
  expect(drawn(net).svg).toBe(drawn(net).svg);
});
