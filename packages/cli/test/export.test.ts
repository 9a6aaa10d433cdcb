import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, lenet, nnfig, perceptron } from './support.js';

const starts = {
  png: '\x89PNG\r\n',
  pdf: '%PDF-1.7',
  svg: '<svg xmlns=',
  tex: '',
  pptx: 'PK',
} as const;

const start = (cwd: string, file: string, length = 8) =>
  readFileSync(join(cwd, file)).toString('latin1', 0, length);

describe('nnfig render into a format', () => {
  test('takes the format from the ending of the file', async () => {
    const cwd = folderOf({ 'net.nn': perceptron });
    for (const file of ['a.png', 'b.pdf', 'c.svg', 'd.PDF', 'e.tex', 'f.pptx']) {
      expect(await nnfig(['render', 'net.nn', '-o', file], { cwd })).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      const format = file.slice(2).toLowerCase() as keyof typeof starts;
      expect(start(cwd, file, starts[format].length)).toBe(starts[format]);
    }
    const document = readFileSync(join(cwd, 'e.tex'), 'utf8');
    expect(document).toContain('\\begin{tikzpicture}');
    expect(document).toContain('\\documentclass');
    await nnfig(['render', 'net.nn', '-o', 'e.tex', '--fragment', '--serif'], { cwd });
    const fragment = readFileSync(join(cwd, 'e.tex'), 'utf8');
    expect(fragment).toContain('\\begin{tikzpicture}');
    expect(fragment).not.toContain('\\documentclass');
  });

  test('takes --format over the ending, and needs one of the two', async () => {
    const cwd = folderOf({ 'net.nn': perceptron });
    const named = ['render', 'net.nn', '-o', 'a.svg', '--format', 'png'];
    expect((await nnfig(named, { cwd })).code).toBe(0);
    expect(start(cwd, 'a.svg', 6)).toBe(starts.png);
    expect(await nnfig(['render', 'net.nn', '-o', 'a.jpg'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'nnfig: `a.jpg` does not say its format; give -o one of .svg, .png, .pdf, .tex, .pptx, or name it with --format.\n',
    });
  });

  test('writes an SVG that stands alone, and prints one for a page', async () => {
    const printed = await nnfig(['render'], { stdin: lenet });
    const alone = await nnfig(['render', '--format', 'svg'], { stdin: lenet });
    const page = await nnfig(['render', '--format', 'svg', '--theme', 'auto'], { stdin: lenet });
    expect(printed.stdout).toContain('light-dark(');
    expect(alone.stdout).not.toMatch(/light-dark|var\(|style=/);
    expect(page.stdout).toBe(printed.stdout);
  });

  test('has the theme and the background that are asked for', async () => {
    const args = ['render', '--format', 'svg', '--theme', 'dark', '--background', '#1b1b1d'];
    const { stdout } = await nnfig(args, { stdin: lenet });
    expect(stdout).toContain('fill="#1b1b1d"');
    const outlined = await nnfig(['render', '--format', 'svg', '--outlines'], { stdin: lenet });
    expect(outlined.stdout).not.toContain('<text');
  });

  test('draws as many pixels as are asked for', async () => {
    const cwd = folderOf({ 'net.nn': perceptron });
    await nnfig(['render', 'net.nn', '-o', 'a.png', '--width', '200', '--scale', '3'], { cwd });
    expect(readFileSync(join(cwd, 'a.png')).readUInt32BE(16)).toBe(600);
  });

  test('makes slides of the size that is asked for', async () => {
    const cwd = folderOf({ 'net.nn': perceptron });
    const args = ['render', 'net.nn', '-o'];
    await nnfig([...args, 'own.pptx'], { cwd });
    await nnfig([...args, 'same.pptx', '--slide', 'figure'], { cwd });
    await nnfig([...args, 'screen.pptx', '--slide', '16:9'], { cwd });
    const [own, same, screen] = ['own', 'same', 'screen'].map((name) =>
      readFileSync(join(cwd, `${name}.pptx`)),
    ) as [Buffer, Buffer, Buffer];
    expect(own.equals(same)).toBe(true);
    expect(own.equals(screen)).toBe(false);
    expect(
      await nnfig(['render', '--format', 'pptx'], { stdin: perceptron, terminal: true }),
    ).toMatchObject({
      code: 2,
      stderr: 'nnfig: a terminal cannot show pptx; name a file with -o, or pipe it on.\n',
    });
  });

  test('pipes bytes on, but not into a terminal', async () => {
    const args = ['render', '--format', 'pdf'];
    expect((await nnfig(args, { stdin: perceptron })).stdout).toMatch(/^%PDF-1\.7/);
    expect(await nnfig(args, { stdin: perceptron, terminal: true })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: a terminal cannot show pdf; name a file with -o, or pipe it on.\n',
    });
    const forced = await nnfig([...args, '-o', '-'], { stdin: perceptron, terminal: true });
    expect(forced.stdout).toMatch(/^%PDF-1\.7/);
  });

  test('leaves the old file alone when the description is broken', async () => {
    const cwd = folderOf({ 'net.nn': 'layers: [conw 6]\n', 'net.pdf': 'old' });
    expect((await nnfig(['render', 'net.nn', '-o', 'net.pdf'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'net.pdf'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['net.nn', 'net.pdf']);
  });

  test('names the characters that no font has, and takes a font that has them', async () => {
    const cwd = folderOf({ 'net.nn': 'labels: "{out} 中"\nstyle: graph\nlayers: 2 -> 1\n' });
    const { code, stderr } = await nnfig(['render', 'net.nn', '-o', 'net.png'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe(
      'net.nn  warning: no font has `中` (U+4E2D); a box stands in its place. Name a font file that has what is missing: `fonts: [path]`, or `--font path` on the command line.\n',
    );
    const missing = ['render', 'net.nn', '-o', 'net.png', '--font', 'none.ttf'];
    expect(await nnfig(missing, { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^nnfig: the font `.*none\.ttf` cannot be read: there is no such file\. Give the path of /,
      ),
    });
  });

  test.each([
    [['--scale', '2'], '--scale is for files of a format; add --format png, or -o with a file.'],
    [['--format', 'pdf', '--scale', '2'], '--scale is for png, not for pdf.'],
    [['--format', 'png', '--outlines'], '--outlines is for svg, not for png.'],
    [['--format', 'pdf', '--slide', '16:9'], '--slide is for pptx, not for pdf.'],
    [['--format', 'pptx', '--font', 'a.ttf'], '--font is for svg, png, pdf, not for pptx.'],
    [
      ['--format', 'pptx', '--slide', 'a4'],
      "option '--slide <size>' argument 'a4' is invalid. Allowed choices are figure, 16:9, 4:3.",
    ],
    [
      ['--format', 'svg', '--font', 'a.ttf'],
      '--font has no effect on an SVG whose texts stay texts; add --outlines.',
    ],
    [
      ['--format', 'png', '--theme', 'auto'],
      '--theme auto follows a page, and png has none; take light or dark.',
    ],
    [
      ['--format', 'svg', '--theme', 'auto', '--outlines'],
      '--theme auto is for an SVG in a page; take light or dark with these flags.',
    ],
    [
      ['--format', 'png', '--background', 'pinkish'],
      '`pinkish` is no background. It is `transparent`, `white`, `black`, or a colour such as `#f6f8fa`.',
    ],
    [
      ['--format', 'png', '--scale', '0'],
      "option '--scale <n>' argument '0' is invalid. It is a number such as 3 or 1.5.",
    ],
  ])('answers %j with a sentence', async (flags, sentence) => {
    expect(await nnfig(['render', ...flags], { stdin: perceptron })).toEqual({
      code: 2,
      stdout: '',
      stderr: `nnfig: ${sentence}\n`,
    });
  });

  test('exits with 1 when the format cannot hold the figure', async () => {
    const args = ['render', '--format', 'png', '--width', '10000', '--scale', '20'];
    const { code, stderr } = await nnfig(args, { stdin: perceptron });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^stdin {2}the picture would have 200000 × \d+ pixels\. Choose /);
  });
});

describe('nnfig render of several descriptions', () => {
  test('writes each into the folder, under its own name', async () => {
    const cwd = folderOf({ 'a.nn': perceptron, 'b.nn': lenet, 'out/a.svg': 'old' });
    const args = ['render', 'a.nn', 'b.nn', '-o', 'out', '--format', 'pdf'];
    expect(await nnfig(args, { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.pdf', 'a.svg', 'b.pdf']);
    await nnfig(['render', 'a.nn', '-o', 'out/'], { cwd });
    expect(start(cwd, 'out/a.svg', 4)).toBe('<svg');
  });

  test('writes the others when one is broken, and says so', async () => {
    const cwd = folderOf({ 'a.nn': perceptron, 'b.nn': 'layers: [conw 6]\n', 'c.nn': perceptron });
    mkdirSync(join(cwd, 'out'));
    const args = ['render', 'a.nn', 'b.nn', 'c.nn', '-o', 'out'];
    const { code, stderr } = await nnfig(args, { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^b\.nn:1:10 {2}.*\nnnfig: 1 of 3 figures were not written\.\n$/);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.svg', 'c.svg']);
  });

  test('refuses two that would have one name', async () => {
    const cwd = folderOf({ 'x/a.nn': perceptron, 'y/a.nn': perceptron, 'out/z': '' });
    expect(await nnfig(['render', 'x/a.nn', 'y/a.nn', '-o', 'out'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'nnfig: `x/a.nn` and `y/a.nn` would both become `a.svg`.\n',
    });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['z']);
  });

  test('needs names for what comes in by a pipe', async () => {
    const cwd = folderOf({ 'out/z': '' });
    expect(await nnfig(['render', '-o', 'out'], { cwd, stdin: perceptron })).toMatchObject({
      code: 2,
      stderr:
        'nnfig: standard input has no name that a file in a folder could have; name a file with -o.\n',
    });
  });
});
