import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from '../../src/render.js';
import { boundsOf } from '../../src/scene/bounds.js';
import type {
  Colour,
  GroupNode,
  PathCommand,
  PathNode,
  Scene,
  SceneNode,
} from '../../src/scene/scene.js';
import { line, path, polygon, polyline, rectangle } from '../../src/scene/shapes.js';
import { type SketchOptions, sketchDefaults, sketchFills } from '../../src/scene/sketch/options.js';
import { reachOf, sketch } from '../../src/scene/sketch/sketch.js';
import { textLine } from '../../src/scene/text.js';
import { sketchOptions } from '../../src/sketching.js';

const ink: Colour = { light: '#000000', dark: '#ffffff' };
const blue: Colour = { variable: 'conv', light: '#b3d3f7', dark: '#1f4f78' };
const paper: Colour = { variable: 'surface', light: '#ffffff', dark: '#1b1b1d' };

const drawn = (nodes: readonly SceneNode[], options: Partial<SketchOptions> = {}) =>
  sketch({ children: nodes }, { ...sketchDefaults, ...options }, paper).children;
const commandsOf = (node: SceneNode | undefined): readonly PathCommand[] =>
  (node as PathNode).commands;
const letters = (node: SceneNode | undefined) =>
  commandsOf(node)
    .map(([letter]) => letter)
    .join('');
const layer = (id: string, ...children: SceneNode[]): GroupNode => ({
  kind: 'group',
  role: 'layer',
  layer: id,
  title: `Layer ${id}`,
  children,
});
const box = rectangle(0, 0, 80, 60, { fill: blue, stroke: ink, strokeWidth: 2 });
const edge = line({ x: 0, y: 0 }, { x: 100, y: 0 }, { stroke: ink });

afterEach(() => vi.restoreAllMocks());

describe('seeds', () => {
  const scene: SceneNode[] = [
    layer('a', box, { kind: 'circle', x: 0, y: 0, radius: 20, paint: { fill: blue, stroke: ink } }),
    layer('b', box),
  ];

  it.each(sketchFills)('take no number that differs from run to run (%s)', (fill) => {
    const random = vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('not the same on every run');
    });
    const first = drawn(scene, { fill, roughness: 2, seed: 0 });
    expect(drawn(scene, { fill, roughness: 2, seed: 0 })).toEqual(first);
    expect(random).not.toHaveBeenCalled();
  });

  it('give another drawing of the same', () => {
    expect(drawn(scene, { seed: 2 })).not.toEqual(drawn(scene, { seed: 1 }));
  });

  it('are the same on every machine', () => {
    expect(drawn([edge], { double: false }).map(commandsOf)).toMatchInlineSnapshot(`
      [
        [
          [
            "M",
            0.4,
            -0.3,
          ],
          [
            "C",
            24.1,
            -0.6,
            48.6,
            0.1,
            101.1,
            -0.7,
          ],
        ],
      ]
    `);
  });

  it('of a layer do not depend on the other layers', () => {
    const [, , before] = drawn([layer('a', box), layer('b', box), layer('c', box)]);
    const [, after] = drawn([layer('b', box, box, edge), layer('c', box)]);
    expect(after).toEqual(before);
    const [a, b] = drawn([layer('a', box), layer('b', box)]) as GroupNode[];
    expect(a?.children).not.toEqual(b?.children);
  });
});

describe('lines', () => {
  it('are drawn twice, or once', () => {
    expect(drawn([edge]).map(letters)).toEqual(['MCMC']);
    expect(drawn([edge], { double: false }).map(letters)).toEqual(['MC']);
  });

  it('keep their paint, and get round ends', () => {
    const [node] = drawn(
      [
        line(
          { x: 0, y: 0 },
          { x: 50, y: 9 },
          { stroke: blue, strokeWidth: 1.5, strokeOpacity: 0.4 },
        ),
      ],
      { strokeWidth: 2 },
    );
    expect((node as PathNode).paint).toEqual({
      stroke: blue,
      strokeWidth: 3,
      strokeOpacity: 0.4,
      cap: 'round',
      join: 'round',
    });
  });

  it('stay dashed, and are then drawn once', () => {
    const [node] = drawn([line({ x: 0, y: 0 }, { x: 50, y: 9 }, { stroke: ink, dash: [4, 3] })]);
    expect((node as PathNode).paint.dash).toEqual([4, 3]);
    expect(letters(node)).toBe('MC');
  });

  it('stay as they are with a ruler', () => {
    const [node] = drawn([edge], { roughness: 0, bowing: 0, double: false });
    const [move, curve] = commandsOf(node).map(([, ...numbers]) => numbers as number[]);
    const [, y1, , y2, x3, y3] = curve ?? [];
    expect([...(move ?? []), y1, y2, x3, y3]).toEqual([0, 0, 0, 0, 100, 0]);
  });

  it('follow curves in one go, where these are smooth', () => {
    const wave = path(
      [
        ['M', 0, 0],
        ['C', 20, 0, 30, 30, 50, 30],
        ['C', 70, 30, 80, 0, 100, 0],
      ],
      { stroke: ink },
    );
    expect(letters(drawn([wave], { double: false })[0])).toMatch(/^MC+$/);
    const peak = path(
      [
        ['M', 0, 0],
        ['C', 20, 0, 50, 10, 50, 30],
        ['C', 50, 10, 80, 0, 100, 0],
      ],
      { stroke: ink },
    );
    expect(letters(drawn([peak], { double: false })[0])).toMatch(/^MC+MC+$/);
  });

  it('in the colour of the paper stay where they are, as they hide others', () => {
    const gap = line({ x: 0, y: 0 }, { x: 100, y: 0 }, { stroke: paper, strokeWidth: 5 });
    expect(drawn([gap])).toEqual([gap]);
  });
});

describe('faces', () => {
  it('are filled below their outline, a little off', () => {
    const [filling, outline, ...rest] = drawn([box]) as PathNode[];
    expect(rest).toEqual([]);
    expect(filling?.paint).toEqual({ fill: blue });
    expect(letters(filling)).toBe('MCCCCZ');
    expect(outline?.paint).toMatchObject({ stroke: ink, strokeWidth: 2 });
    expect(outline?.paint.fill).toBeUndefined();
    expect(boundsOf(filling as SceneNode)).not.toEqual({ left: 0, top: 0, right: 80, bottom: 60 });
  });

  it.each(sketchFills.filter((fill) => fill !== 'solid'))('are filled with %s on paper', (fill) => {
    const [ground, lines, outline, ...rest] = drawn(
      [rectangle(0, 0, 80, 60, { fill: blue, fillOpacity: 0.5, stroke: ink })],
      { fill },
    ) as PathNode[];
    expect(rest).toEqual([]);
    expect(ground?.paint).toEqual({ fill: paper, fillOpacity: 0.5 });
    expect(lines?.paint).toMatchObject({ stroke: blue, strokeOpacity: 0.75, cap: 'round' });
    expect(lines?.paint.fill).toBeUndefined();
    expect(lines?.commands.length).toBeGreaterThan(20);
    expect(outline?.paint.stroke).toEqual(ink);
  });

  it('keep holes free of lines', () => {
    const square = (from: number, to: number): PathCommand[] => [
      ['M', from, from],
      ['L', to, from],
      ['L', to, to],
      ['L', from, to],
      ['Z'],
    ];
    const frame = path([...square(0, 90), ...square(30, 60)], { fill: blue, stroke: ink });
    const [, lines] = drawn([frame], { fill: 'hachure', hachureAngle: 0, roughness: 0 });
    const middles = pieces(commandsOf(lines)).map(([from, to]) => [
      (from[0] + to[0]) / 2,
      (from[1] + to[1]) / 2,
    ]);
    expect(middles.length).toBeGreaterThan(15);
    const inHole = ([x = 0, y = 0]: number[]) => x > 31 && x < 59 && y > 31 && y < 59;
    expect(middles.filter(inHole)).toEqual([]);
  });

  it('that are small, thin or bare stay solid, so that heads of arrows stay legible', () => {
    const head = polygon(
      [
        { x: 0, y: 0 },
        { x: -13, y: 5 },
        { x: -13, y: -5 },
      ],
      { fill: ink },
    );
    const band = rectangle(0, 0, 4, 200, { fill: blue, stroke: ink });
    const [first, second] = drawn([head, band], { fill: 'hachure' }) as PathNode[];
    expect(first?.paint).toEqual({ fill: ink });
    expect(second?.paint).toEqual({ fill: blue });
    const { left, top, right, bottom } = boundsOf(first as SceneNode);
    for (const off of [left + 13, top + 5, right, bottom - 5])
      expect(Math.abs(off)).toBeLessThan(2);
  });

  it('stay solid under text that could not be read on paper', () => {
    const white: Colour = { light: '#ffffff', dark: '#ffffff' };
    const label = (fill: Colour) => textLine('conv', 40, 30, { size: 12, anchor: 'middle', fill });
    const filled = ([node]: readonly SceneNode[]) => (node as PathNode).paint.fill;
    expect(filled(drawn([box, label(white)], { fill: 'hachure' }))).toEqual(blue);
    expect(filled(drawn([box, label(ink)], { fill: 'hachure' }))).toEqual(paper);
    expect(filled(drawn([label(white), box].slice(1), { fill: 'hachure' }))).toEqual(paper);
  });

  it('of circles are circles', () => {
    const circle: SceneNode = {
      kind: 'circle',
      x: 50,
      y: 40,
      radius: 10,
      paint: { fill: blue, stroke: ink },
    };
    const [filling, outline] = drawn([circle]);
    expect(filling).toMatchObject({ kind: 'circle', radius: 10, paint: { fill: blue } });
    expect(letters(outline)).toMatch(/^MC+MC+$/);
    const { left, right } = boundsOf(outline as SceneNode);
    expect(right - left).toBeGreaterThan(17);
    expect(right - left).toBeLessThan(26);
  });
});

it('leaves texts, formulas and images as they are, and groups with what they say', () => {
  const text = textLine('conv', 5, 5, { size: 12, fill: ink });
  const image: SceneNode = {
    kind: 'image',
    x: 0,
    y: 0,
    width: 9,
    height: 9,
    href: 'data:image/png;base64,AA==',
  };
  const [group] = drawn([layer('a', text, image, box)]) as GroupNode[];
  expect(group).toMatchObject({ kind: 'group', role: 'layer', layer: 'a', title: 'Layer a' });
  expect(group?.children.slice(0, 2)).toEqual([text, image]);
});

describe('limits', () => {
  const shapes: Scene = {
    children: [
      line({ x: 0, y: 0 }, { x: 1000, y: 0 }, { stroke: ink }),
      line({ x: 0, y: 0 }, { x: 0, y: 300 }, { stroke: ink }),
      rectangle(0, 0, 900, 280, { fill: blue, stroke: ink }, 12),
      { kind: 'circle', x: 500, y: 150, radius: 150, paint: { fill: blue, stroke: ink } },
    ],
  };

  it.each([0, 0.5, 1, 3])(
    'a hand of roughness %d gets no further than it can reach',
    (roughness) => {
      const exact = boundsOf(shapes);
      const reach = reachOf(roughness);
      expect(reach).toBe(roughness === 0 ? 0 : 1.5 * roughness + 4);
      for (const fill of sketchFills.filter((each) => each !== 'zigzag')) {
        for (let seed = 0; seed < 12; seed++) {
          const options = { ...sketchDefaults, roughness, bowing: 3, seed, fill };
          const bounds = boundsOf(sketch(shapes, options, paper));
          // Filled with lines, a face also gets half of their width, and they stand at whole px.
          const most = reach + (fill === 'solid' ? 0.1 : 2);
          expect(exact.left - bounds.left).toBeLessThan(most);
          expect(exact.top - bounds.top).toBeLessThan(most);
          expect(bounds.right - exact.right).toBeLessThan(most);
          expect(bounds.bottom - exact.bottom).toBeLessThan(most);
        }
      }
    },
  );

  const zigzag = (count: number) =>
    polyline(
      Array.from({ length: count + 1 }, (_, index) => ({ x: 20 * index, y: 20 * (index % 2) })),
      { stroke: ink },
    );

  it('draws each line once from 800 on, and only moves its ends from 4,000 on', () => {
    const lines = (count: number) =>
      drawn(Array.from({ length: count }, () => edge)).reduce(
        (total, node) => total + commandsOf(node).length,
        0,
      );
    expect(lines(800)).toBe(800 * 4);
    expect(lines(801)).toBe(801 * 2);
    expect(lines(4000)).toBe(4000 * 2);
    expect(letters(drawn([zigzag(4001)])[0])).toBe(`M${'L'.repeat(4001)}`);
  });

  it('draws a long path once', () => {
    expect(commandsOf(drawn([zigzag(61)])[0]).length).toBe(61 * 2);
    expect(commandsOf(drawn([zigzag(59)])[0]).length).toBe(59 * 4);
  });

  it('has at most about 3,000 lines in all fillings, further apart, and then none', () => {
    const faces = (count: number) =>
      Array.from({ length: count }, () => rectangle(0, 0, 200, 200, { fill: blue, stroke: ink }));
    const lines = (count: number) =>
      (drawn(faces(count), { fill: 'hachure' }) as PathNode[])
        .filter(({ paint }) => paint.stroke === blue)
        .reduce((total, { commands }) => total + commands.length / 2, 0);
    expect(lines(10)).toBeGreaterThan(500);
    expect(lines(100)).toBeGreaterThan(2000);
    expect(lines(100)).toBeLessThan(3300);
    expect(lines(200)).toBe(0);
  });

  it('takes what is no number without end', () => {
    const broken = rectangle(0, Number.NaN, 50, 50, { fill: blue, stroke: ink });
    const endless = rectangle(0, 0, 1e9, 1e9, { fill: blue, stroke: ink });
    expect(drawn([broken, endless], { fill: 'hachure' })).toHaveLength(4);
  });
});

describe('the setting', () => {
  const block = (setting: string) => render(`layers: 3 -> 2\n${setting}`);
  const problems = (setting: string) =>
    block(setting).diagnostics.map(({ rule, message, hint, place }) => [
      `${place?.start.line}:${place?.start.column}-${place?.end.column} ${rule}: ${message}`,
      hint,
    ]);

  it('is a switch, a filling, or all of the hand', () => {
    expect(sketchOptions(undefined)).toBeUndefined();
    expect(sketchOptions(false)).toBeUndefined();
    expect(sketchOptions(true)).toEqual(sketchDefaults);
    expect(sketchOptions('dots')).toEqual({ ...sketchDefaults, fill: 'dots' });
    expect(sketchOptions({ seed: 9 })).toEqual({ ...sketchDefaults, seed: 9 });
    const plain = block('sketch: false').svg;
    expect(block('title: ""').svg).toBe(plain);
    expect(block('sketch: true').svg).not.toBe(plain);
    expect(block('sketch: {}').svg).toBe(block('sketch: true').svg);
    expect(block('sketch: hachure').svg).toBe(block('sketch: {fill: hachure}').svg);
  });

  it('can be overruled', () => {
    const text = 'layers: 3 -> 2\nsketch: true';
    expect(render(text, {}, { sketch: false }).svg).toBe(render('layers: 3 -> 2').svg);
    expect(render('layers: 3 -> 2', { sketch: true }).svg).toBe(render(text).svg);
  });

  it('has problems where they stand', () => {
    expect(problems('sketch: {rougness: 2}')).toEqual([
      ['2:10-18 unknown-key: `sketch` has no `rougness`', 'Did you mean `roughness`?'],
    ]);
    expect(problems('sketch: {roughness: 9}')).toEqual([
      ['2:21-22 wrong-value: `sketch.roughness` of a block must be at most 3, not `9`', undefined],
    ]);
    expect(problems('sketch: {fill: hatchure}')).toEqual([
      [
        '2:16-24 wrong-value: `sketch.fill` of a block must be `solid`, `hachure`, `cross-hatch`, `zigzag`, `dashed` or `dots`, not `hatchure`',
        'Did you mean `hachure`?',
      ],
    ]);
    expect(problems('sketch: pencil')).toEqual([
      [
        '2:9-15 wrong-value: `sketch` of a block must be `true` or `false`, or `solid`, `hachure`, `cross-hatch`, `zigzag`, `dashed` or `dots`, or a map of keys and values, not `pencil`',
        undefined,
      ],
    ]);
    expect(problems('sketch: {seed: 1.5}')[0]?.[0]).toContain('must be a whole number');
  });

  it('keeps every text, layer and tooltip of a figure', () => {
    const said = (svg = '') =>
      [...svg.matchAll(/<(text|tspan|title|desc)[^>]*>([^<]*)/g)].map(
        ([, name, text]) => `${name} ${text}`,
      );
    const layers = (svg = '') => [...svg.matchAll(/data-layer="[^"]*"/g)].map(([id]) => id);
    for (const style of ['fcnn', 'graph']) {
      const text = `style: ${style}\nlegend: true\nlayers: 3 -> 4 relu -> 2 softmax\nsketch: `;
      const [plain, sketched] = [render(`${text}false`).svg, render(`${text}zigzag`).svg];
      expect(said(sketched)).toEqual(said(plain));
      expect(layers(sketched)).toEqual(layers(plain));
      expect(said(plain).length).toBeGreaterThan(5);
    }
  });
});

/** Ends of the strokes of a path. */
function pieces(commands: readonly PathCommand[]): [[number, number], [number, number]][] {
  const found: [[number, number], [number, number]][] = [];
  let at: [number, number] = [0, 0];
  for (const command of commands) {
    if (command[0] === 'Z') continue;
    const to: [number, number] = [command.at(-2) as number, command.at(-1) as number];
    if (command[0] !== 'M') found.push([at, to]);
    at = to;
  }
  return found;
}
