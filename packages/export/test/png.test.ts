import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { figureOf, toPng } from '../src/index.js';
import { draw, imageScene, images, ink, sceneOf } from './drawings.js';

function read(bytes: Uint8Array) {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const at = (x: number, y: number) => [
    ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
  ];
  return { width, height, at };
}

const dot = sceneOf({ kind: 'circle', x: 10, y: 10, radius: 10, paint: { fill: ink } });

describe('toPng', () => {
  test('has two pixels for one px, or as many as are asked for', async () => {
    const drawing = draw();
    const { width, height } = figureOf(drawing);
    expect(read((await toPng(drawing)).content)).toMatchObject({
      width: 2 * width,
      height: 2 * height,
    });
    const { content } = await toPng(dot, { scale: 1.5, width: 72 });
    expect(read(content)).toMatchObject({ width: 108, height: 108 });
  });

  test('is transparent unless it is given a background', async () => {
    const clear = read((await toPng(dot, { scale: 1 })).content);
    expect([clear.at(1, 1), clear.at(18, 18)]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 255],
    ]);
    const painted = read((await toPng(dot, { scale: 1, background: '#ffeecc' })).content);
    expect(painted.at(1, 1)).toEqual([0xff, 0xee, 0xcc, 255]);
  });

  test('has the colours of the theme', async () => {
    const dark = read((await toPng(dot, { scale: 1, theme: 'dark' })).content);
    expect(dark.at(18, 18)).toEqual([255, 255, 255, 255]);
  });

  test('says how large it is in documents, and what it shows', async () => {
    const { content } = await toPng(draw('title: Größe\nlayers: 2 -> 1\n'), { scale: 3 });
    const png = Buffer.from(content);
    const at = png.indexOf('pHYs', 0, 'latin1') + 4;
    // 288 pixels an inch, in pixels a metre.
    expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([
      11339, 11339, 1,
    ]);
    expect(png.includes('iTXtTitle\0\0\0\0\0Größe')).toBe(true);
    expect(png.includes('iTXtDescription\0\0\0\0\0')).toBe(true);
  });

  test('is the same file each time', async () => {
    const [one, two] = await Promise.all([toPng(draw()), toPng(draw())]);
    expect(Buffer.compare(one.content, two.content)).toBe(0);
  });

  test('shows images of every kind', async () => {
    const gif = read((await toPng(imageScene(images.gif), { scale: 1 })).content);
    expect(gif.at(16, 16)).toEqual([0, 255, 0, 255]);
    const webp = read((await toPng(imageScene(images.webp), { scale: 1 })).content);
    expect(webp.at(16, 16)[3]).toBe(255);
  });

  test('never leaves an image out', async () => {
    await expect(toPng(imageScene(images.broken))).rejects.toMatchObject({
      rule: 'unreadable-image',
      message: expect.stringMatching(/^an image of the figure, PNG, cannot be read: /),
      hint: 'Open the image in an image editor and save it as PNG.',
    });
    await expect(toPng(imageScene('https://example.com/a.png'))).rejects.toMatchObject({
      message: 'an image of the figure cannot be read: it is not in the figure itself',
    });
    await expect(toPng(imageScene(images.cut))).rejects.toMatchObject({
      message: 'an image of the figure, JPEG, cannot be read: it is cut off',
    });
    await expect(toPng(imageScene('data:image/png;base64,QUJD'))).rejects.toMatchObject({
      message: 'an image of the figure cannot be read: it is none of PNG, JPEG, GIF and WebP',
    });
  });

  test('says when the scale is wrong or the picture too large', async () => {
    await expect(toPng(dot, { scale: 0 })).rejects.toMatchObject({
      rule: 'wrong-scale',
      message: '`0` is no scale',
      hint: 'It is a number from 0.01 to 100.',
    });
    await expect(toPng(dot, { width: 20_000 })).rejects.toMatchObject({
      rule: 'too-large',
      message: 'the picture would have 40000 × 40000 pixels',
      hint: 'Choose a smaller scale or width, or export a PDF or an SVG.',
    });
  });
});
