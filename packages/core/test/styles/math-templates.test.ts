import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/diagnostics.js';
import { render } from '../../src/render.js';
import { typeset } from '../../src/scene/math.js';
import { labelLines, raiseExponents } from '../../src/styles/fcnn/labels.js';
import { fillUnitLabel, unknownPlaceholders } from '../../src/styles/fcnn/unit-labels.js';
import { placeholders } from '../../src/styles/labels.js';
import { checkTemplate, fillTemplate } from '../../src/styles/template.js';
import { textsOf } from '../geometry.js';

const known = Object.keys(placeholders);

describe('label templates', () => {
  const values = { out: '64', kernel: '3×3', activation: 'ReLU', name: '$\\sigma$', params: '9' };
  test.each([
    // Braces of TeX stay, those of a known placeholder are filled and stay too.
    ['$\\mathcal{S}_{ij}$', '$\\mathcal{S}_{ij}$'],
    ['$\\mathbb{R}^{out}$', '$\\mathbb{R}^{64}$'],
    ['$W_{ out }$', '$W_{ out }$'],
    // Words are upright, formulas formulas.
    ['$f_{activation}$', '$f_{\\text{ReLU}}$'],
    ['$f_{kernel}$', '$f_{\\text{3×3}}$'],
    ['$f_{name}(x)$', '$f_{{\\sigma}}(x)$'],
    ['{name} {out}', '$\\sigma$ 64'],
    // A formula with a placeholder that has no value vanishes as a placeholder does.
    ['{out}, $k_{stride}$, {kernel}', '64, 3×3'],
    ['{out} ($k_{stride}$)', '64'],
    ['{out} ($k$)', '64 ($k$)'],
    // Brackets and spaces in a formula are not those of the text.
    ['$f(x$, {stride})', '$f(x$'],
    ['a  $x  +  y$  b', 'a $x + y$ b'],
    // A digit after a formula would take its dollar away.
    ['$x$\x7bout}', '$x$\u206064'],
    ['$x$ {out}', '$x$ 64'],
    ['US\\$\x7bout}', 'US\\$64'],
  ])('%s gives %s', (template, text) => {
    expect(fillTemplate(template, values, known)).toBe(text);
  });

  test('know no wrong placeholder in a formula', () => {
    const problems: Problem[] = [];
    checkTemplate('$\\frac{a}{b}$ {kernal}', known, (problem) => problems.push(problem));
    expect(problems.map(({ message }) => message)).toEqual(['no placeholder is called `{kernal}`']);
  });
});

describe('node-link labels', () => {
  test('leave formulas as they are', () => {
    expect(raiseExponents('ℝ12 $ℝ12$')).toBe('ℝ¹² $ℝ12$');
    expect(labelLines('a ∈ b $x ∈ y$', 1, 12)).toEqual(['a', '∈ b', '$x ∈ y$']);
  });

  test('name units by formulas', () => {
    const values = { i: 2, l: 1, n: 5 };
    expect(fillUnitLabel('$h^{(l)}_{i}$', values)).toEqual([
      { text: '$h^{(l)}_{2}$', math: typeset('h^{(l)}_{2}') },
    ]);
    expect(fillUnitLabel('$*a*_1$ x{i}', values)).toEqual([
      { text: '$*a*_1$', math: typeset('*a*_1') },
      { text: ' x' },
      { text: '2', script: 'sub' },
    ]);
    expect(unknownPlaceholders('$\\mathcal{S}$ {k}')).toEqual(['k']);
  });
});

describe('in every style', () => {
  const network = 'input: 1x28x28\nlayers:\n  - conv 6 5x5 tanh as first\n  - avgpool 2\n';
  test.each([
    ['lenet', `${network}labels: {map: '$E_\\mathcal{S}$'}`],
    ['alexnet', `${network}draw: {first: {label: '$E_\\mathcal{S}$'}}`],
    ['graph', `${network}draw: {first: {label: '$E_\\mathcal{S}$'}}`],
    ['fcnn', "input: 4\nlayers: [dense 3 as first]\ndraw: {first: {label: '$E_\\mathcal{S}$'}}"],
  ])('%s draws a formula', (style, text) => {
    const { scene, svg, description, diagnostics } = render(text, { style });
    expect(diagnostics).toEqual([]);
    const runs = textsOf(scene ?? { children: [] }).flatMap((node) => node.runs ?? []);
    expect(runs).toContainEqual({ text: '$E_\\mathcal{S}$', math: typeset('E_\\mathcal{S}') });
    expect(svg).not.toContain('>$');
    expect(description).toMatch(/ Formula: E_\\mathcal\{S\}\.$/);
  });

  test('a given description is left as it is', () => {
    const text = "input: 4\nlayers: [dense 3]\nlabels: '$x$'\ndescription: Mine.";
    expect(render(text).description).toBe('Mine.');
  });

  test('a wrong formula is told of however it came about', () => {
    const { svg, diagnostics } = render(
      "input: 4\nlayers: [dense 3 as ok]\ndraw: {ok: {label: '$x^{params}$ $y^{op}^2$'}}",
    );
    expect(svg).toBeUndefined();
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'bad-math',
        'the formula `$y^{op}^2$` cannot be drawn: double exponent: use braces to clarify',
      ],
    ]);
  });
});
