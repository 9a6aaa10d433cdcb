import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, nnfig } from './support.js';

const good = '# Good\n\n```nn\n784 -> 10 softmax\n```\n';
const bad = [
  '---',
  'title: Bad',
  '---',
  '',
  '- in a list:',
  '',
  '  ```nn',
  '  input: 1x32x32',
  '  layers:',
  '    - conw 6 5x5',
  '    - avgpol 2',
  '  ```',
  '',
].join('\n');

describe('nnfig check', () => {
  test('prints every problem as path:line:col and exits with 1', async () => {
    const cwd = folderOf({ 'docs/good.md': good, 'docs/bad.mdx': bad });
    const { code, stdout, stderr } = await nnfig(['check', 'docs/**/*.{md,mdx}'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^docs\/bad\.mdx:10:7 {2}.*`conw`.*Did you mean `conv`\?$/);
    expect(lines[1]).toMatch(/^docs\/bad\.mdx:11:7 {2}.*`avgpol`/);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: '2 blocks in 2 pages: 2 errors, 0 warnings\n',
    });
  });

  test('is content with good pages, pages without blocks, and blocks of other languages', async () => {
    const cwd = folderOf({ 'a.md': good, 'b.md': '# None\n\n```js\nconw\n```\n' });
    expect(await nnfig(['check', '*.md'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 block in 2 pages: 0 errors, 0 warnings\n',
    });
  });

  test('takes a folder, and a file whose name looks like a glob', async () => {
    const cwd = folderOf({
      'docs/[id].md': bad,
      'docs/deep/page.mdx': bad,
      'docs/node_modules/x/README.md': bad,
    });
    const folder = await nnfig(['check', 'docs'], { cwd });
    expect(folder.stderr).toBe('2 blocks in 2 pages: 4 errors, 0 warnings\n');
    const file = await nnfig(['check', 'docs/[id].md'], { cwd });
    expect(file.stdout).toContain('docs/[id].md:10:7  ');
  });

  test('finds blocks inside JSX of MDX, and of Markdown that is MDX', async () => {
    const page = '<Box>\n    ```nn\n    input: 4\n    layers: [conw 6]\n    ```\n</Box>\n';
    const cwd = folderOf({ 'page.mdx': page, 'page.md': page });
    expect((await nnfig(['check', 'page.mdx'], { cwd })).stdout).toMatch(/^page\.mdx:4:14 {2}/);
    expect((await nnfig(['check', 'page.md'], { cwd })).code).toBe(0);
    const asMdx = await nnfig(['check', '--mdx', 'page.md'], { cwd });
    expect(asMdx.stdout).toMatch(/^page\.md:4:14 {2}/);
  });

  test('reports MDX that cannot be read as a problem of the page', async () => {
    const cwd = folderOf({ 'page.mdx': '# Broken\n\n<Box>\n' });
    const { code, stdout } = await nnfig(['check', 'page.mdx'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^page\.mdx:3:1 {2}/);
  });

  test('says when nothing matches', async () => {
    const cwd = folderOf({ 'net.nn': '4 -> 2', 'empty/x.txt': '' });
    expect(await nnfig(['check', '**/*.md'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: no .md or .mdx file matches `**/*.md`.\n',
    });
    expect((await nnfig(['check', 'empty'], { cwd })).code).toBe(2);
    expect(await nnfig(['check', 'net.nn'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'nnfig: `net.nn` is not a Markdown page; check reads .md and .mdx files.\n',
    });
    expect((await nnfig(['check'], { cwd })).code).toBe(2);
  });

  test('goes on after a page that cannot be read', async () => {
    const cwd = folderOf({ 'a.md': new Uint8Array([0, 1, 2]), 'b.md': bad });
    const { code, stdout, stderr } = await nnfig(['check', 'a.md', join(cwd, 'b.md')], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('b.md:10:7');
    expect(stderr).toContain('nnfig: `a.md` is not UTF-8 text.\n');
  });
});
