import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  MathError,
  mathRuns,
  notingMath,
  outsideMath,
  segmentsOf,
  texOf,
  typeset,
} from '../../src/scene/math.js';

/** The TeX of the formulas of a text. */
const formulas = (text: string) =>
  segmentsOf(text).flatMap(({ tex }) => (tex === undefined ? [] : [tex]));

describe('where formulas are', () => {
  test.each([
    ['nothing', []],
    ['$x$', ['x']],
    ['a $x$ b $y z$', ['x', 'y z']],
    ['p($x^{(t)}$)', ['x^{(t)}']],
    ['$a$$b$', ['a', 'b']],
    ['$x$-axis', ['x']],
    // Pandoc's rules.
    ['$ x$', []],
    ['$x $', []],
    ['$20,000 and $30,000', []],
    ['$x$5', []],
    ['$', []],
    ['$$', []],
    ['$$$', []],
    ['$5 and $x$', ['x']],
    // Escapes.
    ['\\$x$', []],
    ['\\$5 is $y$', ['y']],
    ['$\\$$', ['\\$']],
    ['$a\\\\$', ['a\\\\']],
    ['\\\\$x$', ['x']],
    // Display style.
    ['$$x$$', ['\\displaystyle x']],
    ['$$a $b $$', []],
  ])('%s', (text, expected) => {
    expect(formulas(text)).toEqual(expected);
    expect(
      segmentsOf(text)
        .map(({ source }) => source)
        .join(''),
    ).toBe(text);
  });
});

describe('typeset', () => {
  it('gives the metrics of the fonts, 1.1 as large as the text', () => {
    // Computer Modern: x is 0.572 em wide and 0.442 em high, E is 0.683 em high.
    const x = typeset('x');
    expect(x.tex).toBe('x');
    expect(x.width).toBeCloseTo(1.1 * 0.572);
    expect(x.ascent).toBeCloseTo(1.1 * 0.442);
    expect(x.descent).toBeCloseTo(1.1 * 0.011);
    expect(typeset('E').ascent).toBeCloseTo(1.1 * 0.683);
  });

  it('puts indices under the baseline and exponents over it', () => {
    const index = typeset('x_i');
    const power = typeset('x^2');
    expect(index.descent).toBeGreaterThan(typeset('x').descent + 0.1);
    expect(power.ascent).toBeGreaterThan(typeset('x').ascent + 0.3);
    expect(typeset('\\frac{1}{2}')).toMatchObject({
      ascent: expect.closeTo(0.9513, 3),
      descent: expect.closeTo(0.3796, 3),
    });
  });

  it('draws bars, rules, boxes and strokes as filled paths', () => {
    const plain = typeset('\\text{12}').commands.length;
    const added = (tex: string) => typeset(tex).commands.length - plain;
    // A bar is a rectangle of five commands, a box has a hole.
    expect(added('\\frac{\\text{1}}{\\text{2}}')).toBe(5);
    expect(added('\\boxed{\\text{12}}')).toBe(10);
    expect(added('\\cancel{\\text{12}}')).toBe(5);
    expect(added('\\text{12}\\rule{1em}{1em}')).toBe(5);
    const table = (rule: string) => `\\begin{array}{c}1\\\\${rule}2\\end{array}`;
    expect(typeset(table('\\hline ')).commands.length).toBe(plain + 5);
    expect(typeset(table('\\hdashline ')).commands.length).toBeGreaterThan(plain + 5);
  });

  it('keeps long arrows within their length', () => {
    const { width, commands } = typeset('\\xrightarrow{abcdefgh}');
    const xs = commands.flatMap((command) =>
      command.slice(1).filter((_, index) => index % 2 === 0),
    ) as number[];
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width + 1e-9);
  });

  it.each([
    'E_\\mathcal{S}',
    '\\partial L/\\partial E',
    '\\frac{\\partial L}{\\partial E_\\mathcal{S}} \\frac{\\partial E_\\mathcal{S}}{\\partial p}',
    '\\mathbb{R}^{n \\times m}',
    '\\bm{W} \\boldsymbol{\\theta} \\mathbf{x}',
    '\\mathfrak{g} \\mathscr{L} \\mathsf{T} \\mathtt{x}',
    '\\hat{y} = \\operatorname{softmax}(Wx + b)',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
    '\\left\\lVert x \\right\\rVert_2',
    '\\sum_{i=1}^{n} \\int_0^1 \\prod \\sqrt[3]{x}',
    '\\underbrace{a + b}_{n} \\overline{x} \\widehat{abc}',
    '\\ce{H2O}',
    '\\text{ReLU and $x$}',
    '\\begin{cases} x & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
    '∂ ∑ ∈ ℝ ≤ × → α',
  ])('knows %s', (tex) => {
    const { width, commands } = typeset(tex);
    expect(width).toBeGreaterThan(0.3);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.flat().every((part) => typeof part === 'string' || Number.isFinite(part))).toBe(
      true,
    );
  });

  it.each([
    ['\\frac{1', 'missing close brace'],
    ['x}', 'extra close brace or missing open brace'],
    ['\\foo', 'there is no command `\\foo`'],
    ['x^2^3', 'double exponent: use braces to clarify'],
    ['\\text{a_b}', '`_` allowed only in math mode'],
    ['\\left( x', 'extra `\\left` or missing `\\right`'],
    ['a \\\\ b', 'it has a line break, but a formula is one line'],
    ['50%', '`%` begins a comment: write `\\%`'],
    ['\\text{größe}', 'the math fonts have no `ö`'],
    ['损失', 'the math fonts have no `损`'],
    ['x\frac', 'it has a line break or a control character'],
    ['\theta', 'it has a line break or a control character'],
    ['x'.repeat(2001), 'it is longer than 2000 characters'],
    [`${'\\hat{'.repeat(33)}x${'}'.repeat(33)}`, 'it is nested too deeply'],
    [`${'\\left('.repeat(150)}x`, /./],
    ['\\rule{201em}{1em}', 'it is too large to draw'],
    ['\\hspace{-99999999em}x', 'it is too large to draw'],
    ['\\Rule{1em}{99999em}{1em}', 'it is too large to draw'],
    ['W'.repeat(1900), /too (?:long|large) to draw/],
  ])('refuses %s', (tex, message) => {
    expect(() => typeset(tex)).toThrow(MathError);
    expect(() => typeset(tex)).toThrow(message);
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\class{a}{x}',
    '\\cssId{a}{x}',
    '\\style{color:red}{x}',
    '\\data{a=b}{x}',
    '\\require{html}',
    '\\def\\a{b}',
    '\\let\\a=b',
    '\\newcommand{\\a}{b}',
    '\\DeclareMathOperator{\\a}{b}',
    '\\DeclarePairedDelimiter{\\a}{(}{)}',
    '\\Newextarrow{\\a}{5,10}{8672}',
    '\\color{red}{x}',
    '\\mmlToken{mi}[href="javascript:alert(1)"]{x}',
    '\\label{a}',
    '\\ref{a}',
    '\\tag{1}',
    '\\unicode{65}',
  ])('leaves out %s', (tex) => {
    const command = /^\\[A-Za-z]+/.exec(tex)?.[0];
    expect(() => typeset(tex)).toThrow(
      `\`${command}\` is left out of figures, whose formulas only draw`,
    );
    expect(() => typeset('\\a')).toThrow('there is no command `\\a`');
  });

  it('gives the same outlines for the same formula, whatever came before', () => {
    const before = JSON.stringify(typeset('\\sqrt{x_1} \\ne y'));
    for (let index = 0; index < 600; index++) typeset(`x_{${index}}`);
    expect(() => typeset('\\frac{')).toThrow(MathError);
    expect(JSON.stringify(typeset('\\sqrt{x_1} \\ne y'))).toBe(before);
  });
});

describe('mathRuns', () => {
  it('cuts a text at its formulas, and reads escapes between them', () => {
    expect(mathRuns('US\\$5, $x$')).toEqual([
      { text: 'US$5, ' },
      { text: '$x$', math: typeset('x') },
    ]);
  });

  it('leaves a wrong formula as it is written, and notes it', () => {
    const { result, problems } = notingMath(() => mathRuns('a $\\foo$'));
    expect(result).toEqual([{ text: 'a ' }, { text: '$\\foo$' }]);
    expect([...problems].map(([source, { message }]) => [source, message])).toEqual([
      ['$\\foo$', 'there is no command `\\foo`'],
    ]);
  });
});

test('outsideMath changes what stands between formulas', () => {
  expect(outsideMath('ab $ab$ ab', (stretch) => stretch.replaceAll('ab', 'c'))).toBe('c $ab$ c');
});

test.each([
  ['64', '64'],
  ['0.5', '0.5'],
  ['ReLU', '\\text{ReLU}'],
  ['3×3', '\\text{3×3}'],
  ['a_1 & 50%', '\\text{a\\_1 \\& 50\\%}'],
  ['{a\\b} ~^#$', '\\text{\\{a$\\backslash$b\\} $\\textasciitilde$$\\textasciicircum$\\#\\$}'],
  ['$\\sigma$ of x', '{\\sigma}\\text{ of x}'],
])('texOf writes %s as TeX that can be set', (text, tex) => {
  expect(texOf(text)).toBe(tex);
  expect(typeset(tex).width).toBeGreaterThan(0);
});

describe('where there is no Node', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('says that MathJax is not loaded, until it is', async () => {
    vi.resetModules();
    vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
    const fresh = await import('../../src/scene/math.js');
    expect(() => fresh.typeset('x')).toThrow('MathJax is not loaded');
    const { loadMath } = await import('../../src/math.js');
    loadMath();
    expect(fresh.typeset('x')).toEqual(typeset('x'));
  });
});
