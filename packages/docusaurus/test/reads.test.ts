import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader, PageReads } from '../src/reads.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nnfig-reads-')));
afterAll(() => rmSync(folder, { recursive: true }));
const site = join(folder, 'site');
const path = (...parts: string[]) => join(site, ...parts);
mkdirSync(path('docs'), { recursive: true });
writeFileSync(path('docs', 'a.json'), '[1]');
writeFileSync(path('b.json'), '[2]');
writeFileSync(join(folder, 'outside.json'), '[3]');
symlinkSync(path('b.json'), path('docs', 'link.json'));
symlinkSync(join(folder, 'outside.json'), path('docs', 'out.json'));

const page = path('docs', 'page.md');
const file = new VFile({ path: page });

function contextOf(resourcePath: string) {
  const files: string[] = [];
  const missing: string[] = [];
  return {
    files,
    missing,
    resourcePath,
    addDependency: (file: string) => void files.push(file),
    addMissingDependency: (file: string) => void missing.push(file),
  };
}

describe('a reader', () => {
  it('tells every compilation of the page, earlier and later, of what is read', () => {
    const reads = new PageReads();
    const read = createReader(site, reads);
    const contexts = [contextOf(page), contextOf(page), contextOf(path('docs', 'other.md'))];
    const [client, waiting, other] = contexts;
    for (const context of contexts) reads.follow(context);
    expect(read('./a.json', file)).toBe('[1]');
    expect(read('../b.json', file, 'base64')).toBe('WzJd');
    const server = contextOf(page);
    reads.follow(server);
    for (const context of [client, waiting, server]) {
      expect(new Set(context?.files)).toEqual(new Set([path('docs', 'a.json'), path('b.json')]));
      expect(context?.missing).toEqual([]);
    }
    expect(other).toMatchObject({ files: [], missing: [] });
  });

  it('depends on a link and on what it leads to', () => {
    const reads = new PageReads();
    const context = contextOf(page);
    reads.follow(context);
    expect(createReader(site, reads)('link.json', file)).toBe('[2]');
    expect(new Set(context.files)).toEqual(new Set([path('docs', 'link.json'), path('b.json')]));
  });

  it('waits for what is missing', () => {
    const reads = new PageReads();
    const context = contextOf(page);
    reads.follow(context);
    const read = createReader(site, reads);
    expect(() => read('later.json', file)).toThrow('there is no such file');
    expect(() => read('.', file)).toThrow('it is no file');
    expect(context).toMatchObject({
      files: [],
      missing: [path('docs', 'later.json'), path('docs')],
    });
  });

  it('refuses what is outside, and depends on nothing there', () => {
    const reads = new PageReads();
    const context = contextOf(page);
    reads.follow(context);
    const read = createReader(site, reads);
    const refusal = 'it is outside of the folder `site`';
    expect(() => read('../../outside.json', file)).toThrow(refusal);
    expect(() => read(join(folder, 'outside.json'), file)).toThrow(refusal);
    expect(context).toMatchObject({ files: [], missing: [] });
    // The link may be changed to one that leads inside.
    expect(() => read('out.json', file)).toThrow(refusal);
    expect(context).toMatchObject({ files: [path('docs', 'out.json')], missing: [] });
  });

  it.each(['a\0b', 'x'.repeat(900)])('says that there is no file `%.3s…`', (name) => {
    const reads = new PageReads();
    const context = contextOf(page);
    reads.follow(context);
    expect(() => createReader(site, reads)(name, file)).toThrow('there is no such file');
    expect(context).toMatchObject({ files: [], missing: [] });
  });
});
