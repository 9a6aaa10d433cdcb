import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { readWithin } from '../src/files.js';
import remarkNnfig from '../src/index.js';

const net = `name: "small"
input: "data"
input_shape { dim: 10 dim: 1 dim: 12 dim: 12 }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 10 }
}
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" }
`;
const wrong = net.replace('bottom: "ip"', 'bottom: "pi"').replace('num_output', 'num_outputs');

const base = mkdtempSync(join(tmpdir(), 'nnfig-caffe-'));
const folder = join(base, 'site');
afterAll(() => rmSync(base, { recursive: true }));
mkdirSync(join(folder, 'docs'), { recursive: true });
writeFileSync(join(folder, 'docs/net.prototxt'), net);
writeFileSync(join(folder, 'docs/wrong.prototxt'), wrong);
writeFileSync(join(base, 'net.prototxt'), net);

/** Draws a page of the folder; files can be read there. */
function draw(text: string) {
  const file = new VFile({ value: text, path: 'docs/page.md', cwd: folder });
  const read = readWithin(folder);
  const processor = unified()
    .use(remarkParse)
    .use(remarkNnfig, { onError: () => undefined, read });
  const tree = processor.runSync(processor.parse(file), file);
  const drawings: unknown[] = [];
  visitParents(tree, 'paragraph', ({ data }) => {
    if (data) drawings.push(data);
  });
  return { messages: file.messages, html: JSON.stringify(drawings) };
}

/** Messages as `line:column reason → note`; the excerpt is left out. */
function problemsOf(text: string): string[] {
  return draw(text).messages.map(({ line, column, reason, note }) => {
    const hint = note?.split('```')[0]?.trim();
    return `${line}:${column} ${reason}${hint ? ` → ${hint}` : ''}`;
  });
}

/** A fence, with every line after a prefix. */
function fence(text: string, prefix = '', meta = ''): string {
  const lines = [`\`\`\`nn${meta}`, ...text.trimEnd().split('\n'), '```'];
  return lines.map((line) => `${prefix}${line}\n`).join('');
}

describe('a fence that names a prototxt', () => {
  it('has its figure', () => {
    const { messages, html } = draw(fence('from: ./net.prototxt'));
    expect(messages).toEqual([]);
    expect(html).toContain('"ariaLabel":"small"');
    expect(html).toContain('"dataLayer":"ip"');
  });

  it('has what is wrong in the file where it names it', () => {
    expect(problemsOf(`# T\n\n> - a\n>\n${fence('from: ./wrong.prototxt', '>   ')}`)).toEqual([
      '6:11 in `./wrong.prototxt:6:38`, `inner_product_param` needs `num_output` → Did you mean it by `num_outputs`?',
      '6:11 in `./wrong.prototxt:8:46`, no layer gives the blob `pi` → Did you mean `ip`?',
    ]);
  });

  it('quotes the line of the page in both', () => {
    const { messages } = draw(fence('style: graph\nfrom: ./wrong.prototxt'));
    expect(messages).toHaveLength(2);
    for (const { actual, note, ruleId, url } of messages) {
      expect(actual).toBe('./wrong.prototxt');
      expect(note).toContain('3 | from: ./wrong.prototxt\n  |       ^^^^^^^^^^^^^^^^');
      expect(url).toBe(`https://nnfig.github.io/nnfig/docs/reference/problems#${ruleId}`);
    }
  });

  it('reads none from outside of the folder', () => {
    expect(problemsOf(fence('from: ../../net.prototxt'))).toEqual([
      '2:7 `../../net.prototxt` cannot be read: it is outside of the folder `site`',
    ]);
  });

  it('is told of a notation that there is none of', () => {
    expect(problemsOf(fence('from: ./net.prototxt', '', ' format=cafe'))).toEqual([
      '1:14 there is no notation `cafe` → Did you mean `caffe`?',
    ]);
    expect(problemsOf(fence('from: ./net.prototxt\nformat: cafe'))).toEqual([
      '3:9 there is no notation `cafe` → Did you mean `caffe`?',
    ]);
  });
});

describe('a fence that is a prototxt', () => {
  it('has the figure of the file', () => {
    const { messages, html } = draw(fence(net));
    expect(messages).toEqual([]);
    expect(html).toBe(draw(fence('from: ./net.prototxt')).html);
  });

  it.each([
    ['at the margin', ''],
    ['in a list', '  '],
    ['in a quote in a list', '  > '],
    ['in lists in a quote', '>     '],
  ])('has what is wrong at its line and column %s', (_, prefix) => {
    const before = {
      '': '',
      '  ': '- a\n\n',
      '  > ': '- a\n\n',
      '>     ': '> - a\n>\n>   - b\n>\n',
    };
    const text = before[prefix as keyof typeof before] + fence(wrong, prefix);
    const start = text.split('\n').findIndex((line) => line.includes('```nn')) + 1;
    const indent = prefix.length;
    expect(problemsOf(text)).toEqual([
      `${start + 6}:${indent + 38} \`inner_product_param\` needs \`num_output\` → Did you mean it by \`num_outputs\`?`,
      `${start + 8}:${indent + 46} no layer gives the blob \`pi\` → Did you mean \`ip\`?`,
    ]);
  });

  it('is one by the word of its meta, however it begins', () => {
    const broken = 'leyer {';
    expect(problemsOf(fence(broken, '', ' format=caffe'))).toEqual([
      '2:1 `leyer {` is never closed → Write `}` where it ends.',
    ]);
    expect(problemsOf(fence(broken))[0]).toContain('there is no operation or block `leyer`');
    expect(draw(fence(net, '', ' format=caffe style=graph')).messages).toEqual([]);
  });

  it('may stand after settings and a line that parts them', () => {
    const around = 'input: 1x14x14\ntitle: Larger\n---\n';
    const { messages, html } = draw(fence(around + net));
    expect(messages).toEqual([]);
    expect(html).toContain('"ariaLabel":"Larger"');
    expect(html).toContain('1×14×14');
    expect(problemsOf(`- a\n\n${fence(`titel: x\n---\n${wrong}`, '  ')}`)).toEqual([
      '4:3 a block has no `titel` → Did you mean `title`?',
      '11:40 `inner_product_param` needs `num_output` → Did you mean it by `num_outputs`?',
      '13:48 no layer gives the blob `pi` → Did you mean `ip`?',
    ]);
  });
});
