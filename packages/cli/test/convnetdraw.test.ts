import { describe, expect, test } from 'vitest';
import { folderOf, nnfig } from './support.js';

const net = 'input(28, 28, 1)\nconv(24, 24, 8) // five by five\nfullyconn(1, 1, 10)\n';

describe('a text of ConvNetDraw', () => {
  test('is drawn as it is, told by its lines or named', async () => {
    const cwd = folderOf({ 'net.txt': net });
    const told = await nnfig(['render', 'net.txt'], { cwd });
    const named = await nnfig(['render', '--from', 'convnetdraw', 'net.txt'], { cwd });
    expect({ code: told.code, stderr: told.stderr }).toEqual({ code: 0, stderr: '' });
    expect(told.stdout).toContain('>24x24x8<');
    expect(named.stdout).toBe(told.stdout);
  });

  test('has its problems at their places', async () => {
    const cwd = folderOf({ 'net.txt': 'conv 24, 24, 8\n' });
    const { code, stderr } = await nnfig(['render', '--from', 'convnetdraw', 'net.txt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^net\.txt:1:1 {2}`conv 24, 24, 8` is no call of a layer/);
  });

  test('is not run', async () => {
    const cwd = folderOf({ 'net.txt': 'conv(process.exit(7), 24, 8)\n' });
    const { code, stderr } = await nnfig(['render', 'net.txt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('net.txt:1:6');
    expect(stderr).toContain('`process.exit(7)` is no number');
  });

  test('can be read as nothing else than what it is said to be', async () => {
    const { code, stderr } = await nnfig(['render', '--from', 'nnfig'], { stdin: net });
    expect(code).toBe(1);
    expect(stderr).toContain('there is no operation or block');
    const unknown = await nnfig(['render', '--from', 'keras'], { stdin: net });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('nnfig, convnetdraw');
  });

  test('is counted as far as it says', async () => {
    const { stdout } = await nnfig(['analyze', '--from', 'convnetdraw'], { stdin: net });
    expect(stdout).toContain('46,090');
    expect(stdout).toMatch(
      /Parameters and MACs of one layer are not known, so that they are not in these sums\.\n$/,
    );
    const json = await nnfig(['analyze', '--json'], { stdin: net });
    expect(JSON.parse(json.stdout)).toMatchObject({ totals: { params: 46_090, uncounted: 1 } });
  });
});
