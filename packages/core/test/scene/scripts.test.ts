import { describe, expect, it } from 'vitest';
import { svgText } from '../../src/output/svg-text.js';
import { svgTree } from '../../src/output/svg-tree.js';
import { boundsOf } from '../../src/scene/bounds.js';
import { measureLine, plainText, runsOf, scriptedLine } from '../../src/scene/scripts.js';
import { measureText } from '../../src/scene/text.js';

const ink = { light: '#000000', dark: '#ffffff' };
const draw = (text: string, anchor: 'start' | 'middle' = 'start') =>
  scriptedLine(runsOf(text), 0, 0, { size: 100, fill: ink, anchor });
const write = (text: string) =>
  svgText(
    svgTree({ children: [draw(text)] }, { title: 'a', description: 'b', theme: 'light' }),
  ).replace(/^.*<\/desc>|<\/svg>$/g, '');

describe('runsOf', () => {
  it('cuts at raised and lowered characters', () => {
    expect(runsOf('ℝ¹² and x₁₀')).toEqual([
      { text: 'ℝ' },
      { text: '12', script: 'super' },
      { text: ' and x' },
      { text: '10', script: 'sub' },
    ]);
    expect(runsOf('h⁽²⁾')).toEqual([{ text: 'h' }, { text: '(2)', script: 'super' }]);
  });

  it('is undone by plainText', () => {
    for (const text of ['', 'plain', 'ℝ¹²', 'x₁ … xₙ', 'a₁⁽²⁾b']) {
      expect(plainText(runsOf(text))).toBe(text);
    }
  });
});

describe('plainText', () => {
  it('writes scripts that Unicode lacks as TeX does', () => {
    expect(plainText([{ text: 'x' }, { text: 'out', script: 'sub' }])).toBe('xₒᵤₜ');
    expect(plainText([{ text: 'x' }, { text: 'QK', script: 'sub' }])).toBe('x_{QK}');
    expect(plainText([{ text: 'W' }, { text: 'Q', script: 'super' }])).toBe('W^{Q}');
  });
});

describe('measureLine', () => {
  it('takes scripts at their size', () => {
    const { width, ascent, descent } = measureLine({ text: '', runs: runsOf('ℝ¹²'), size: 100 });
    expect(width).toBeCloseTo(measureText('ℝ', 100) + measureText('12', 74), 9);
    expect(ascent).toBeCloseTo(90.53 * 0.74 + 37, 9);
    expect(descent).toBeCloseTo(21.19, 9);
    expect(measureLine({ text: '', runs: runsOf('x₁'), size: 100 }).descent).toBeCloseTo(32.68, 2);
  });

  it('decides the bounds of a text', () => {
    const { left, right, top } = boundsOf(draw('ℝ¹²', 'middle'));
    expect(right - left).toBeCloseTo(measureText('ℝ', 100) + measureText('12', 74), 9);
    expect(left).toBeCloseTo(-right, 9);
    expect(top).toBeCloseTo(-104, 0);
  });
});

describe('an SVG', () => {
  it('raises and lowers, and comes back to the baseline', () => {
    expect(write('x₁²+y')).toBe(
      '<text x="0" y="0" font-size="100" fill="#000000">x' +
        '<tspan dy="17" font-size="74">1</tspan>' +
        '<tspan dy="-54" font-size="74">2</tspan>' +
        '<tspan dy="37">+y</tspan></text>',
    );
  });

  it('leaves plain lines alone', () => {
    expect(write('plain')).toBe('<text x="0" y="0" font-size="100" fill="#000000">plain</text>');
  });

  it('slants what is in italics', () => {
    const node = scriptedLine(
      [
        { text: 'x', italic: true },
        { text: '1', script: 'sub' },
      ],
      0,
      0,
      {
        size: 10,
        fill: ink,
      },
    );
    expect(node.text).toBe('x₁');
    const svg = svgText(
      svgTree({ children: [node] }, { title: 'a', description: 'b', theme: 'light' }),
    );
    expect(svg).toContain(
      '<tspan font-style="italic">x</tspan><tspan dy="1.7" font-size="7.4">1</tspan>',
    );
  });
});
