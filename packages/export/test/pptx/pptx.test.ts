import { PNG } from 'pngjs';
import { describe, expect, test, vi } from 'vitest';
import { exportFigure, figureOf, toPptx } from '../../src/index.js';
import { draw, imageScene, images, ink, sceneOf } from '../drawings.js';
import { parse, partsOf, shapesOf, slideIn, valueIn } from './slides.js';

const px = 9525;

const sizeIn = async (content: Uint8Array) => {
  const presentation = parse(
    (await partsOf(content)).get('ppt/presentation.xml')?.toString() ?? '',
  );
  const [size] = presentation.getElementsByTagName('p:sldSz');
  return [Number(size?.getAttribute('cx')), Number(size?.getAttribute('cy'))];
};

/** A rectangle; with the 8 px around it the figure is as large as is asked for. */
const ground = (width: number, height = 100) =>
  ({
    kind: 'path',
    commands: [
      ['M', 0, 0],
      ['L', width - 16, 0],
      ['L', width - 16, height - 16],
      ['L', 0, height - 16],
      ['Z'],
    ],
    paint: { fill: ink },
  }) as const;

const large = (width: number, height?: number) => sceneOf(ground(width, height));

const rectangleIn = async (content: Uint8Array) => {
  const [element] = (await slideIn(content)).getElementsByTagName('p:sp');
  const shape = { element: element as Element };
  return ['x', 'y', 'cx', 'cy'].map((name) =>
    Number(valueIn(shape, name.length > 1 ? 'a:ext' : 'a:off', name)),
  );
};

describe('toPptx', () => {
  test('has one slide as large as the figure, at 96 px an inch', async () => {
    const drawing = draw();
    const { width, height } = figureOf(drawing);
    const { content, warnings } = await toPptx(drawing);
    expect(warnings).toEqual([]);
    expect(await sizeIn(content)).toEqual([width * px, height * px]);
    const wider = await toPptx(drawing, { width: 2 * width });
    expect(await sizeIn(wider.content)).toEqual([2 * width * px, 2 * height * px]);
    expect(
      [...(await partsOf(content)).keys()].filter((name) => /slides\/slide\d/.test(name)),
    ).toEqual(['ppt/slides/slide1.xml']);
  });

  test.each([
    ['16:9', 12_192_000],
    ['4:3', 9_144_000],
  ] as const)('fits the figure into a slide of %s', async (slide, width) => {
    const { content, warnings } = await toPptx(large(200), { slide });
    expect(warnings).toEqual([]);
    expect(await sizeIn(content)).toEqual([width, 6_858_000]);
    // 3/8 inch is left free on each side, and 8 px more around the rectangle.
    const scale = Math.min((width - 2 * 342_900) / 200, (6_858_000 - 2 * 342_900) / 100);
    const size = [184 * scale, 84 * scale] as const;
    const expected = [(width - size[0]) / 2, (6_858_000 - size[1]) / 2, ...size];
    (await rectangleIn(content)).forEach((value, index) => {
      expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  test('has the width that is given on a slide that has room for it', async () => {
    const fitting = await toPptx(large(100), { slide: '16:9', width: 200 });
    expect(fitting.warnings).toEqual([]);
    expect((await rectangleIn(fitting.content)).slice(2)).toEqual([168 * px, 168 * px]);
    const { warnings } = await toPptx(large(100), { slide: '16:9', width: 2000 });
    expect(warnings).toMatchObject([
      {
        rule: 'pptx-size',
        message:
          'the figure is `2000 × 2000 px` large, more than a slide of that size has room for: it is drawn at 32.4 % of its size',
      },
    ]);
  });

  test('keeps to the sizes that slides can have', async () => {
    const { content, warnings } = await toPptx(large(10_000));
    expect(await sizeIn(content)).toEqual([56 * 914_400, 914_400]);
    expect(warnings).toMatchObject([
      {
        rule: 'pptx-size',
        message:
          'the figure is `10000 × 100 px` large, more than a slide can be, 56 inches: it is drawn at 53.8 % of its size',
      },
    ]);
    const small = await toPptx(large(40, 30));
    expect(small.warnings).toEqual([]);
    expect(await sizeIn(small.content)).toEqual([914_400, 914_400]);
    // In the middle of 96 × 96 px.
    expect(await rectangleIn(small.content)).toEqual([36 * px, 41 * px, 24 * px, 14 * px]);
  });

  test('says what it shows', async () => {
    const drawing = draw('title: Q & "A" <1>\ndescription: Two to one\nlayers: 2 -> 1\n');
    const { content } = await toPptx(drawing);
    const [figure] = (await slideIn(content)).getElementsByTagName('p:grpSp');
    const shape = { element: figure as Element };
    expect(valueIn(shape, 'p:cNvPr', 'title')).toBe('Q & "A" <1>');
    expect(valueIn(shape, 'p:cNvPr', 'descr')).toBe('Two to one');
    const core = parse((await partsOf(content)).get('docProps/core.xml')?.toString() ?? '');
    expect(core.getElementsByTagName('dc:title')[0]?.textContent).toBe('Q & "A" <1>');
    expect(core.getElementsByTagName('dc:creator')[0]?.textContent).toBe('nnfig');
  });

  test('is the same file each time, whatever the time', async () => {
    const one = await toPptx(draw());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    try {
      const two = await toPptx(draw());
      expect(Buffer.compare(one.content, two.content)).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('has the background that is asked for, and a dark one below pale texts', async () => {
    const groundOf = async (options: object) => {
      const page = await slideIn((await toPptx(draw(), options)).content);
      const [found] = page.getElementsByTagName('p:bg');
      return found && valueIn({ element: found }, 'a:srgbClr', 'val');
    };
    expect(await groundOf({})).toBeUndefined();
    expect(await groundOf({ background: '#f6f8fa' })).toBe('F6F8FA');
    expect(await groundOf({ theme: 'dark' })).toBe('1B1B1D');
    expect(await groundOf({ theme: 'dark', background: 'black' })).toBe('000000');
  });

  test('holds an empty scene', async () => {
    const { content } = await toPptx(sceneOf());
    expect((await slideIn(content)).getElementsByTagName('p:grpSp')).toHaveLength(0);
  });

  test('is a format of exportFigure', async () => {
    const { content } = await exportFigure(draw(), { format: 'pptx', slide: '4:3' });
    expect(await sizeIn(content)).toEqual([9_144_000, 6_858_000]);
  });

  test('has no other slides', async () => {
    await expect(toPptx(draw(), { slide: 'a4' as never })).rejects.toMatchObject({
      rule: 'wrong-slide',
      message: 'there is no slide `a4`',
      hint: 'It is `figure`, `16:9` or `4:3`.',
    });
  });
});

describe('images on a slide', () => {
  const image = (matrix?: readonly [number, number, number, number, number, number], more = {}) =>
    ({
      kind: 'image',
      x: 0,
      y: 0,
      width: 40,
      height: 20,
      href: images.gif,
      ...(matrix && { matrix }),
      ...more,
    }) as const;

  test('of every kind are pictures, and never left out', async () => {
    for (const href of [images.gif, images.webp]) {
      const parts = await partsOf((await toPptx(imageScene(href))).content);
      expect(parts.get('ppt/media/image-1-1.png')?.toString('latin1', 1, 4)).toBe('PNG');
    }
    await expect(toPptx(imageScene(images.broken))).rejects.toMatchObject({
      rule: 'unreadable-image',
    });
  });

  test('are in the file once', async () => {
    const { content } = await toPptx(sceneOf(image(), image([1, 0, 0, 1, 50, 0])));
    const media = [...(await partsOf(content)).keys()].filter((name) => name.includes('/media/'));
    expect(media).toEqual(['ppt/media/image-1-1.png']);
    const page = await slideIn(content);
    const ids = [...page.getElementsByTagName('a:blip')].map((blip) =>
      blip.getAttribute('r:embed'),
    );
    expect(ids).toEqual(['rId1', 'rId1']);
  });

  test('are moved, turned, mirrored and see-through', async () => {
    const [, moved, turned, mirrored] = await shapesOf([
      ground(216),
      image([1, 0, 0, 1, 50, 0], { opacity: 0.4 }),
      // A quarter turn to the right about (0, 0).
      image([0, 1, -1, 0, 40, 0]),
      image([1, 0, 0, -1, 0, 50]),
    ]);
    expect(moved?.frame).toEqual([58 * px, 8 * px, 40 * px, 20 * px]);
    expect(moved && valueIn(moved, 'a:alphaModFix', 'amt')).toBe('40000');
    expect(turned && valueIn(turned, 'a:xfrm', 'rot')).toBe('5400000');
    // Its middle is at (30, 20); the frame is that before it is turned.
    expect(turned?.frame).toEqual([18 * px, 18 * px, 40 * px, 20 * px]);
    expect(mirrored && valueIn(mirrored, 'a:xfrm', 'flipV')).toBe('1');
    expect(mirrored && valueIn(mirrored, 'a:xfrm', 'rot')).toBeUndefined();
    expect(mirrored?.frame).toEqual([8 * px, 38 * px, 40 * px, 20 * px]);
  });

  test('that are slanted are drawn on clear ground', async () => {
    // (0, 0) (40, 0) (60, 20) (20, 20).
    const { content } = await toPptx(sceneOf(image([1, 0, 1, 1, 0, 0])));
    const bytes = (await partsOf(content)).get('ppt/media/image-1-1.png') ?? Buffer.of();
    const { width, height, data } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([240, 80]);
    const pixel = (x: number, y: number) => [
      ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
    ];
    expect(pixel(10, 40)).toEqual([0, 0, 0, 0]);
    expect(pixel(120, 40)).toEqual([0, 255, 0, 255]);
    expect(pixel(230, 40)).toEqual([0, 0, 0, 0]);
    const page = await slideIn(content);
    const [shape] = page.getElementsByTagName('p:pic');
    expect(valueIn({ element: shape as Element }, 'a:ext', 'cx')).toBe(String(60 * px));
    expect(valueIn({ element: shape as Element }, 'a:xfrm', 'rot')).toBeUndefined();
  });

  test('without an extent show nothing', async () => {
    expect(await shapesOf([ground(100), image([0, 0, 0, 1, 0, 0])])).toHaveLength(1);
  });
});
