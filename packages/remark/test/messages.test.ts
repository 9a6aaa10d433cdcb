import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { describe, expect, it, vi } from 'vitest';
import type { Options } from '../src/index.js';
import remarkNnfig from '../src/index.js';

vi.mock('nnfig/core', () => import('./support/nnfig.js'));

function run(text: string, options?: Options) {
  const file = new VFile({ value: text, path: 'docs/page.md' });
  const processor = unified().use(remarkParse).use(remarkNnfig, options).use(remarkStringify);
  const tree = processor.parse(file);
  let error: unknown;
  try {
    processor.runSync(tree, file);
  } catch (caught) {
    error = caught;
  }
  return { file, tree, error };
}

describe('a message', () => {
  const text = '# T\n\n> ```nn\n> input: 3\n> layers: !maxpol 2\n> ```\n';

  it('has every field', () => {
    const { file, tree, error } = run(text);
    expect(file.messages).toHaveLength(1);
    const [message] = file.messages;
    expect(message).toBeInstanceOf(VFileMessage);
    expect(message?.ancestors?.map(({ type }) => type)).toEqual(['root', 'blockquote', 'code']);
    expect(message?.ancestors?.[0]).toBe(tree);
    expect({ ...message, ancestors: undefined }).toEqual({
      ancestors: undefined,
      cause: undefined,
      column: 11,
      fatal: true,
      file: 'docs/page.md',
      line: 5,
      message: '`!maxpol` is bad.',
      name: 'docs/page.md:5:11-5:18',
      place: {
        start: { line: 5, column: 11, offset: 34 },
        end: { line: 5, column: 18, offset: 41 },
      },
      reason: '`!maxpol` is bad.',
      ruleId: 'bad-maxpol',
      source: 'remark-nnfig',
      stack: undefined,
      actual: '!maxpol',
      expected: ['good', 'better'],
      note:
        'Did you mean `good`, or `better`? See `other`.\n\n```text\n' +
        '4 | > input: 3\n5 | > layers: !maxpol 2\n  |           ^^^^^^^\n```',
      url: 'https://example.com/#bad-maxpol',
    });
    expect(error).toBe(message);
  });

  it('is fatal for errors, not for warnings, and neither for information', () => {
    const { file, error } = run('```nn\n?a\n```\n\n```nn\n~b\n```\n');
    expect(file.messages.map(({ fatal }) => fatal)).toEqual([false, undefined]);
    expect(error).toBeUndefined();
  });

  it('quotes a long line around the problem, and keeps tabs', () => {
    const { file } = run(`\`\`\`nn\n\ta\t?b\n${'x '.repeat(90)}?c${' y'.repeat(90)}\n\`\`\`\n`);
    const [first, second] = file.messages;
    expect(first?.note).toContain('2 | \ta\t?b\n  | \t \t^^\n');
    const [, , quoted = '', marks = ''] = second?.note?.split('\n').slice(2) ?? [];
    expect(quoted).toHaveLength(104);
    expect(marks.indexOf('^')).toBe(quoted.indexOf('?c'));
  });
});

describe('`onError`', () => {
  const text = '```nn\n!a !b\n```\n\nText\n\n```nn title=!c\nok\n```\n\n```nn\nfine\n```\n';

  it('throws after all blocks are checked, with the first and the number of others', () => {
    const { file, error, tree } = run(text);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['bad-a', 'bad-b', 'bad-c']);
    expect(error).toBeInstanceOf(VFileMessage);
    expect(file.messages).not.toContain(error);
    expect(error).toMatchObject({
      name: 'docs/page.md:2:1-2:3',
      reason: '`!a` is bad. (and 2 more problems in this file)',
      place: { start: { line: 2, column: 1 } },
      ruleId: 'bad-a',
      source: 'remark-nnfig',
      fatal: true,
      cause: file.messages[0],
    });
    expect((error as VFileMessage).note).toContain('* 2:4: `!b` is bad.\n* 7:13: `!c` is bad.');
    expect(tree.children.map(({ type }) => type)).toEqual(['code', 'paragraph', 'code', 'code']);
  });

  it('says so of one other', () => {
    expect(run('```nn\n!a !b\n```\n').error).toMatchObject({
      reason: '`!a` is bad. (and 1 more problem in this file)',
    });
  });

  it('`warn` leaves the blocks and makes the messages warnings', () => {
    const { file, error, tree } = run(text, { onError: 'warn' });
    expect(error).toBeUndefined();
    expect(file.messages.map(({ fatal }) => fatal)).toEqual([false, false, false]);
    expect(tree.children.map(({ type }) => type)).toEqual([
      'code',
      'paragraph',
      'code',
      'paragraph',
    ]);
  });

  it('`card` shows what is wrong and draws the rest', () => {
    const { file, error, tree } = run(text, { onError: 'card' });
    expect(error).toBeUndefined();
    expect(file.messages.map(({ fatal }) => fatal)).toEqual([true, true, true]);
    expect(tree.children.map(({ data }) => data?.hName)).toEqual([
      'aside',
      undefined,
      'aside',
      'figure',
    ]);
    expect(tree.children[2]?.data?.hChildren).toEqual([
      { type: 'text', value: 'docs/page.md: bad-c (!c, line 7)' },
    ]);
  });

  it('a function is given the messages, the node and the file, and decides', () => {
    const calls: unknown[] = [];
    const { file, error, tree } = run(text, {
      onError(problems, node, given) {
        calls.push([problems.map(({ ruleId }) => ruleId), node.value, given.path]);
        return node.value === 'ok' ? { type: 'thematicBreak' } : undefined;
      },
    });
    expect(error).toBeUndefined();
    expect(calls).toEqual([
      [['bad-a', 'bad-b'], '!a !b', 'docs/page.md'],
      [['bad-c'], 'ok', 'docs/page.md'],
    ]);
    expect(file.messages).toHaveLength(3);
    expect(tree.children.map(({ type }) => type)).toEqual([
      'code',
      'paragraph',
      'thematicBreak',
      'paragraph',
    ]);
  });
});
