import { render } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { ExportError, figureOf } from '../src/index.js';
import { draw } from './drawings.js';

function problem(make: () => unknown): unknown[] {
  try {
    make();
  } catch (error) {
    if (error instanceof ExportError) return [error.rule, error.message, error.hint];
    throw error;
  }
  return [];
}

describe('figureOf', () => {
  test('takes what the description says, unless it is told otherwise', () => {
    const drawing = draw('theme: dark\nwidth: 300\ntitle: Small\nlayers: 2 -> 1\n');
    expect(figureOf(drawing)).toMatchObject({ theme: 'dark', width: 300, title: 'Small' });
    expect(figureOf(drawing, { theme: 'light', width: 150 })).toMatchObject({
      theme: 'light',
      width: 150,
    });
    const auto = figureOf(draw('theme: auto\nlayers: 2 -> 1\n'));
    expect(auto).toMatchObject({ theme: 'light', zoom: 1, title: 'Neural network' });
    expect(auto.width).toBe(auto.frame.right - auto.frame.left);
  });

  test('keeps the proportions', () => {
    const own = figureOf(draw());
    const wide = figureOf(draw(), { width: own.width * 3 });
    expect(wide.zoom).toBe(3);
    expect(wide.height).toBe(own.height * 3);
  });

  test('reads backgrounds', () => {
    const background = (text: string) => figureOf(draw(), { background: text }).background;
    expect(background('transparent')).toBeUndefined();
    expect(background('white')).toBe('#ffffff');
    expect(background('#ABC')).toBe('#aabbcc');
    expect(background('#F6f8Fa')).toBe('#f6f8fa');
    expect(problem(() => background('pinkish'))).toEqual([
      'wrong-background',
      '`pinkish` is no background',
      'It is `transparent`, `white`, `black`, or a colour such as `#f6f8fa`.',
    ]);
  });

  test('says what is wrong', () => {
    expect(problem(() => figureOf(render('layers: [conw 6]')))).toEqual([
      'no-drawing',
      'there is nothing to export: the description has an error',
      'Look at `diagnostics` of the rendering.',
    ]);
    expect(problem(() => figureOf(draw(), { width: Number.NaN }))).toEqual([
      'wrong-width',
      '`NaN` is no width',
      'It is a number of px from 1 to 100000.',
    ]);
    const theme = 'sepia' as 'light';
    expect(problem(() => figureOf(draw(), { theme }))).toEqual([
      'wrong-theme',
      'there is no theme `sepia`',
      'It is `light` or `dark`.',
    ]);
  });
});
