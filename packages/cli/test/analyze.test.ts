import { describe, expect, test } from 'vitest';
import { folderOf, lenet, nnfig, perceptron } from './support.js';

async function json(stdin: string): Promise<unknown> {
  const { code, stdout, stderr } = await nnfig(['analyze', '--json'], { stdin });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('nnfig analyze --json', () => {
  test('has the documented keys, in their order, and LeNet-5 in exact numbers', async () => {
    const report = (await json(`name: LeNet-5\n${lenet}`)) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      'name',
      'counting',
      'inputs',
      'outputs',
      'layers',
      'totals',
    ]);
    expect(report).toMatchObject({
      name: 'LeNet-5',
      counting: 'nnfig',
      inputs: [{ id: 'input', shape: [1, 1, 32, 32] }],
      outputs: [{ shape: [1, 10] }],
      totals: { params: 61_706, buffers: 0, macs: 416_520, flops: 833_040 },
    });
    const layers = report.layers as Record<string, unknown>[];
    expect(Object.keys(layers[0] ?? {})).toEqual([
      'id',
      'op',
      'inputs',
      'shape',
      'params',
      'buffers',
      'macs',
      'work',
      'activations',
      'receptiveField',
      'stride',
    ]);
    expect(layers[0]).toMatchObject({
      op: 'conv',
      inputs: ['input'],
      shape: [1, 6, 28, 28],
      params: 156,
      macs: 117_600,
      work: {
        comparisons: 0,
        additions: 4_704,
        multiplications: 0,
        divisions: 0,
        exponentials: 0,
      },
      activations: 4_704,
      receptiveField: 5,
      stride: 1,
    });
    expect(layers.map(({ op }) => op)).not.toContain('input');
    expect(layers).toHaveLength((report.totals as { layers: number }).layers);
  });

  test('gives null where a layer has no local field', async () => {
    const { layers } = (await json(perceptron)) as { layers: Record<string, unknown>[] };
    expect(layers[0]).toMatchObject({ op: 'dense', receptiveField: null, stride: null });
  });

  test('gives one number an axis where axes differ', async () => {
    const { layers } = (await json('input: 1x32x32\nlayers: [conv 4 3x5 /2x1]\n')) as {
      layers: Record<string, unknown>[];
    };
    expect(layers[0]).toMatchObject({ receptiveField: [3, 5], stride: [2, 1] });
  });

  test('lists the copies of a repeated layer one by one', async () => {
    const { layers, totals } = (await json('input: 8x8x8\nlayers: [conv 8 3x3 same x3]\n')) as {
      layers: { id: string; params: number }[];
      totals: { params: number };
    };
    expect(layers.map(({ params }) => params)).toEqual([584, 584, 584]);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(3);
    expect(totals.params).toBe(1752);
  });

  test('names the second output of a split by its port', async () => {
    const { layers } = (await json(
      'input: 8x4x4\nlayers:\n  - split 2 as a b\n  - concat a b\n',
    )) as { layers: { id: string; op: string; inputs: string[] }[] };
    const split = layers.find(({ op }) => op === 'split')?.id;
    expect(layers.find(({ op }) => op === 'concat')?.inputs).toEqual([split, `${split}:1`]);
  });
});

describe('nnfig analyze', () => {
  test('prints a table for people', async () => {
    const cwd = folderOf({ 'lenet.yaml': `name: LeNet-5\n${lenet}` });
    const { code, stdout } = await nnfig(['analyze', 'lenet.yaml'], { cwd });
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('LeNet-5: 1×32×32 → 10');
    expect(lines[2]).toMatch(
      /^Layer +Operation +Output +Parameters +MACs +Receptive field +Stride$/,
    );
    expect(lines[4]).toMatch(/^\S+ +conv +6×28×28 +156 +117,600 +5 +1$/);
    expect(stdout).toMatch(/^Total +61,706 +416,520$/m);
    expect(lines.at(-1)).toContain('61,706 parameters, 0 buffers, 416,520 MACs, 833,040 FLOPs');
  });

  test('prints comma-separated values with whole shapes', async () => {
    const { stdout } = await nnfig(['analyze', '--csv'], { stdin: lenet });
    const [header, first] = stdout.split('\n');
    expect(header).toBe(
      'id,op,inputs,shape,params,buffers,macs,comparisons,additions,multiplications,divisions,' +
        'exponentials,activations,receptiveField,stride',
    );
    expect(first).toMatch(/^\w+,conv,input,1x6x28x28,156,0,117600,0,4704,0,0,0,4704,5,1$/);
  });

  test('prints a Markdown table', async () => {
    const { stdout } = await nnfig(['analyze', '--md'], { stdin: lenet });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\| Layer +\| Operation +\|/);
    expect(lines[1]).toMatch(/^(\| :?-+:? )+\|$/);
    expect(lines[0]).toMatch(
      /MACs \| Additions \| Multiplications \| Divisions \| Exponentials \| Activations \| Receptive field \| Stride \|$/,
    );
    expect(lines[2]).toMatch(/\| conv +\| 6×28×28 +\| +156 \| +117,600 \|/);
    expect(lines.at(-1)).toMatch(/^\| Total /);
  });

  test('shows work in place of receptive fields when asked', async () => {
    const { stdout } = await nnfig(['analyze', '--work'], { stdin: lenet });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[2]).toMatch(
      /^Layer +Operation +Output +Parameters +MACs +Additions +Multiplications +Divisions +Exponentials +Activations$/,
    );
    expect(lines[4]).toMatch(/^\S+ +conv +6×28×28 +156 +117,600 +4,704 +0 +0 +0 +4,704$/);
    expect(lines.at(-1)).toBe(
      '0 comparisons, 24,271 additions, 6,508 multiplications, 8,094 divisions, 6,518 exponentials',
    );
  });

  test('counts as Netscope when asked, inputs included', async () => {
    const args = ['analyze', '--counting', 'netscope'];
    const { stdout } = await nnfig(args, { stdin: 'input: 8x6x6\nlayers: [conv 4 3x3 relu]\n' });
    expect(stdout.split('\n')).toEqual([
      '8×6×6 → 4×4×4',
      '',
      expect.stringMatching(
        /^Layer +Operation +Output +Parameters +MACs +Comparisons +Activations$/,
      ),
      expect.stringMatching(/^─+$/),
      expect.stringMatching(/^input +input +8×6×6 +0 +0 +0 +288$/),
      expect.stringMatching(/^conv1 +conv +4×4×4 +292 +4,608 +0 +64$/),
      expect.stringMatching(/^relu1 +relu +4×4×4 +0 +0 +64 +64$/),
      expect.stringMatching(/^─+$/),
      expect.stringMatching(/^Total +292 +4,608 +64 +416$/),
      '',
      '2 layers, 292 parameters, 0 buffers, 4,608 MACs, 9,216 FLOPs, 416 activations',
      '64 comparisons, 0 additions, 0 multiplications, 0 divisions, 0 exponentials',
      'Counted as the Netscope CNN Analyzer does.',
      '',
    ]);
  });

  test('has a row for each block when asked', async () => {
    const stdin = [
      'input: 8x6x6',
      'blocks: {double(c): [conv $c 3x3 same relu, conv $c 3x3 same relu]}',
      'layers: [conv 8 1x1 relu, double 8 x3]',
      '',
    ].join('\n');
    const { stdout } = await nnfig(['analyze', '--summary'], { stdin });
    expect(stdout).toMatch(/^conv1 +Convolution, ReLU +8×6×6 +72 +2,304 +1 +1$/m);
    expect(stdout).toMatch(/^double ×3 +12 layers +8×6×6 +3,504 +124,416 +13 +1$/m);
    const csv = await nnfig(['analyze', '--summary', '--csv'], { stdin });
    expect(csv.stdout.split('\n').slice(0, 3)).toEqual([
      'id,name,op,layers,inputs,shape,params,buffers,macs,comparisons,additions,multiplications,' +
        'divisions,exponentials,activations,receptiveField,stride',
      'conv1,conv1,"Convolution, ReLU",2,input,1x8x6x6,72,0,2304,288,288,0,0,0,576,1,1',
      'double1.conv1,double ×3,12 layers,12,relu1,1x8x6x6,3504,0,124416,1728,1728,0,0,0,3456,13,1',
    ]);
    const { layers } = JSON.parse(
      (await nnfig(['analyze', '--summary', '--json'], { stdin })).stdout,
    );
    expect(layers[1]).toMatchObject({ id: 'double1.conv1', name: 'double ×3', layers: 12 });
  });

  test('counts a batch', async () => {
    const { stdout } = await nnfig(['analyze', '--batch', '10'], { stdin: lenet });
    expect(stdout).toMatch(/^1×32×32 → 10, a batch of 10$/m);
    expect(stdout).toMatch(/^Total +61,706 +4,165,200$/m);
    const { code, stderr } = await nnfig(['analyze', '--batch', '0'], { stdin: lenet });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "nnfig: option '--batch <n>' argument '0' is invalid. It is a whole number from 1 to 999999.\n",
    });
  });

  test('takes other sizes of the input', async () => {
    const { stdout } = await nnfig(['analyze', '--input', '1x36x36'], {
      stdin: 'input: 1x32x32\nlayers: [conv 6 5x5]\n',
    });
    expect(stdout).toMatch(/^1×36×36 → 6×32×32$/m);
  });

  test('prints buffers in Markdown where there are any', async () => {
    const stdin = 'input: 4x8x8\nlayers: [conv 4 1x1 bn]\n';
    const { stdout } = await nnfig(['analyze', '--md'], { stdin });
    expect(stdout).toMatch(/\| Parameters \| Buffers \|/);
    expect(stdout).toMatch(/\| batchnorm \| 4×8×8 +\| +8 \| +9 \|/);
  });

  test('takes one format', async () => {
    expect(await nnfig(['analyze', '--json', '--csv'], { stdin: lenet })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: --json and --csv exclude each other.\n',
    });
  });

  test('prints problems and no figures of a broken description', async () => {
    const { code, stdout, stderr } = await nnfig(['analyze', '--json'], {
      stdin: 'input: 1x32x32\nlayers:\n  - conv 6 5x5 => 6x30x30\n',
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^stdin:3:\d+ {2}.*`6x28x28`/);
  });
});
