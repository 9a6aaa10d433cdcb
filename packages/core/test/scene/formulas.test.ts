import { describe, expect, it } from 'vitest';
import { boundsOf, textCorners } from '../../src/scene/bounds.js';
import { typeset } from '../../src/scene/math.js';
import { piecesOf } from '../../src/scene/pieces.js';
import { measureLine, plainText, runsOf, scriptedLine } from '../../src/scene/scripts.js';
import {
  lineExtent,
  measurePlain,
  measureText,
  overshootOf,
  stackLines,
  textLine,
  wrapText,
} from '../../src/scene/text.js';

const ink = { light: '#000000', dark: '#ffffff' };
const fraction = '$\\frac{\\partial L}{\\partial E}$';
const tall = typeset('\\frac{\\partial L}{\\partial E}');

describe('measuring', () => {
  it('adds formulas to the texts around them', () => {
    const width = measurePlain('Loss ', 20) + typeset('E_S').width * 20 + measurePlain(' here', 20);
    expect(measureText('Loss $E_S$ here', 20)).toBeCloseTo(width);
    expect(
      measureLine(textLine('Loss $E_S$ here', 0, 0, { size: 20, fill: ink })).width,
    ).toBeCloseTo(width);
  });

  it('has formulas in normal weight between bold texts', () => {
    expect(measureText('A$x$', 10, 'bold')).toBeCloseTo(
      measurePlain('A', 10, 'bold') + typeset('x').width * 10,
    );
  });

  it('takes an escaped dollar for one, and a lone one too', () => {
    expect(measureText('\\$5 and \\$6', 10)).toBe(measurePlain('$5 and $6', 10));
    expect(measureText('$5', 10)).toBe(measurePlain('$5', 10));
  });

  it('takes the height of a line, or that of its tallest formula', () => {
    const extent = (text: string) => measureLine(textLine(text, 0, 0, { size: 10, fill: ink }));
    expect(extent('$x$').ascent).toBeCloseTo(lineExtent.ascent * 10);
    expect(extent(fraction)).toMatchObject({
      ascent: expect.closeTo(tall.ascent * 10),
      descent: expect.closeTo(tall.descent * 10),
    });
  });

  it('bounds a turned line', () => {
    const node = textLine(fraction, 5, 7, { size: 10, fill: ink, rotate: 90 });
    const { left, right, top, bottom } = boundsOf(node);
    expect(bottom - top).toBeCloseTo(tall.width * 10);
    expect(right - left).toBeCloseTo((tall.ascent + tall.descent) * 10);
    expect(textCorners(node)[0].y).toBeCloseTo(7);
  });
});

describe('wrapText', () => {
  it('never breaks in a formula, and holds what touches one to it', () => {
    expect(wrapText('the $a + b + c$ loss', 1, 12)).toEqual(['the', '$a + b + c$', 'loss']);
    expect(wrapText('p($a + b$), q', 1, 12)).toEqual(['p($a + b$),', 'q']);
  });
});

describe('lines', () => {
  it('keep the source as their text', () => {
    const node = textLine('a $x$', 0, 0, { size: 12, fill: ink });
    expect(node.text).toBe('a $x$');
    expect(node.runs).toEqual([{ text: 'a ' }, { text: '$x$', math: typeset('x') }]);
  });

  it('have no pieces when escapes are all that they have', () => {
    const node = textLine('US\\$5', 0, 0, { size: 12, fill: ink });
    expect(node).toEqual({ kind: 'text', x: 0, y: 0, text: 'US$5', size: 12, fill: ink });
  });

  it('have scripts beside formulas, and none in them', () => {
    const runs = runsOf('ℝ¹² $x^2$');
    expect(runs).toEqual([
      { text: 'ℝ' },
      { text: '12', script: 'super' },
      { text: ' ' },
      { text: '$x^2$', math: typeset('x^2') },
    ]);
    expect(plainText(runs)).toBe('ℝ¹² $x^2$');
    expect(scriptedLine(runs, 0, 0, { size: 12, fill: ink }).runs).toBe(runs);
  });
});

describe('stackLines', () => {
  it('keeps the rhythm of plain lines', () => {
    expect(stackLines(['a', '$x_i$', 'b'], 10, 13)).toEqual({ shifts: [0, 13, 26], height: 39 });
  });

  it('gives a tall formula what it needs over and under its line', () => {
    const { above, below } = overshootOf(fraction, 10);
    expect(above).toBeCloseTo((tall.ascent - lineExtent.ascent) * 10);
    expect(below).toBeCloseTo((tall.descent - lineExtent.descent) * 10);
    const { shifts, height } = stackLines(['a', fraction, 'b'], 10, 13);
    expect(shifts).toEqual([0, 13 + above, 13 + above + below + 13]);
    expect(height).toBeCloseTo(39 + above + below);
  });
});

describe('piecesOf', () => {
  const line = (text: string, anchor: 'start' | 'middle' | 'end') =>
    piecesOf(textLine(text, 100, 50, { size: 20, fill: ink, anchor }));
  const x = typeset('x').width * 20;

  it('ends the first text at its formula and starts others at theirs', () => {
    const [before, formula, after] = line('ab $x$ cd', 'start');
    const space = measurePlain(' ', 20);
    expect(before).toMatchObject({ kind: 'text', anchor: 'end', runs: [{ text: 'ab' }] });
    expect(before).toMatchObject({ x: expect.closeTo(100 + measurePlain('ab', 20)) });
    expect(formula?.kind).toBe('formula');
    expect(after).toMatchObject({
      kind: 'text',
      anchor: 'start',
      runs: [{ text: 'cd' }],
      x: expect.closeTo(100 + measurePlain('ab ', 20) + x + space),
    });
  });

  it('puts a formula where the anchor says, on the baseline', () => {
    for (const [anchor, left] of [
      ['start', 100],
      ['middle', 100 - x / 2],
      ['end', 100 - x],
    ] as const) {
      const [piece] = line('$x$', anchor);
      if (piece?.kind !== 'formula') throw new Error('a formula');
      const { left: from, bottom } = boundsOf({
        kind: 'path',
        commands: piece.commands,
        paint: {},
      });
      // Computer Modern's x begins 35 thousandths right of its box and ends 11 under the baseline.
      expect(from).toBeCloseTo(left + 0.035 * 1.1 * 20, 1);
      expect(bottom).toBeCloseTo(50 + 0.011 * 1.1 * 20, 1);
    }
  });

  it('leaves out texts of spaces alone', () => {
    expect(line('$x$ $y$', 'start').map(({ kind }) => kind)).toEqual(['formula', 'formula']);
  });

  it('is one text where there is no formula', () => {
    expect(line('abc', 'start')).toMatchObject([{ kind: 'text', runs: [{ text: 'abc' }] }]);
  });
});
