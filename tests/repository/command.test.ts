import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';
import { manifest } from '../support/repository.js';

const bin = join(root, 'packages/cli/bin/nnfig.js');

test('`npx nnfig` at the root runs the command line as it was built', () => {
  const shell = process.platform === 'win32';
  const { status, stdout } = spawnSync('npx', ['nnfig', '--version'], {
    cwd: root,
    encoding: 'utf8',
    shell,
  });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: `${manifest('packages/cli').version}\n`,
  });
});

test('a pipe that is closed early is no error', () => {
  // `head` reads one line of more than a pipe holds, and leaves.
  const script = `"${process.execPath}" "${bin}" schema | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '{\n0\n', stderr: '' });
});

test('a description from a pipe becomes an SVG, and a broken one a line and exit code 1', () => {
  const run = (input: string) =>
    spawnSync(process.execPath, [bin, 'render'], { input, encoding: 'utf8' });
  expect(run('784 -> 128 relu -> 10 softmax')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^<svg [\s\S]*<\/svg>\n$/),
    stderr: '',
  });
  expect(run('784 -> 128 rleu')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^stdin:1:12 {2}.*`rleu`.*\n$/),
  });
});
