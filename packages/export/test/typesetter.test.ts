import { measureText, type TextNode } from 'nnfig/writers';
import { describe, expect, test } from 'vitest';
import { fontPath } from '../src/index.js';
import { glyphsOutline } from '../src/text/outlines.js';
import { type Placed, Typesetter } from '../src/text/typesetter.js';
import { ink } from './drawings.js';

const line = (text: string, more: Partial<TextNode> = {}): TextNode => ({
  kind: 'text',
  x: 0,
  y: 0,
  text,
  size: 10,
  fill: ink,
  ...more,
});

async function set(node: TextNode): Promise<{ placed: Placed[]; typesetter: Typesetter }> {
  const typesetter = await Typesetter.open({ children: [node] });
  return { placed: typesetter.line(node), typesetter };
}

/** Name of the font and the text of each piece. */
function pieces(placed: readonly Placed[]): string[] {
  return placed.map(({ content }) =>
    'face' in content ? `${content.face.font.postscriptName}: ${content.text}` : content.math.tex,
  );
}

describe('a line', () => {
  test('is as wide as core measures it, where there is no kerning', async () => {
    const { placed } = await set(line('conv 3×3, 64 → ReLU'));
    const [first] = placed;
    expect(placed).toHaveLength(1);
    const width = first && 'face' in first.content ? first.content.width : 0;
    expect(10 * width).toBeCloseTo(measureText('conv 3×3, 64 → ReLU', 10), 2);
  });

  test('stands by its anchor', async () => {
    const width = measureText('784', 10);
    const left = async (anchor: 'start' | 'middle' | 'end') =>
      (await set(line('784', { anchor }))).placed[0]?.x;
    expect(await left('start')).toBe(0);
    expect(await left('middle')).toBeCloseTo(-width / 2, 3);
    expect(await left('end')).toBeCloseTo(-width, 3);
  });

  test('takes from the second font what the first lacks', async () => {
    const { placed, typesetter } = await set(line('x ∈ ℝ ⊕ y'));
    expect(pieces(placed)).toEqual([
      'Arimo-Regular: x ',
      'DejaVuSans: ∈',
      'Arimo-Regular:  ℝ ',
      'DejaVuSans: ⊕',
      'Arimo-Regular:  y',
    ]);
    expect(typesetter.warnings).toEqual([]);
  });

  test('has bold and italic cuts', async () => {
    const bold = await set(line('a ⇒', { weight: 'bold' }));
    expect(pieces(bold.placed)).toEqual(['Arimo-Bold: a ', 'DejaVuSans-Bold: ⇒']);
    const runs = [
      { text: 'h', italic: true },
      { text: '2', script: 'sub' },
    ] as const;
    const { placed } = await set(line('h₂', { runs }));
    expect(pieces(placed)).toEqual(['Arimo-Italic: h', 'Arimo-Regular: 2']);
    expect(placed[1]?.size).toBeCloseTo(7.4, 6);
    expect(placed[1]?.y).toBeCloseTo(1.7, 6);
  });

  test('stands as it is read, from right to left too', async () => {
    const { placed, typesetter } = await set(line('conv שלום 64 (אב) ok'));
    expect(pieces(placed).map((piece) => piece.slice(piece.indexOf(':') + 2))).toEqual([
      'conv ',
      // Brackets are turned round with what they hold.
      ' )אב(',
      '64',
      'שלום ',
      ' ok',
    ]);
    expect(typesetter.warnings).toEqual([]);
  });

  test('keeps marks with their letters', async () => {
    const { placed } = await set(line('e\u0301 n\u0303'));
    expect(placed).toHaveLength(1);
  });

  test('says which characters no font has, once each', async () => {
    const { typesetter } = await set(line('中文 𝒮 中'));
    expect(typesetter.warnings).toEqual([
      {
        rule: 'missing-glyph',
        severity: 'warning',
        message:
          'no font has `中` (U+4E2D), `文` (U+6587), `𝒮` (U+1D4AE); a box stands in their places',
        hint: 'Name a font file that has what is missing: `fonts: [path]`, or `--font path` on the command line.',
      },
    ]);
  });

  test('draws a box for a character that no font has', async () => {
    const { placed } = await set(line('中'));
    expect(glyphsOutline(placed[0] as Placed).length).toBeGreaterThan(4);
  });

  test('draws formulas on its baseline', async () => {
    const math = {
      tex: 'x',
      width: 2,
      ascent: 1,
      descent: 0,
      commands: [['M', 0, 0], ['L', 2, -1], ['Z']] as const,
    };
    const runs = [{ text: '784 ' }, { text: '$x$', math }];
    const { placed } = await set(line('784 $x$', { runs }));
    const before = measureText('784 ', 10);
    const [move, to, close] = glyphsOutline(placed[1] as Placed);
    expect(move?.[1]).toBeCloseTo(before, 3);
    expect(to?.[1]).toBeCloseTo(before + 20, 3);
    expect(to?.[2]).toBe(-10);
    expect(close).toEqual(['Z']);
  });
});

describe('a further font', () => {
  test('is of use for what the bundled ones lack, and must be one', async () => {
    const scene = { children: [line('a')] };
    const path = fontPath(1, { bold: false, italic: false });
    const typesetter = await Typesetter.open(scene, [path]);
    expect(pieces(typesetter.line(line('a')))).toEqual(['Arimo-Regular: a']);
    await expect(Typesetter.open(scene, ['missing.ttf'])).rejects.toMatchObject({
      rule: 'wrong-font-file',
      message: 'the font `missing.ttf` cannot be read: there is no such file',
      hint: 'Give the path of a TrueType or OpenType file (`.ttf`, `.otf`).',
    });
  });
});
