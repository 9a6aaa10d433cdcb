import { describe, expect, test } from 'vitest';
import { escapeText, type Need } from '../../src/tikz/characters.js';
import { cleanLine } from '../../src/tikz/clean.js';

/** What a text becomes, and what it asks for. */
function written(text: string): { tex: string; needs: Need[]; missed: string[] } {
  const needs = new Set<Need>();
  const missed: string[] = [];
  const tex = escapeText(text, {
    need: (name) => needs.add(name),
    miss: (character) => missed.push(character),
  });
  return { tex, needs: [...needs], missed };
}

describe('escapeText', () => {
  test.each([
    ['a # b', String.raw`a \# b`],
    ['50 % $5 & x_1', String.raw`50 \% \$5 \& x\_1`],
    ['{a}', String.raw`\{a\}`],
    ['~^\\', String.raw`\textasciitilde{}\textasciicircum{}\textbackslash{}`],
    ['<|>', String.raw`\textless{}\textbar{}\textgreater{}`],
    ['"a\'`', '\\textquotedbl{}a\\textquotesingle{}\\`{}'],
    ['\\input{x}', String.raw`\textbackslash{}input\{x\}`],
    ['^^5cinput', String.raw`\textasciicircum{}\textasciicircum{}5cinput`],
    ['$x$ % \\end', String.raw`\$x\$ \% \textbackslash{}end`],
  ])('writes %s so that no sign has a meaning', (text, tex) => {
    expect(written(text)).toEqual({ tex, needs: [], missed: [] });
  });

  test('keeps every printable character of ASCII from being a command', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(
      '',
    );
    const { tex } = written(ascii);
    // What is left after the commands that escapes are made of has no meaning in TeX.
    const rest = tex.replace(/\\(?:[#$%&_{}]|text[a-z]+\{\}|`\{\})/g, '');
    expect(rest).toMatch(/^[ !()*+,\-./0-9:;=?@A-Z[\]a-z]*$/);
  });

  test.each([
    ['a--b---c', 'a-{}-b-{}-{}-c'],
    ['a,,b', 'a,{},b'],
    ['?`!`', '?{}\\`{}!{}\\`{}'],
    ['<<>>', String.raw`\textless{}\textless{}\textgreater{}\textgreater{}`],
  ])('keeps the signs of %s from being joined to another', (text, tex) => {
    expect(written(text).tex).toBe(tex);
  });

  test('leaves what fonts of T1 and TS1 have as it is', () => {
    expect(written('Größe 3×3 · Ő, ş ± 5° “x” –')).toEqual({
      tex: 'Größe 3×3 · Ő, ş ± 5° “x” –',
      needs: [],
      missed: [],
    });
  });

  test.each([
    ['x ∈ ℝ', String.raw`x $\in$ $\mathbb{R}$`],
    ['a→b', String.raw`a$\rightarrow$b`],
    ['≤∞', String.raw`$\le \infty$`],
    ['⊕ Σ ‖', String.raw`$\oplus$ $\Sigma$ $\Vert$`],
    ['𝒮 𝔼 𝐱 𝑦', String.raw`$\mathcal{S}$ $\mathbb{E}$ $\mathbf{x}$ $y$`],
    ['α̂', String.raw`$\hat{\alpha}$`],
    ['ĵ', String.raw`$\hat{\jmath}$`],
  ])('writes %s as formulas', (text, tex) => {
    expect(written(text)).toEqual({ tex, needs: ['formulas'], missed: [] });
  });

  test.each([
    ['x̂', String.raw`\^{x}`],
    ['ệ', String.raw`\d{\^{e}}`],
    ['ŷ', 'ŷ'],
    ['−1…', String.raw`\textminus{}1\textellipsis{}`],
    ['a\u00a0b\u2009c', String.raw`a~b\,c`],
    ['ﬁＡ①', 'fiA1'],
  ])('writes %s with accents and commands of text', (text, tex) => {
    expect(written(text)).toEqual({ tex, needs: [], missed: [] });
  });

  test('raises and lowers scripts', () => {
    expect(written('10⁶ xᵢ₁')).toEqual({
      tex: String.raw`10\nnfigSuper{6} x\nnfigSub{i}\nnfigSub{1}`,
      needs: ['scripts'],
      missed: [],
    });
  });

  test('draws a box for what no font has, and says so', () => {
    expect(written('中🙂')).toEqual({
      tex: String.raw`\nnfigMissing{4E2D}\nnfigMissing{1F642}`,
      needs: ['missing'],
      missed: ['中', '🙂'],
    });
  });

  test('leaves out what nobody sees', () => {
    expect(written('a\u200bb\u00adc\ufe0f\u200d')).toEqual({ tex: 'abc', needs: [], missed: [] });
  });
});

test('cleanLine makes one line of any text', () => {
  expect(cleanLine('a\nb\tc\u2028d\u0000e\ud800f')).toBe('a b c de\ufffdf');
  expect(cleanLine('a\u00a0b')).toBe('a\u00a0b');
});
