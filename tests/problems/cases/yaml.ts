import { type Case, layers, lines } from './case.js';

/** YAML that is broken, or that means something else than it seems to. */
export const yaml: readonly Case[] = [
  {
    name: 'a tab indents',
    text: lines('input: 3x32x32', 'layers:', '\t- conv 8 3x3'),
    problems: [
      '3:1-3:2 yaml-syntax: a tab indents this line; YAML takes spaces only → Replace each tab by two spaces.',
    ],
  },
  {
    name: 'a tab indents a nested item',
    text: lines('input: 3x32x32', 'layers:', '  - residual:', '\t- conv 8 3x3'),
    problems: [
      '4:1-4:2 yaml-syntax: a tab indents this line; YAML takes spaces only → Replace each tab by two spaces.',
    ],
  },
  {
    name: 'a bracket is never closed',
    text: lines('input: 784', 'layers: [dense 10, dense 5'),
    problems: ['2:9-2:10 yaml-syntax: `[` is opened here and never closed → Close it with `]`.'],
  },
  {
    name: 'a brace is never closed',
    text: lines('input: 784', 'defaults: {dense: {act: relu}', 'layers:', '  - dense 10'),
    problems: ['2:11-2:12 yaml-syntax: `{` is opened here and never closed → Close it with `}`.'],
  },
  {
    name: 'a double quote is never closed',
    text: lines('input: 784', 'layers:', '  - "dense 10', '  - relu'),
    problems: ['3:5-3:14 yaml-syntax: a quote is opened here and never closed → Close it.'],
  },
  {
    name: 'a single quote is never closed',
    text: lines('input: 784', "title: 'My net", 'layers:', '  - dense 10'),
    problems: ['2:8-2:15 yaml-syntax: a quote is opened here and never closed → Close it.'],
  },
  {
    name: 'nothing but a quote',
    text: '"',
    problems: ['1:1-1:2 yaml-syntax: a quote is opened here and never closed → Close it.'],
  },
  {
    name: 'no comma between items',
    text: lines('input: 784', 'layers: [dense 10 {op: relu}]'),
    problems: [
      '2:19-2:20 yaml-syntax: a comma or a bracket is missing before this → Put a comma between the items, and close each bracket.',
    ],
  },
  {
    name: 'a key twice',
    text: lines('input: 784', 'input: 10', 'layers:', '  - dense 10'),
    problems: ['2:1-2:6 yaml-syntax: `input` is given twice → Keep one of them.'],
  },
  {
    name: 'a key twice in a layer',
    text: lines('input: 784', 'layers:', '  - {op: dense, out: 10, out: 20}'),
    problems: ['3:26-3:29 yaml-syntax: `out` is given twice → Keep one of them.'],
  },
  {
    name: 'a key twice, and a misspelt word in the first',
    text: lines('input: 784', 'layers:', '  - dnese 10', 'layers:', '  - relu'),
    problems: [
      '3:5-3:10 unknown-operation: there is no operation or block `dnese` → Did you mean `dense`?',
      '4:1-4:7 yaml-syntax: `layers` is given twice → Keep one of them.',
    ],
  },
  {
    name: 'an item is indented less than the others',
    text: lines('input: 784', 'layers:', '    - dense 10', '  - dense 5'),
    problems: [
      '4:3-4:12 yaml-syntax: this line is not indented as those around it → The items of a list, and the keys of a map, start in one column.',
    ],
  },
  {
    name: 'a key is indented more than the others',
    text: lines('input: 784', '  layers:', '  - dense 10'),
    problems: [
      '2:3-2:10 yaml-syntax: this line is not indented as those around it → The items of a list, and the keys of a map, start in one column.',
    ],
  },
  {
    name: 'two colons in a title',
    text: lines('input: 784', 'title: My net: the best', 'layers:', '  - dense 10'),
    problems: [
      '2:8-2:24 yaml-syntax: there are two `: ` in this line → Put text that holds a colon in quotes.',
    ],
  },
  {
    name: 'a leading at sign',
    text: lines('input: 784', 'layers:', '  - @relu'),
    problems: [
      "3:5-3:6 yaml-syntax: `@` cannot start a value in YAML → Put the value in quotes: `'@relu'`.",
    ],
  },
  {
    name: 'a leading star',
    text: lines('input: 784', 'layers:', '  - *relu'),
    problems: [
      '3:5-3:10 yaml-alias: YAML takes `*relu` for an alias, which a description does not use → Say repeated parts once, as `blocks:`, or put the value in quotes.',
    ],
  },
  {
    name: 'a leading percent sign',
    text: lines('input: 784', 'layers:', '  - %relu'),
    problems: [
      "3:5-3:6 yaml-syntax: `%` cannot start a value in YAML → Put the value in quotes: `'%relu'`.",
    ],
  },
  {
    name: 'a leading greater-than sign',
    text: lines('input: 784', 'layers:', '  - > dense 10'),
    problems: [
      "3:5-3:6 yaml-syntax: `>` cannot start a value in YAML → Put the value in quotes: `'> dense 10'`.",
    ],
  },
  {
    name: 'a leading bar',
    text: lines('input: 784', 'layers:', '  - | dense 10'),
    problems: [
      "3:5-3:6 yaml-syntax: `|` cannot start a value in YAML → Put the value in quotes: `'| dense 10'`.",
    ],
  },
  {
    name: 'a leading backtick',
    text: lines('input: 784', 'layers:', '  - `dense 10`'),
    problems: [
      '3:5-3:6 yaml-syntax: a backtick cannot start a value in YAML → Take it out, or put the value in quotes.',
    ],
  },
  {
    name: 'a leading ampersand',
    text: lines('input: 784', 'layers:', '  - &x dense 10'),
    problems: [
      '3:5-3:7 yaml-anchor: YAML takes `&x` for an anchor and drops it → Put the value in quotes, or leave the `&` out.',
    ],
  },
  {
    name: 'a leading exclamation mark',
    text: lines('input: 784', 'layers:', '  - !dense 10'),
    problems: ['3:5-3:11 yaml-tag: YAML takes `!dense` for a tag → Put the value in quotes.'],
  },
  {
    name: 'an anchor and its alias',
    text: lines('input: 784', 'layers:', '  - &a dense 10', '  - *a'),
    problems: [
      '4:5-4:7 yaml-alias: YAML takes `*a` for an alias, which a description does not use → Say repeated parts once, as `blocks:`, or put the value in quotes.',
    ],
  },
  {
    name: 'a merge key',
    text: lines('input: 784', 'layers:', '  - &a {op: dense, out: 10}', '  - {<<: *a, out: 5}'),
    problems: [
      '4:10-4:12 yaml-alias: YAML takes `*a` for an alias, which a description does not use → Say repeated parts once, as `blocks:`, or put the value in quotes.',
    ],
  },
  {
    name: 'a colon makes a line a map',
    text: layers('conv 64: big'),
    problems: [
      '3:5-3:12 yaml-map: YAML takes `conv 64:` for a key, because of the `: ` → Leave the colon out, or put the whole line in quotes.',
    ],
  },
  {
    name: 'a colon later in a line',
    text: layers('conv 64 3x3 note: big'),
    problems: [
      '3:5-3:21 yaml-map: YAML takes `conv 64 3x3 note:` for a key, because of the `: ` → Leave the colon out, or put the whole line in quotes.',
    ],
  },
  {
    name: 'no space after a colon',
    text: lines('title:x', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:1-1:7 yaml-syntax: a space is missing after `title:` → Write `title: …`.'],
  },
  {
    name: 'braces in a flow list',
    text: lines('input: 784', 'blocks:', '  b(c): [dense {c}]', 'layers:', '  - b 10'),
    problems: [
      '3:16-3:19 yaml-syntax: YAML takes these braces for a map → A parameter is written `$c`, not `{c}`.',
    ],
  },
  {
    name: 'braces in a line',
    text: lines('input: 784', 'blocks:', '  b(c):', '    - dense {c}', 'layers:', '  - b 10'),
    problems: [
      '4:13-4:16 unknown-word: `dense` does not know `{c}` → A parameter is written `$c`.',
    ],
  },
  {
    name: 'a hexadecimal number',
    text: lines('input: 784', 'layers:', '  - {op: dense, out: 0x10}'),
    problems: [
      '3:22-3:26 yaml-number: YAML reads `0x10` as the number `16` → Put it in quotes if it is a name, or write `16`.',
    ],
  },
  {
    name: 'a number with a leading zero',
    text: lines('input: 784', 'layers:', '  - {op: dense, out: 010}'),
    problems: [
      '3:22-3:25 yaml-number: YAML reads `010` as the number `10` → Put it in quotes if it is a name, or write `10`.',
    ],
  },
  {
    name: 'a number with an exponent',
    text: lines('input: 784', 'layers:', '  - {op: dense, out: 1e3}'),
    problems: [
      '3:22-3:25 yaml-number: YAML reads `1e3` as the number `1000` → Put it in quotes if it is a name, or write `1000`.',
    ],
  },
  {
    name: 'a name that is a number with an exponent',
    text: lines('input: 784', 'layers:', '  - dense 10 as n', '  - {op: relu, as: 1e3}'),
    problems: [
      '4:20-4:23 yaml-number: YAML reads `1e3` as the number `1000` → Put it in quotes if it is a name, or write `1000`.',
    ],
  },
  {
    name: 'a title with a hash',
    text: lines('input: 784', 'title: Net #1 and #2 best', 'layers:', '  - dense 10'),
    problems: [
      '2:12-2:26 warning yaml-comment: YAML takes `#1 and #2 best` for a comment and drops it → Put the whole text in quotes.',
    ],
  },
  {
    name: 'two documents',
    text: lines('input: 784', 'layers:', '  - dense 10', '---', 'input: 3'),
    problems: [
      '4:1-4:4 yaml-syntax: `---` ends the description, and what follows it is not read → Take it out, or make two blocks.',
    ],
  },
  {
    name: 'nothing between two commas',
    text: lines('input: 784', 'layers: [dense 10, , relu]'),
    problems: [
      '2:20-2:21 yaml-syntax: there is nothing before this comma → Write an item before it, or take it out.',
    ],
  },
  {
    name: 'a no-break space indents',
    text: lines('input: 784', 'layers:', '  - dense 10'),
    problems: [
      '3:2-3:3 yaml-space: a space that is not a plain one indents this line → Type it anew: YAML takes plain spaces only.',
    ],
  },
  {
    name: 'an open quote, with CRLF',
    text: lines('input: 3x32x32\r', 'layers:\r', '  - "relu\r', '  - relu'),
    problems: ['3:5-3:10 yaml-syntax: a quote is opened here and never closed → Close it.'],
  },
  {
    name: 'broken YAML, and misspelt words on other lines',
    text: lines('input: 784', 'layers:', '  - dnese 10', '  - @x', '  - relu rleu', '  - sofmax'),
    problems: [
      '3:5-3:10 unknown-operation: there is no operation or block `dnese` → Did you mean `dense`?',
      "4:5-4:6 yaml-syntax: `@` cannot start a value in YAML → Put the value in quotes: `'@x'`.",
      '5:10-5:14 unknown-word: `relu` does not know `rleu` → Leave it out, or name it as `key=value`.',
      '6:5-6:11 unknown-operation: there is no operation or block `sofmax` → Did you mean `softmax`?',
    ],
  },
];
