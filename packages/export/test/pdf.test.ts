import { describe, expect, test } from 'vitest';
import { figureOf, toPdf } from '../src/index.js';
import { draw, imageScene, images, ink, sceneOf } from './drawings.js';

const source = ({ content }: { readonly content: Uint8Array }) =>
  Buffer.from(content).toString('latin1');

describe('toPdf', () => {
  test('has one page as large as the figure, at 96 px an inch', async () => {
    const drawing = draw();
    const { width, height } = figureOf(drawing);
    const pdf = source(await toPdf(drawing));
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/Count 1');
    expect(pdf).toContain(`/MediaBox [0 0 ${width * 0.75} ${height * 0.75}]`);
    expect(source(await toPdf(drawing, { width: 400 }))).toContain('/MediaBox [0 0 300 ');
  });

  test('says what it shows', async () => {
    const pdf = source(
      await toPdf(draw('title: Q & A\ndescription: Two to one\nlayers: 2 -> 1\n')),
    );
    expect(pdf).toMatch(
      /\/Title (\d+) 0 R[\s\S]*\n\1 0 obj\n\(Q & A\)|\n(\d+) 0 obj\n\(Q & A\)[\s\S]*\/Title \2 0 R/,
    );
    expect(pdf).toContain('<rdf:li xml:lang="x-default">Q &amp; A</rdf:li>');
    expect(pdf).toContain('/Alt (Two to one)');
    expect(pdf).toContain('/S /Figure');
    expect(pdf).toContain('/Marked true');
  });

  test('embeds the glyphs that it uses, and only those', async () => {
    const text = { kind: 'text', x: 0, y: 0, text: 'a ⊕', size: 10, fill: ink } as const;
    const { content } = await toPdf(sceneOf(text));
    const pdf = source({ content });
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+Arimo-Regular/);
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+DejaVuSans/);
    expect(content.length).toBeLessThan(20_000);
  });

  test('is the same file each time', async () => {
    const [one, two] = await Promise.all([toPdf(draw()), toPdf(draw())]);
    expect(Buffer.compare(one.content, two.content)).toBe(0);
  });

  test('shows images of every kind, and never leaves one out', async () => {
    for (const href of [images.gif, images.webp]) {
      expect(source(await toPdf(imageScene(href)))).toContain('/Subtype /Image');
    }
    await expect(toPdf(imageScene(images.broken))).rejects.toMatchObject({
      rule: 'unreadable-image',
    });
  });

  test('has characters that no font has as boxes, and says so', async () => {
    const text = { kind: 'text', x: 0, y: 0, text: '中', size: 10, fill: ink } as const;
    expect((await toPdf(sceneOf(text))).warnings).toMatchObject([{ rule: 'missing-glyph' }]);
  });

  test('says when the page would be too large', async () => {
    await expect(toPdf(draw(), { width: 50_000 })).rejects.toMatchObject({
      rule: 'too-large',
      message: expect.stringMatching(
        /^the page would be 37500 × \d+ points large, and PDF ends at 14400$/,
      ),
      hint: 'Choose a smaller width.',
    });
  });
});
