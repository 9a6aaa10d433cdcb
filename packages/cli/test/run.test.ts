import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, nnfig, perceptron } from './support.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

describe('nnfig', () => {
  test('prints its version and its help', async () => {
    expect(await nnfig(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await nnfig(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['render', 'analyze', 'check', 'styles', 'ops', 'schema']) {
      expect(help.stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      expect(await nnfig([command, '--help'])).toMatchObject({ code: 0, stderr: '' });
    }
  });

  test('shows its help on standard error when it is told nothing', async () => {
    const { code, stdout, stderr } = await nnfig([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: nnfig');
  });

  test.each([
    [['rendr'], "nnfig: unknown command 'rendr' (Did you mean render?)\n"],
    [['render', '--stlye', 'x'], "nnfig: unknown option '--stlye' (Did you mean --style?)\n"],
    [
      ['render', '--theme', 'blue'],
      "nnfig: option '--theme <theme>' argument 'blue' is invalid. Allowed choices are auto, light, dark.\n",
    ],
    [
      ['render', '--width', '-3'],
      "nnfig: option '--width <px>' argument '-3' is invalid. It is a number of pixels, such as 640.\n",
    ],
    [
      ['render', '--set', 'spacing'],
      "nnfig: option '--set <key=value>' argument 'spacing' is invalid. It is written key=value.\n",
    ],
    [
      ['render', '--block', '0'],
      "nnfig: option '--block <n>' argument '0' is invalid. Blocks are counted from 1.\n",
    ],
    [['render', '-o'], "nnfig: option '-o, --output <file>' argument missing.\n"],
    [
      ['render', 'a.nn', 'b.nn'],
      'nnfig: several descriptions need a folder to be written to: -o with one that exists.\n',
    ],
    [['check'], "nnfig: missing required argument 'pages'.\n"],
  ])('answers %j with a sentence', async (args, sentence) => {
    expect(await nnfig(args)).toEqual({ code: 2, stdout: '', stderr: sentence });
  });

  test('answers a style that there is not with those that there are', async () => {
    const { code, stderr } = await nnfig(['render', '--style', 'baroque'], { stdin: perceptron });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^nnfig: option '--style <name>' argument 'baroque' is invalid\. Allowed choices are .*fcnn.*\.\n$/,
    );
  });

  test('answers an option that the style has not with its place on the command line', async () => {
    const { code, stderr } = await nnfig(['render', '--style', 'fcnn', '--set', 'spcing=3'], {
      stdin: perceptron,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^nnfig: .*`spcing`/);
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['missing.nn', 'nnfig: `missing.nn` cannot be read: there is no such file.\n'],
    ['folder', 'nnfig: `folder` is a folder; name a file in it.\n'],
    ['net.nn/below', 'nnfig: `net.nn/below` cannot be read: a part of its path is not a folder.\n'],
    ['binary.nn', 'nnfig: `binary.nn` is not UTF-8 text.\n'],
    ['latin1.nn', 'nnfig: `latin1.nn` is not UTF-8 text.\n'],
    ['huge.nn', 'nnfig: `huge.nn` is larger than 8 MB; a description is short text.\n'],
  ])('%s', async (file, sentence) => {
    const cwd = folderOf({
      'net.nn': perceptron,
      'binary.nn': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'latin1.nn': new Uint8Array([0x6e, 0xe9, 0x74]),
      'huge.nn': new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20),
    });
    mkdirSync(join(cwd, 'folder'));
    for (const command of ['render', 'analyze']) {
      expect(await nnfig([command, file], { cwd })).toEqual({
        code: 2,
        stdout: '',
        stderr: sentence,
      });
    }
  });

  test('standard input that is no text', async () => {
    const { code, stderr } = await nnfig(['render'], { stdin: new Uint8Array([0xff, 0xfe, 0x31]) });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'nnfig: standard input is not UTF-8 text.\n',
    });
  });

  test('a byte order mark is no part of the text', async () => {
    const marked = await nnfig(['render'], { stdin: `\uFEFF${perceptron}` });
    const plain = await nnfig(['render'], { stdin: perceptron });
    expect(marked).toEqual(plain);
    expect(plain.code).toBe(0);
  });
});
