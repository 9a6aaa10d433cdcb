import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it, vi } from 'vitest';
import remarkNnfig from '../src/index.js';
import { pointOf } from './support/nnfig.js';

vi.mock('nnfig/core', () => import('./support/nnfig.js'));

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkDirective)
  .use(remarkNnfig, { onError: () => undefined });

function check(text: string, pipeline = processor) {
  const file = new VFile({ value: text, path: 'page.md' });
  pipeline.runSync(pipeline.parse(file), file);
  return file.messages;
}

/** Each text says `!word` in a fence; the message must be where the file has it. */
const texts = {
  plain: '# T\n\n```nn\ninput: 3\nlayers: !here\n```\n',
  'first column': '```nn\n!here\n```\n',
  'after front matter': '---\ntitle: T\n---\n\nText\n\n```nn\na: !here\n```\n',
  'in a list item': '* a\n\n  ```nn\n  a:\n    b: !here\n  ```\n',
  'right after a list marker': '10. ```nn\n    a:\n      b: !here\n    ```\n',
  'in nested lists': '* a\n  1. b\n     * c\n\n       ```nn\n       a: !here\n       ```\n',
  'in a block quote': '> ```nn\n> a: !here\n> ```\n',
  'in a quote with uneven prefixes': '> ```nn\n>a: x\n>  b: !here\n> ```\n',
  'in a quote in a list in a quote': '> * > ```nn\n>   > a:\n>   >   b: !here\n>   > ```\n',
  'in a list in a quote with tabs': '>\t* a\n>\n>\t  ```nn\n>\t  a: !here\n>\t  ```\n',
  'in a list indented by tabs': '- a\n\n\t```nn\n\ta:\n\t  b: !here\n\t```\n',
  'on a line whose tab the list eats in part': '- a\n  ```nn\n\ta: !here\n  ```\n',
  'after a tab in the text': '```nn\na:\t!here\n```\n',
  'in an indented fence': '   ```nn\n   a:\n     b: !here\n   ```\n',
  'in an indented fence with lines that are less so': '   ```nn\n a: !here\n   ```\n',
  'in a tilde fence': '~~~~nn\n~~~\na: !here\n~~~~\n',
  'with blank lines around': '```nn\n\n\na: !here\n\n\n```\n',
  'with CRLF': '# T\r\n\r\n> ```nn\r\n> a: x\r\n>   b: !here\r\n> ```\r\n',
  'with CR': '# T\r\r```nn\ra: x\r  b: !here\r```\r',
  'in a container directive': ':::tip\n\n```nn\na: !here\n```\n\n:::\n',
  'after characters of two units': '```nn\nℝ: 𝔸 🧠 !here\n```\n',
  'in the meta': '# T\n\n* x\n\n  ```nn title="a b" style=!here width=3\n  a: b\n  ```\n',
  'in the meta after escapes': '```nn   title="a &amp; b &#x41; \\* c" style=!here \na: b\n```\n',
  'in the meta with tabs': '```nn\ttitle=a\tstyle=!here\t\na: b\n```\n',
  'in the meta after a space before the language': '~~~ nn style=!here\na: b\n~~~\n',
};

describe('places', () => {
  it.each(Object.entries(texts))('are exact %s', (_, text) => {
    const offset = text.indexOf('!here');
    const [message, ...others] = check(text);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      ruleId: 'bad-here',
      actual: '!here',
      place: { start: pointOf(text, offset), end: pointOf(text, offset + 5) },
    });
  });

  it('are exact in MDX', () => {
    const mdx = unified()
      .use(remarkParse)
      .use(remarkMdx)
      .use(remarkNnfig, { onError: () => undefined });
    const text = '<Tab>\n  * a\n\n    ```nn\n    a:\n      b: !here\n    ```\n</Tab>\n';
    expect(check(text, mdx)[0]?.place).toEqual({
      start: pointOf(text, text.indexOf('!here')),
      end: pointOf(text, text.indexOf('!here') + 5),
    });
  });

  it('of front matter are the line of the key, once', () => {
    const text = '---\ntitle: T\nnnfig: wrong\n---\n\n```nn\na\n```\n\n```nn\nb\n```\n';
    const messages = check(text);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.place).toEqual({ start: pointOf(text, 13), end: pointOf(text, 25) });
  });

  it('are where the node is when the tree has no text', () => {
    const text = '# T\n\n```nn\na: !here\n```\n';
    const file = new VFile({ path: 'page.md' });
    processor.runSync(processor.parse(text), file);
    expect(file.messages[0]).toMatchObject({ line: 3, column: 1 });
  });

  it('are missing when a plugin made the node', () => {
    const file = new VFile('text');
    processor.runSync(
      { type: 'root', children: [{ type: 'code', lang: 'nn', value: '!here' }] },
      file,
    );
    expect(file.messages[0]).toMatchObject({ ruleId: 'bad-here', place: undefined });
  });
});

describe('a fence that is never closed', () => {
  it.each([
    ['at the end of the file', '# T\n\n```nn\na: b', 5],
    ['at the end of the file after a line ending', '```nn\na: b\n', 0],
    ['with nothing in it', 'Text\n\n```nn', 6],
    ['with a blank line in it', '```nn\n\n', 0],
    ['before a shorter fence', '````nn\na: b\n```\n', 0],
    ['before a fence of the other kind', '```nn\na: b\n~~~\n', 0],
    ['before a fence that is indented too far', '```nn\na: b\n    ```', 0],
    ['before a fence with a language', '```nn\na: b\n```js', 0],
    ['in a quote that ends', '> ```nn\n> a: b\n\nText\n', 2],
    ['in a list item that ends', '* ```nn\n  a: b\n\nText\n', 2],
  ])('is an error %s', (_, text, offset) => {
    const [message] = check(text);
    expect(message).toMatchObject({
      ruleId: 'unclosed-fence',
      fatal: true,
      place: { start: pointOf(text, offset) },
    });
    expect(message?.place).toMatchObject({ end: { line: pointOf(text, offset).line } });
  });

  it.each([
    ['with a longer fence', '```nn\na: b\n`````  \n'],
    ['with nothing in it', '```nn\n```\n'],
    ['with blank lines in it', '```nn\n\n\n```'],
    ['in a quote', '> > ```nn\n> > a: b\n> > ```\n'],
    ['with tabs', '* a\n\n\t~~~nn\n\ta: b\n\t~~~\t\n'],
    ['with CRLF', '```nn\r\na: b\r\n```\r\n'],
  ])('is not one that is closed %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});
