import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { readWithin } from '../src/files.js';
import remarkNnfig from '../src/index.js';

const base = mkdtempSync(join(tmpdir(), 'nnfig-files-'));
const folder = join(base, 'site');
afterAll(() => rmSync(base, { recursive: true }));
mkdirSync(join(folder, 'docs'), { recursive: true });
writeFileSync(join(base, 'secret.json'), '[]');
writeFileSync(join(folder, 'docs', 'w.json'), '[[[1, -1]]]');
symlinkSync(join(base, 'secret.json'), join(folder, 'docs', 'link.json'));

describe('readWithin', () => {
  const read = readWithin(folder);
  const from = { path: 'docs/page.md', cwd: folder };

  it('reads beside the file that names the other', () => {
    expect(read('w.json', from)).toBe('[[[1, -1]]]');
    expect(read('../docs/w.json', from)).toBe('[[[1, -1]]]');
    expect(read('docs/w.json')).toBe('[[[1, -1]]]');
  });

  it.each([
    ['../../secret.json', 'it is outside of the folder `site`'],
    ['link.json', 'it is outside of the folder `site`'],
    ['/etc/hostname', /^(it is outside of the folder `site`|there is no such file)$/],
    ['v.json', 'there is no such file'],
    ['../docs', 'it is no file'],
  ])('refuses %s', (path, message) => {
    expect(() => read(path, from)).toThrow(message);
  });
});

describe('remark-nnfig', () => {
  const text = '```nn\nlayers: 2 -> 1\noptions: {weights: w.json}\n```\n';
  const draw = (given: { read?: (path: string) => string }) => {
    const file = new VFile({ value: text, path: 'docs/page.md', cwd: folder });
    const processor = unified()
      .use(remarkParse)
      .use(remarkNnfig, { onError: () => undefined, ...given });
    const tree = processor.runSync(processor.parse(file), file);
    return { messages: file.messages.map(({ reason }) => reason), tree: JSON.stringify(tree) };
  };

  it('reads files anew each time', () => {
    let weights = '[[[1, -1]]]';
    const read = () => weights;
    const first = draw({ read });
    weights = '[[[-1, 1]]]';
    const second = draw({ read });
    expect(first.messages).toEqual([]);
    expect(first.tree).toContain('weight-negative');
    expect(second.tree).not.toBe(first.tree);
  });

  it('says that there are none when it was not told how', () => {
    expect(draw({}).messages).toEqual([
      '`weights` names the file `w.json`, but no files can be read here',
    ]);
    expect(draw({ read: (path) => readWithin(folder)(path) }).messages).toEqual([
      expect.stringContaining('`w.json` cannot be read: there is no such file'),
    ]);
  });

  it('hands the file of the block on', () => {
    const read = readWithin(folder);
    const file = new VFile({ value: text, path: 'docs/page.md', cwd: folder });
    const processor = unified()
      .use(remarkParse)
      .use(remarkNnfig, { read: (path, from) => read(path, from) });
    processor.runSync(processor.parse(file), file);
    expect(file.messages).toEqual([]);
  });
});
