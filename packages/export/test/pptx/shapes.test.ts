import type { PathCommand, SceneNode } from 'nnfig/writers';
import { describe, expect, test } from 'vitest';
import { ink } from '../drawings.js';
import { shapesOf, valueIn } from './slides.js';

/** Units of a px. The frame of a scene begins 8 px before its bounds. */
const px = 9525;

const blue = { light: '#1122ab', dark: '#99aaff' } as const;

const path = (commands: readonly PathCommand[], paint: object = { fill: blue }): SceneNode => ({
  kind: 'path',
  commands,
  paint,
});

const box = (x: number, y: number, width: number, height: number): PathCommand[] => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

/** The same box, the other way round. */
const hole = (x: number, y: number, width: number, height: number): PathCommand[] => [
  ['M', x, y],
  ['L', x, y + height],
  ['L', x + width, y + height],
  ['L', x + width, y],
  ['Z'],
];

/** So that the frame of the slide is known: it begins at (−8, −8). */
const corner = path(box(0, 0, 100, 100));

const first = async (node: SceneNode) => {
  const [, shape] = await shapesOf([corner, node]);
  if (!shape) throw new Error('there is no shape');
  return shape;
};

describe('paths on a slide', () => {
  test('are rectangles where they are such', async () => {
    const shape = await first(path(box(10, 20, 30, 40)));
    expect(shape.kind).toBe('sp');
    expect(shape.frame).toEqual([18 * px, 28 * px, 30 * px, 40 * px]);
    expect(valueIn(shape, 'a:prstGeom', 'prst')).toBe('rect');
    expect(valueIn(shape, 'a:srgbClr', 'val')).toBe('1122AB');
    expect(shape.xml).toContain('<a:ln><a:noFill/></a:ln>');
  });

  test('keep round corners as such', async () => {
    const k = 2 * (1 - (4 / 3) * (Math.SQRT2 - 1));
    const shape = await first(
      path([
        ['M', 2, 0],
        ['L', 18, 0],
        ['C', 20 - k, 0, 20, k, 20, 2],
        ['L', 20, 8],
        ['C', 20, 10 - k, 20 - k, 10, 18, 10],
        ['L', 2, 10],
        ['C', k, 10, 0, 10 - k, 0, 8],
        ['L', 0, 2],
        ['C', 0, k, k, 0, 2, 0],
        ['Z'],
      ]),
    );
    expect(valueIn(shape, 'a:prstGeom', 'prst')).toBe('roundRect');
    // A fifth of the shorter side.
    expect(valueIn(shape, 'a:gd', 'fmla')).toBe('val 20000');
  });

  test('are connectors where they are straight lines', async () => {
    const commands: PathCommand[] = [
      ['M', 50, 10],
      ['L', 20, 40],
    ];
    const shape = await first(path(commands, { stroke: blue, strokeWidth: 2 }));
    expect(shape.kind).toBe('cxnSp');
    expect(shape.frame).toEqual([28 * px, 18 * px, 30 * px, 30 * px]);
    expect(valueIn(shape, 'a:prstGeom', 'prst')).toBe('line');
    expect(valueIn(shape, 'a:xfrm', 'flipH')).toBe('1');
    expect(valueIn(shape, 'a:xfrm', 'flipV')).toBeUndefined();
    expect(valueIn(shape, 'a:ln', 'w')).toBe(String(2 * px));
  });

  test('have an outline of their own otherwise', async () => {
    const shape = await first(
      path([['M', 10, 10], ['L', 20, 10], ['C', 20, 15, 15, 20, 10, 20], ['Z']]),
    );
    expect(shape.frame).toEqual([18 * px, 18 * px, 10 * px, 10 * px]);
    expect(valueIn(shape, 'a:path', 'w')).toBe(String(10 * px));
    expect(shape.xml).toContain(
      '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="95250" y="0"/></a:lnTo>' +
        '<a:cubicBezTo><a:pt x="95250" y="47625"/><a:pt x="47625" y="95250"/><a:pt x="0" y="95250"/></a:cubicBezTo><a:close/>',
    );
  });

  test('are one shape however long they are', async () => {
    const commands = Array.from({ length: 8832 }, (_, index): PathCommand[] => [
      ['M', 0, index % 96],
      ['L', 100, index % 92],
    ]).flat();
    const shapes = await shapesOf([path(commands, { stroke: blue })]);
    expect(shapes).toHaveLength(1);
    const [edges] = shapes as [(typeof shapes)[0]];
    expect(edges.element.getElementsByTagName('a:path')).toHaveLength(1);
    expect(edges.element.getElementsByTagName('a:lnTo')).toHaveLength(8832);
  });

  test('have no extent of 0, by which programs would divide', async () => {
    const commands: PathCommand[] = [
      ['M', 0, 5],
      ['L', 10, 5],
      ['L', 20, 5],
    ];
    const shape = await first(path(commands, { stroke: blue }));
    expect(valueIn(shape, 'a:path', 'h')).toBe('1');
    expect(shape.frame[3]).toBe(1);
  });

  test('go on from the start of what is closed', async () => {
    const shape = await first(
      path([['M', 5, 5], ['L', 9, 5], ['L', 9, 9], ['Z'], ['L', 0, 0]], { stroke: blue }),
    );
    expect(shape.xml).toContain(
      '<a:close/><a:moveTo><a:pt x="47625" y="47625"/></a:moveTo><a:lnTo><a:pt x="0" y="0"/></a:lnTo>',
    );
  });

  test('that paint nothing are left out', async () => {
    const shapes = await shapesOf([
      corner,
      path(box(0, 0, 9, 9), {}),
      path(box(0, 0, 9, 9), { fill: blue, fillOpacity: 0, stroke: blue, strokeWidth: 0 }),
      path([['M', 1, 1]]),
      { kind: 'circle', x: 0, y: 0, radius: 0, paint: { fill: blue } },
    ]);
    expect(shapes).toHaveLength(1);
  });
});

describe('areas on a slide', () => {
  const islands = async (commands: readonly PathCommand[], paint?: object) => {
    const { element } = await first(path(commands, paint));
    return [...element.getElementsByTagName('a:path')].map(
      (each) =>
        `${each.getElementsByTagName('a:moveTo').length}${each.getAttribute('stroke') ?? ''}${each.getAttribute('fill') ?? ''}`,
    );
  };

  test('have holes where outlines turn against one another', async () => {
    expect(await islands([...box(0, 0, 30, 30), ...hole(5, 5, 20, 20)])).toEqual(['2']);
  });

  test('have none where areas lie over one another', async () => {
    expect(await islands([...box(0, 0, 30, 30), ...box(20, 20, 30, 30)])).toEqual(['10', '10']);
    expect(await islands([...box(0, 0, 30, 30), ...box(5, 5, 20, 20)])).toEqual(['10', '10']);
  });

  test('stand in holes', async () => {
    const commands = [...box(0, 0, 30, 30), ...hole(5, 5, 20, 20), ...box(10, 10, 5, 5)];
    expect(await islands(commands)).toEqual(['20', '10']);
  });

  test('lie behind all outlines', async () => {
    const commands = [...box(0, 0, 30, 30), ...box(20, 20, 30, 30)];
    expect(await islands(commands, { fill: blue, stroke: ink })).toEqual(['10', '10', '2none']);
  });
});

describe('paint on a slide', () => {
  test('has ends, joins, dashes and transparency', async () => {
    const shape = await first(
      path(box(0, 0, 30, 30), {
        fill: blue,
        fillOpacity: 0.25,
        stroke: ink,
        strokeWidth: 2,
        strokeOpacity: 0.5,
        dash: [4, 1, 0],
        cap: 'round',
        join: 'bevel',
      }),
    );
    expect(shape.xml).toContain(
      '<a:solidFill><a:srgbClr val="1122AB"><a:alpha val="25000"/></a:srgbClr></a:solidFill>' +
        '<a:ln w="19050" cap="rnd"><a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>' +
        '<a:custDash><a:ds d="200000" sp="50000"/><a:ds d="1000" sp="200000"/><a:ds d="50000" sp="1000"/></a:custDash>' +
        '<a:bevel/></a:ln>',
    );
  });

  test('has the miter of SVG unless another join is given', async () => {
    const shape = await first(path(box(0, 0, 30, 30), { stroke: ink }));
    expect(shape.xml).toContain('<a:noFill/><a:ln w="9525" cap="flat">');
    expect(shape.xml).toContain('<a:prstDash val="solid"/><a:miter lim="400000"/>');
  });

  test('is of the theme that is asked for', async () => {
    const [shape] = await shapesOf([corner], { theme: 'dark' });
    expect(shape && valueIn(shape, 'a:srgbClr', 'val')).toBe('99AAFF');
  });

  test('that is no colour is that of the texts of the slide', async () => {
    const fill = { light: 'currentColor', dark: 'currentColor' };
    const shape = await first(path(box(0, 0, 9, 9), { fill }));
    expect(valueIn(shape, 'a:schemeClr', 'val')).toBe('tx1');
  });
});

test('circles are ellipses', async () => {
  const shape = await first({ kind: 'circle', x: 50, y: 40, radius: 10, paint: { fill: blue } });
  expect(valueIn(shape, 'a:prstGeom', 'prst')).toBe('ellipse');
  expect(shape.frame).toEqual([48 * px, 38 * px, 20 * px, 20 * px]);
});

describe('groups on a slide', () => {
  test('are native, named after layers, and say what layers are', async () => {
    const [layer] = await shapesOf([
      {
        kind: 'group',
        role: 'layer',
        layer: 'conv1',
        title: 'Convolution: 6×28×28',
        children: [corner, path(box(50, 150, 10, 10))],
      },
    ]);
    expect(layer?.kind).toBe('grpSp');
    expect(layer && valueIn(layer, 'p:cNvPr', 'name')).toBe('conv1');
    expect(layer && valueIn(layer, 'p:cNvPr', 'descr')).toBe('Convolution: 6×28×28');
    expect(layer?.frame).toEqual([8 * px, 8 * px, 100 * px, 160 * px]);
    // What is in it has the coordinates of the slide.
    expect(layer && valueIn(layer, 'a:chOff', 'x')).toBe(String(8 * px));
    expect(layer && valueIn(layer, 'a:chExt', 'cy')).toBe(String(160 * px));
    expect(layer?.element.getElementsByTagName('p:sp')).toHaveLength(2);
  });

  test('say their role besides', async () => {
    const shapes = await shapesOf([
      { kind: 'group', role: 'labels', layer: 'conv1', children: [corner] },
      { kind: 'group', role: 'edges', children: [corner] },
      { kind: 'group', children: [corner] },
      { kind: 'group', role: 'legend', children: [] },
    ]);
    expect(shapes.map((shape) => valueIn(shape, 'p:cNvPr', 'name'))).toEqual([
      'conv1 labels',
      'edges',
      'shape',
    ]);
  });

  test('number every shape once', async () => {
    const inner: SceneNode = {
      kind: 'group',
      role: 'layer',
      layer: 'a',
      children: [corner, corner],
    };
    const [group] = await shapesOf([{ kind: 'group', role: 'figure', children: [inner, inner] }]);
    const root = group?.element.ownerDocument;
    const ids = [...(root?.getElementsByTagName('p:cNvPr') ?? [])].map((each) =>
      each.getAttribute('id'),
    );
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
  });
});
