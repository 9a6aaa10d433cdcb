import { type Case, lines } from './case.js';

const hint = 'A formula is TeX between dollars; a dollar itself is written `\\$`.';
const quotes = 'In double quotes YAML reads a backslash itself, `\\f` or `\\n`: use single quotes.';

/** A drawing of a small network with lines that say how it looks. */
const drawn = (...more: readonly string[]) =>
  lines('input: 4', 'layers: [dense 3 as first]', ...more);

/** Formulas that cannot be set, wherever they stand. */
export const math: readonly Case[] = [
  {
    name: 'a brace of a formula is never closed',
    text: drawn('labels: $\\frac{1$ loss'),
    problems: [
      `3:9-3:18 bad-math: the formula \`$\\frac{1$\` cannot be drawn: missing close brace → ${hint}`,
    ],
  },
  {
    name: 'a command of a formula that does not exist',
    text: drawn("labels: {output: 'Loss $\\foo$'}"),
    problems: [
      `3:24-3:30 bad-math: the formula \`$\\foo$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
    ],
  },
  {
    name: 'wrong formulas in a label and a caption of one layer',
    text: drawn(
      'draw:',
      '  first:',
      '    label: $x^1^2$',
      '    caption: "$\\\\foo$ and $\\\\bar$"',
    ),
    problems: [
      `5:12-5:19 bad-math: the formula \`$x^1^2$\` cannot be drawn: double exponent: use braces to clarify → ${hint}`,
      `6:15-6:22 bad-math: the formula \`$\\foo$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
      `6:27-6:34 bad-math: the formula \`$\\bar$\` cannot be drawn: missing argument for \`\\bar\` → ${hint}`,
    ],
  },
  {
    name: 'wrong formulas in options',
    text: drawn(
      'style: fcnn',
      "options: {biasLabel: $\\b$, nodeLabels: ['$x_{i}$', 'it''s $\\h{i}$']}",
    ),
    problems: [
      `4:22-4:26 bad-math: the formula \`$\\b$\` cannot be drawn: there is no command \`\\b\` → ${hint}`,
      `4:59-4:66 bad-math: the formula \`$\\h{i}$\` cannot be drawn: there is no command \`\\h\` → ${hint}`,
    ],
  },
  {
    name: 'a wrong formula as the name of an operation',
    text: lines(
      'input: 4',
      'layers:',
      '  - op $\\sgima(x)$',
      '  - {op: op, name: $\\foo x$}',
      '  - dense 3',
    ),
    problems: [
      `3:8-3:19 bad-math: the formula \`$\\sgima(x)$\` cannot be drawn: there is no command \`\\sgima\` → ${hint}`,
      `4:20-4:28 bad-math: the formula \`$\\foo x$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
    ],
  },
  {
    name: 'a wrong formula in the name of a group',
    text: lines('input: 4', 'layers:', '  - group: Loss $\\foo$', '    layers: [dense 3, dense 4]'),
    problems: [
      `3:17-3:23 bad-math: the formula \`$\\foo$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
    ],
  },
  {
    name: 'a wrong formula beside other problems',
    text: lines('input: 4', 'layers: [dense 3 rleu]', 'labels: $\\foo$', 'titel: Net'),
    problems: [
      '2:18-2:22 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
      `3:9-3:15 bad-math: the formula \`$\\foo$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
      '4:1-4:6 unknown-key: a block has no `titel` → Did you mean `title`?',
    ],
  },
  {
    name: 'a formula over several lines of YAML',
    text: drawn('labels: >-', '  the loss $\\foo', '  x$'),
    problems: [
      `3:9-5:5 bad-math: the formula \`$\\foo x$\` cannot be drawn: there is no command \`\\foo\` → ${hint}`,
    ],
  },
  {
    name: 'a link in a formula',
    text: drawn("labels: '$\\href{https://example.org}{x}$'"),
    problems: [
      `3:10-3:41 bad-math: the formula \`$\\href{https://example.org}{x}$\` cannot be drawn: \`\\href\` is left out of figures, whose formulas only draw → ${hint}`,
    ],
  },
  {
    name: 'a definition in a formula',
    text: drawn("labels: '$\\def\\a{b} \\a$'"),
    problems: [
      `3:10-3:24 bad-math: the formula \`$\\def\\a{b} \\a$\` cannot be drawn: \`\\def\` is left out of figures, whose formulas only draw → ${hint}`,
    ],
  },
  {
    name: 'a letter that the math fonts lack',
    text: drawn("labels: '$\\text{größe}$'"),
    problems: [
      `3:10-3:24 bad-math: the formula \`$\\text{größe}$\` cannot be drawn: the math fonts have no \`ö\` → ${hint}`,
    ],
  },
  {
    name: 'a formula that YAML has read in double quotes',
    text: drawn('labels: "$\\frac{1}{2}$"'),
    problems: [
      `3:9-3:24 bad-math: the formula \`$ rac{1}{2}$\` cannot be drawn: it has a line break or a control character → ${quotes}`,
    ],
  },
  {
    name: 'a formula with a backslash that YAML does not read in double quotes',
    text: drawn('labels: "$\\partial L$"'),
    problems: [
      '3:11-3:13 yaml-syntax: `\\p` means nothing between double quotes → Put the text in single quotes, where a backslash is one.',
    ],
  },
  {
    name: 'a formula with braces in a map on one line',
    text: drawn('labels: {output: $\\frac{1}{2}$ x}'),
    problems: [
      '3:18-3:31 yaml-syntax: YAML takes the brackets of this formula for its own → Put the text in single quotes.',
    ],
  },
  {
    name: 'dollars that are no formula',
    text: drawn("labels: 'from $5 to $6, \\$x\\$ or $'"),
    problems: [],
  },
];
