import { describe, expect, test } from 'vitest';
import type { Need } from '../../src/tikz/characters.js';
import { binaryMacros, symbolMacros, textMacros, unaryMacros } from '../../src/tikz/macros.js';
import { formulaText } from '../../src/tikz/math.js';

const needs = { need: () => {}, miss: () => {} };

const formula = (tex: string) => formulaText(tex, needs);

describe('formulaText', () => {
  test.each([
    ['E_\\mathcal{S}', '$E_{\\mathcal{S}}$'],
    ['\\partial L/\\partial E', '$\\partial L/\\partial E$'],
    ['x^\\mathrm{T} y', '$x^{\\mathrm{T}} y$'],
    ['\\frac12 x', '$\\frac{1}{2} x$'],
    ['x^\\frac{a}{b}', '$x^{\\frac{a}{b}}$'],
    ['\\sqrt[3]{x}', '$\\sqrt[{3}]{x}$'],
    ['\\operatorname*{arg\\,max}_\\theta', '$\\operatorname*{arg\\,max}_{\\theta}$'],
    ['\\alpha*x', '$\\alpha *x$'],
    ['\\alpha→ℝ', '$\\alpha\\rightarrow\\mathbb{R}$'],
    ['a×b', '$a\\times b$'],
    ["x'^2", "$x'^2$"],
    ['\\left\\{ x \\right.', '$\\left\\{ x \\right.$'],
    [
      '\\begin{array}{c|r} a & b \\\\ c & d \\end{array}',
      '$\\begin{array}{c|r} a & b \\\\ c & d \\end{array}$',
    ],
    ['\\text{if é x}', '$\\text{if é x}$'],
    ['x < y', '$x < y$'],
    ['x \\lt y', '$x < y$'],
  ])('writes %s', (tex, expected) => {
    expect(formula(tex)).toEqual({ tex: expected.slice(1, -1) });
  });

  test.each(
    [
      'input{a}|include{a}|write18{ls}|immediate|openout|openin|read|def\\x{}|let\\a\\b|csname x|catcode`a',
      'usepackage{x}|newcommand|loop|special{x}|pdfliteral{}|directlua{}|expandafter|futurelet|uppercase{}',
      'endgroup|begingroup|relax|the|jobname|includegraphics{x}|verbatiminput{x}|href{a}{b}|url{a}|end{document}',
      'begin{verbatim}x\\end{verbatim}|begin{document}|begin{tikzpicture}\\end{tikzpicture}|string|meaning|shipout',
      'scantokens{}|everymath{}|mathchardef|font|hbox{\\input a}|mbox{\\input{a}}|text{\\input{a}}|unicode{x41}',
      'require{x}|bbox{x}|class{a}{b}|style{a}{b}|cssId{a}{b}|color{red}|hspace{1in}|kern1in|rule{1in}{1in}',
    ].flatMap((line) => line.split('|')),
  )('refuses \\%s', (command) => {
    for (const tex of [`\\${command}`, `x^{\\${command}}`, `\\frac{\\${command}}{2}`]) {
      expect(formula(tex)).toHaveProperty('refused');
    }
  });

  test.each([
    'a$b',
    'a%b',
    'a#b',
    'a&b',
    '^^5cinput{a}',
    'x^^41',
    'a}b',
    '{a',
    '\\',
    'a\\\\b',
    '\\text{$x$}',
    '\\text{a_b}',
    '\\frac{1}',
    "x^2'",
    "x'_i^2",
    '\\mathbb{1}',
    '\\mathcal{x}',
    'x^\\left(a\\right)',
    '\\begin{matrix}a',
    '\\begin{array}{p{1in}}a\\end{array}',
    '中',
    'x^',
    '\\begin{matrix}\\end{cases}',
  ])('refuses %s, which LaTeX reads otherwise than MathJax', (tex) => {
    expect(formula(tex)).toHaveProperty('refused');
  });

  test('refuses what no label has in length', () => {
    expect(formula('x'.repeat(4001))).toEqual({ refused: 'its length' });
  });

  test('tells what it needs', () => {
    const found = new Set<Need>();
    formulaText('\\mathscr{L}', { ...needs, need: (name) => found.add(name) });
    expect([...found].sort()).toEqual(['formulas', 'script-letters']);
  });

  test('lets no command through that is not listed', () => {
    const listed = new Set([...symbolMacros, ...unaryMacros, ...binaryMacros, ...textMacros]);
    for (const name of listed) expect(name).toMatch(/^[a-zA-Z]+\*?$/);
    const dangerous =
      /^(input|include|write\w*|def|edef|gdef|xdef|let|csname|catcode|immediate|open(in|out)|read|special|pdf\w+|expandafter|loop|usepackage|newcommand|end|begin|directlua|font|hbox|kern|rule|verb)$/;
    expect([...listed].filter((name) => dangerous.test(name))).toEqual([]);
  });
});
