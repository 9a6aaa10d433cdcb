import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, lenet, nnfig, perceptron } from './support.js';

describe('nnfig render', () => {
  test('prints the SVG of a file', async () => {
    const cwd = folderOf({ 'net.nn': lenet });
    const { code, stdout, stderr } = await nnfig(['render', 'net.nn'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(stdout).toMatch(/61\.7 k parameters/i);
  });

  test('reads standard input, named or not', async () => {
    const named = await nnfig(['render', '-'], { stdin: perceptron });
    const unnamed = await nnfig(['render'], { stdin: perceptron });
    expect(named.code).toBe(0);
    expect(named.stdout).toContain('<svg');
    expect(unnamed.stdout).toBe(named.stdout);
  });

  test('does not wait for a person to type', async () => {
    expect(await nnfig(['render'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: no file is given; name one, or pipe a description in.\n',
    });
  });

  test('takes the style from the flag, over that of the description', async () => {
    const stdin = `style: lenet\n${lenet}`;
    const own = await nnfig(['render'], { stdin });
    const flagged = await nnfig(['render', '--style', 'fcnn'], { stdin: perceptron });
    expect(own.code).toBe(0);
    expect(flagged.code).toBe(0);
    const both = await nnfig(['render', '--style', 'fcnn'], {
      stdin: `style: lenet\nlayers: ["784 -> 128 relu -> 10 softmax"]\n`,
    });
    expect(both.stdout).not.toBe(own.stdout);
  });

  test('resolves the theme to plain colours', async () => {
    const auto = await nnfig(['render', '--theme', 'auto'], { stdin: lenet });
    const light = await nnfig(['render', '--theme', 'light'], { stdin: lenet });
    const dark = await nnfig(['render', '--theme', 'dark'], { stdin: lenet });
    expect(auto.stdout).toContain('light-dark(');
    expect(light.stdout).not.toContain('light-dark(');
    expect(light.stdout).not.toContain('var(');
    expect(dark.stdout).not.toContain('light-dark(');
    expect(dark.stdout).not.toBe(light.stdout);
  });

  test('gives the figure a title and a width', async () => {
    const { stdout } = await nnfig(['render', '--title', 'My & net', '--width', '321'], {
      stdin: lenet,
    });
    expect(stdout).toContain('aria-label="My &amp; net');
    expect(stdout).toMatch(/<svg [^>]*width="321"/);
  });

  test('writes a file whole, in the place of one that is there, and prints nothing', async () => {
    const cwd = folderOf({ 'net.nn': lenet, 'net.svg': 'old' });
    const { stdout: printed } = await nnfig(['render', 'net.nn', '--theme', 'light'], { cwd });
    const outcome = await nnfig(['render', 'net.nn', '-o', 'net.svg'], { cwd });
    expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'net.svg'), 'utf8')).toBe(printed);
    expect(readdirSync(cwd).sort()).toEqual(['net.nn', 'net.svg']);
  });

  test('writes through a link and keeps the permissions of the file', async () => {
    const cwd = folderOf({ 'net.nn': lenet, 'real/net.svg': 'old' });
    writeFileSync(join(cwd, 'real/net.svg'), 'old', { mode: 0o640 });
    symlinkSync(join('real', 'net.svg'), join(cwd, 'link.svg'));
    const mode = statSync(join(cwd, 'real/net.svg')).mode;
    expect((await nnfig(['render', 'net.nn', '-o', 'link.svg'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'real/net.svg'), 'utf8')).toContain('<svg');
    expect(statSync(join(cwd, 'real/net.svg')).mode).toBe(mode);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['net.svg']);
  });

  test('leaves the old file alone when the description is broken', async () => {
    const cwd = folderOf({ 'net.nn': 'input: 1x32x32\nlayers: [conw 6]\n', 'net.svg': 'old' });
    expect((await nnfig(['render', 'net.nn', '-o', 'net.svg'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'net.svg'), 'utf8')).toBe('old');
  });

  test('does not write over the description', async () => {
    const cwd = folderOf({ 'net.nn': lenet });
    const { code, stderr } = await nnfig(['render', 'net.nn', '-o', './net.nn'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('nnfig: `./net.nn` is the description itself; give -o another name.\n');
    expect(readFileSync(join(cwd, 'net.nn'), 'utf8')).toBe(lenet);
  });

  test('says what is wrong with a place to write to', async () => {
    const cwd = folderOf({ 'net.nn': lenet });
    const missing = await nnfig(['render', 'net.nn', '-o', 'nowhere/net.svg'], { cwd });
    expect(missing.stderr).toBe(
      'nnfig: `nowhere/net.svg` cannot be written: its folder `nowhere` does not exist.\n',
    );
    expect(missing.code).toBe(2);
  });

  test('prints every problem with line and column, and what to do', async () => {
    const cwd = folderOf({ 'net.nn': 'input: 1x32x32\nlayers:\n  - conw 6 5x5\n  - avgpol 2\n' });
    const { code, stdout, stderr } = await nnfig(['render', 'net.nn'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^net\.nn:3:5 {2}.*`conw`.*Did you mean `conv`\?$/);
    expect(lines[1]).toMatch(/^net\.nn:4:5 {2}.*`avgpol`.*Did you mean `avgpool`\?$/);
  });

  test('names standard input in problems', async () => {
    const { stderr } = await nnfig(['render'], { stdin: 'input: 4\nlayers: [conw 6]\n' });
    expect(stderr).toMatch(/^stdin:2:10 {2}/);
  });
});

describe('nnfig render of a block of a page', () => {
  const page = [
    '---',
    'title: Nets',
    '---',
    '',
    '```nn',
    '784 -> 128 relu -> 10 softmax',
    '```',
    '',
    '> - A list in a quote:',
    '>',
    '>   ```nn title="Second"',
    '>   input: 1x32x32',
    '>   layers:',
    '>     - conv 6 5x5',
    '>   ```',
    '',
  ].join('\n');

  test('draws the first block unless another is asked for', async () => {
    const cwd = folderOf({ 'page.md': page });
    const first = await nnfig(['render', 'page.md'], { cwd });
    const one = await nnfig(['render', 'page.md', '--block', '1'], { cwd });
    const two = await nnfig(['render', 'page.md', '--block', '2'], { cwd });
    expect(first.stdout).toBe(one.stdout);
    expect(two.stdout).not.toBe(one.stdout);
    expect(two.stdout).toContain('Second');
  });

  test('gives flags more weight than the fence', async () => {
    const cwd = folderOf({ 'page.md': page });
    const { stdout } = await nnfig(['render', 'page.md', '--block', '2', '--title', 'Third'], {
      cwd,
    });
    expect(stdout).toContain('Third');
    expect(stdout).not.toContain('Second');
  });

  test('places problems in the page', async () => {
    const cwd = folderOf({ 'page.md': page.replace('conv 6', 'conw 6') });
    const { code, stderr } = await nnfig(['render', 'page.md', '--block', '2'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^page\.md:14:9 {2}.*`conw`/);
  });

  test('says which blocks there are', async () => {
    const cwd = folderOf({ 'page.md': page, 'none.md': '# Nothing\n', 'net.nn': perceptron });
    const far = await nnfig(['render', 'page.md', '--block', '3'], { cwd });
    expect(far).toMatchObject({
      code: 2,
      stderr: 'nnfig: `page.md` has 2 ```nn blocks, so there is no block 3.\n',
    });
    const none = await nnfig(['render', 'none.md'], { cwd });
    expect(none).toMatchObject({ code: 2, stderr: 'nnfig: `none.md` has no ```nn block.\n' });
    const plain = await nnfig(['render', 'net.nn', '--block', '1'], { cwd });
    expect(plain).toMatchObject({
      code: 2,
      stderr: 'nnfig: --block chooses a block of a Markdown page, and `net.nn` is none.\n',
    });
  });
});
