import { type Case, lines } from './case.js';

/** Misspelt words in every form of YAML, and texts that are no description. */
export const forms: readonly Case[] = [
  {
    name: 'a misspelt operation, with CRLF',
    text: lines('input: 3x32x32\r', 'layers:\r', '  - cnov 3 3x3\r', '  - relu'),
    problems: [
      '3:5-3:9 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt operation after a byte order mark',
    text: lines('﻿input: 784', 'layers:', '  - dnese 3'),
    problems: [
      '3:5-3:10 unknown-operation: there is no operation or block `dnese` → Did you mean `dense`?',
    ],
  },
  {
    name: 'a misspelt operation in a folded text',
    text: lines('input: 3x32x32', 'layers:', '  - >-', '    cnov 3', '    3x3', '  - relu'),
    problems: [
      '4:5-4:9 unknown-operation: there is no operation or block `cnov` → Did you mean `conv`?',
    ],
  },
  {
    name: 'a misspelt activation in a literal text',
    text: lines('input: 784', 'layers:', '  - |', '    dense 3 rleu', ''),
    problems: ['4:13-4:17 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?'],
  },
  {
    name: 'misspelt activations in quotes',
    text: lines('input: 784', 'layers:', '  - "dense 3 rleu"', "  - 'dense 3 rleuu'"),
    problems: [
      '3:14-3:18 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
      '4:14-4:19 unknown-word: `dense` does not know `rleuu` → Leave it out, or name it as `key=value`.',
    ],
  },
  {
    name: 'a misspelt activation after an escape',
    text: lines('input: 784', 'layers:', '  - "dense\\t3 rleu"'),
    problems: ['3:15-3:19 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?'],
  },
  {
    name: 'a misspelt activation in nested flow',
    text: lines('input: 784', 'layers: [dense 3, {residual: [dense 3 rleu]}]'),
    problems: ['2:39-2:43 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?'],
  },
  {
    name: 'misspelt words in a chain',
    text: lines('input: 784', 'layers:', '  - dense 3 rleu -> relu -> dnese 4'),
    problems: [
      '3:13-3:17 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
      '3:29-3:34 unknown-operation: there is no operation or block `dnese` → Did you mean `dense`?',
    ],
  },
  {
    name: 'misspelt words in a chain of layers',
    text: lines('input: 784', 'layers: 128 rleu -> 10 sofmax'),
    problems: [
      '2:13-2:17 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
      '2:24-2:30 unknown-word: `dense` does not know `sofmax` → Did you mean `softmax`?',
    ],
  },
  {
    name: 'a misspelt activation in a one-liner',
    text: '784 -> 128 rleu -> 10 softmax',
    problems: ['1:12-1:16 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?'],
  },
  {
    name: 'a misspelt activation on the second line of a one-liner',
    text: lines('784 -> 128 relu', '-> 10 softmx'),
    problems: ['2:7-2:13 unknown-word: `dense` does not know `softmx` → Did you mean `softmax`?'],
  },
  {
    name: 'a misspelt operation in JSON',
    text: '{"input": 784, "layers": ["dense 10", "rleu"]}',
    problems: [
      '1:40-1:44 unknown-operation: there is no operation or block `rleu` → Did you mean `relu`?',
    ],
  },
  {
    name: 'HTML',
    text: lines('<div>', '  hello', '</div>'),
    problems: [
      '1:1-1:6 unknown-operation: there is no operation or block `<div>` → For anything else write `op Name`.',
    ],
  },
  {
    name: 'an address',
    text: 'https://example.com',
    problems: [
      '1:1-1:20 unknown-operation: there is no operation or block `https://example.com` → For anything else write `op Name`.',
    ],
  },
  {
    name: 'a Mermaid graph',
    text: lines('graph TD', 'A --> B'),
    problems: [
      '1:1-1:6 unknown-operation: there is no operation or block `graph` → For anything else write `op graph`.',
      '2:7-2:8 unknown-operation: there is no operation or block `B` → For anything else write `op B`.',
    ],
  },
  {
    name: 'plain text',
    text: 'hello world',
    problems: [
      '1:1-1:6 unknown-operation: there is no operation or block `hello` → For anything else write `op hello`.',
    ],
  },
  {
    name: 'words after characters outside the basic plane',
    text: lines('input: 784', 'title: 🔥🔥', 'layers:', '  - dense 10 🔥 rleu'),
    problems: [
      '4:14-4:16 unknown-word: `dense` does not know `🔥` → Leave it out, or name it as `key=value`.',
      '4:17-4:21 unknown-word: `dense` does not know `rleu` → Did you mean `relu`?',
    ],
  },
];
