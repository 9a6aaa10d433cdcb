import { type Case, layers, lines } from './case.js';

/** Words that every JavaScript object knows, and no network. */
export const prototypes: readonly Case[] = [
  {
    name: 'the operation __proto__',
    text: layers('__proto__'),
    problems: [
      '3:5-3:14 unknown-operation: there is no operation or block `__proto__` → For anything else write `op __proto__`.',
    ],
  },
  {
    name: 'the operation constructor',
    text: layers('constructor'),
    problems: [
      '3:5-3:16 unknown-operation: there is no operation or block `constructor` → For anything else write `op constructor`.',
    ],
  },
  {
    name: 'the operation toString',
    text: layers('toString 3'),
    problems: [
      '3:5-3:13 unknown-operation: there is no operation or block `toString` → For anything else write `op toString`.',
    ],
  },
  {
    name: 'the key constructor',
    text: layers('conv 8 3x3 constructor=3'),
    problems: ['3:16-3:29 unknown-key: `conv` has no `constructor` → It has […]'],
  },
  {
    name: 'the key __proto__',
    text: layers('conv 8 3x3 __proto__=3'),
    problems: ['3:16-3:27 unknown-key: `conv` has no `__proto__` → It has […]'],
  },
  {
    name: 'the word constructor',
    text: layers('conv 8 3x3 constructor'),
    problems: [
      '3:16-3:27 unknown-word: `conv` does not know `constructor` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'the key __proto__ of the long form',
    text: layers('{op: conv, out: 8, kernel: 3, __proto__: 3}'),
    problems: ['3:35-3:44 unknown-key: `conv` has no `__proto__` → It has […]'],
  },
  {
    name: 'the operation __proto__ of the long form',
    text: layers('{op: __proto__}'),
    problems: [
      '3:10-3:19 unknown-operation: there is no operation or block `__proto__` → For anything else write `{op: op, name: Name}`.',
    ],
  },
  {
    name: 'the step __proto__',
    text: layers('__proto__: 3'),
    problems: [
      '3:5-3:14 unknown-operation: there is no operation or block `__proto__` → The long form is `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'the step toString',
    text: layers('toString: 3'),
    problems: [
      '3:5-3:13 unknown-operation: there is no operation or block `toString` → The long form is `{op: conv, out: 64, kernel: 3}`.',
    ],
  },
  {
    name: 'the defaults __proto__',
    text: lines('defaults: {__proto__: {act: relu}}', 'input: 784', 'layers:', '  - dense 3'),
    problems: ['1:12-1:21 unknown-operation: there is no operation `__proto__`'],
  },
  {
    name: 'the size constructor',
    text: lines('input: 784', 'layers:', '  - dense 4*constructor'),
    problems: [
      '3:11-3:24 unknown-size: in `4*constructor`, nothing says what `constructor` is → Give it a value: `dims: {constructor: 64}`, or make it a parameter of the block.',
    ],
  },
  {
    name: 'the style __proto__',
    text: lines('style: __proto__', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:17 unknown-style: there is no style `__proto__` → Use […]'],
  },
  {
    name: 'the style constructor',
    text: lines('style: constructor', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:8-1:19 unknown-style: there is no style `constructor` → Use […]'],
  },
  {
    name: 'the key __proto__ of a block',
    text: lines('__proto__: 3', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:1-1:10 unknown-key: a block has no `__proto__` → It has […]'],
  },
  {
    name: 'the label constructor',
    text: lines('labels: {constructor: x}', 'input: 784', 'layers:', '  - dense 10'),
    problems: [
      '1:10-1:21 unknown-label: style `fcnn` has no label `constructor` → It has `input`, `hidden`, `output` and `detail`.',
    ],
  },
  {
    name: 'the placeholder constructor',
    text: lines('labels: "{constructor}"', 'input: 784', 'layers:', '  - dense 10'),
    problems: ['1:9-1:24 unknown-placeholder: no placeholder is called `{constructor}` → Use […]'],
  },
  {
    name: 'the name constructor',
    text: layers('conv 8 3x3', 'concat constructor'),
    problems: [
      '4:12-4:23 unknown-name: nothing is named `constructor` → Name a layer by `as constructor`.',
    ],
  },
];
