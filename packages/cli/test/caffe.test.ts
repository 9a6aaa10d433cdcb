import { describe, expect, test } from 'vitest';
import { folderOf, nnfig } from './support.js';

/** (1·5·5 + 1)·4 + (4·8·8 + 1)·10 = 2,674 parameters; 5·5·4·8·8 + 256·10 = 8,960 MACs. */
const small = `name: "small"
input: "data"
input_shape { dim: 10 dim: 1 dim: 12 dim: 12 }
layer {
  name: "conv1" type: "Convolution" bottom: "data" top: "conv1"
  convolution_param { num_output: 4 kernel_size: 5 }
}
layer { name: "relu1" type: "ReLU" bottom: "conv1" top: "conv1" }
layer { name: "ip1" type: "InnerProduct" bottom: "conv1" top: "ip1" inner_product_param { num_output: 10 } }
layer { name: "prob" type: "Softmax" bottom: "ip1" top: "prob" }
`;

/** For both phases, of images that the file does not say the size of. */
const both = `name: "both"
layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TRAIN } }
layer { name: "data" type: "Data" top: "data" include { phase: TEST } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" include { phase: TRAIN } }
layer { name: "prob" type: "Softmax" bottom: "ip" top: "prob" include { phase: TEST } }
`;

const wrong = `${small}layer { name: "c" type: "Sigmoid" bottom: "dta" top: "c" }
layer { name: "r" type: "ReLU" bottom: "prop" top: "r" }
`;

/** A page whose block names a file. */
const page = (path: string, more = '') =>
  `# Net\n\n- In a list:\n\n  \`\`\`nn\n  from: ${path}\n${more}  \`\`\`\n`;

describe('a prototxt', () => {
  test('is drawn in boxes, told by its name, by its text, or by a flag', async () => {
    const cwd = folderOf({ 'net.prototxt': small });
    const file = await nnfig(['render', 'net.prototxt'], { cwd });
    expect({ code: file.code, stderr: file.stderr }).toEqual({ code: 0, stderr: '' });
    expect(file.stdout).toMatch(/^<svg [^>]*aria-label="small"/);
    expect(file.stdout).toContain('2.67 K parameters');
    expect(file.stdout).toContain('>relu1</text>');
    expect((await nnfig(['render'], { stdin: small })).stdout).toBe(file.stdout);
    expect((await nnfig(['render', '--from', 'caffe'], { stdin: small })).stdout).toBe(file.stdout);
    const flagged = await nnfig(['render', '--style', 'netscope', 'net.prototxt'], { cwd });
    expect(flagged.stdout).toBe(file.stdout);
  });

  test('is drawn in any other style', async () => {
    const { code, stdout } = await nnfig(['render', '--style', 'graph'], { stdin: small });
    expect(code).toBe(0);
    expect(stdout).not.toBe((await nnfig(['render'], { stdin: small })).stdout);
  });

  test('is counted, of one example whatever it says', async () => {
    const cwd = folderOf({ 'net.prototxt': small });
    const { stdout } = await nnfig(['analyze', 'net.prototxt'], { cwd });
    expect(stdout).toMatch(/^small: 1×12×12 → 10$/m);
    expect(stdout).toMatch(/^conv1 +conv +4×8×8 +104 +6,400 +5 +1$/m);
    expect(stdout).toMatch(/^Total +2,674 +8,960$/m);
    const three = await nnfig(['analyze', '--batch', '3', 'net.prototxt'], { cwd });
    expect(three.stdout).toMatch(/^small: 1×12×12 → 10, a batch of 3$/m);
    expect(three.stdout).toMatch(/^Total +2,674 +26,880$/m);
  });

  test('takes other sizes by the name of its blob, or without one', async () => {
    for (const sizes of ['1x14x14', 'data=1x14x14']) {
      const { stdout } = await nnfig(['analyze', '--input', sizes], { stdin: small });
      expect(stdout).toMatch(/^small: 1×14×14 → 10$/m);
    }
    expect(await nnfig(['analyze', '--input', 'dat=1x14x14'], { stdin: small })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: the network has no input `dat`. Did you mean `data`?\n',
    });
    expect(await nnfig(['analyze', '--input', '1x14y14'], { stdin: small })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'nnfig: `input` must be sizes such as `3x227x227`, not `1x14y14`. Write `3x227x227`, or `data=3x227x227,im_info=3` for several.\n',
    });
  });

  test('asks for the size of a data layer that has none', async () => {
    const cwd = folderOf({ 'both.prototxt': both });
    const { code, stderr } = await nnfig(['analyze', 'both.prototxt'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'both.prototxt:2:1  `data` does not say how large its blob `data` is. Say it around the network, without the batch: `input: 3x227x227`.\n',
    });
    const sized = await nnfig(['analyze', '--input', '3x8x8', 'both.prototxt'], { cwd });
    expect(sized.stdout).toMatch(/^both: 3×8×8 → scalar$/m);
    expect(sized.stdout).toMatch(/^Total +1,930 +1,920$/m);
  });

  test('is counted for the phase that is asked for', async () => {
    const args = ['analyze', '--input', '3x8x8', '--phase'];
    const layersOf = async (phase: string) => {
      const { stdout } = await nnfig([...args, phase, '--json'], { stdin: both });
      return (JSON.parse(stdout) as { layers: { id: string }[] }).layers.map(({ id }) => id);
    };
    expect(await layersOf('train')).toEqual(['ip', 'loss']);
    expect(await layersOf('test')).toEqual(['ip', 'prob']);
    expect(await nnfig([...args, 'deploy'], { stdin: both })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Allowed choices are train, test.'),
    });
  });

  test('has every problem at its line and column', async () => {
    const cwd = folderOf({ 'nets/wrong.prototxt': wrong });
    for (const command of ['render', 'analyze']) {
      const { code, stdout, stderr } = await nnfig([command, 'nets/wrong.prototxt'], { cwd });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toEqual([
        'nets/wrong.prototxt:11:43  no layer gives the blob `dta`. Did you mean `data`?',
        'nets/wrong.prototxt:12:40  no layer gives the blob `prop`. Did you mean `prob`?',
      ]);
    }
  });

  test('is known by its name when it is broken where it begins', async () => {
    const cwd = folderOf({ 'broken.PROTOTXT': 'leyer { name: "a"\n', 'empty.prototxt': '' });
    const broken = await nnfig(['render', 'broken.PROTOTXT'], { cwd });
    expect(broken).toMatchObject({
      code: 1,
      stderr: 'broken.PROTOTXT:1:1  `leyer {` is never closed. Write `}` where it ends.\n',
    });
    const empty = await nnfig(['render', 'empty.prototxt'], { cwd });
    expect(empty.stderr).toBe(
      'empty.prototxt:1:1  the text has no layers. Write `layer { name: "conv1" type: "Convolution" … }`.\n',
    );
    const other = await nnfig(['render', '--from', 'nnfig', 'empty.prototxt'], { cwd });
    expect(other.stderr).toMatch(/^empty\.prototxt:1:1 {2}the block is empty/);
  });

  test('may have settings before a line of its own', async () => {
    const cwd = folderOf({
      'net.nn': `input: 1x14x14\nbatch: 2\n---\n${small}`,
      'wrong.nn': `titel: x\n---\n${wrong}`,
    });
    const { stdout } = await nnfig(['analyze', 'net.nn'], { cwd });
    expect(stdout).toMatch(/^small: 1×14×14 → 10, a batch of 2$/m);
    const { stderr } = await nnfig(['analyze', 'wrong.nn'], { cwd });
    expect(stderr).toMatch(/^wrong\.nn:1:1 {2}.*`titel`.*Did you mean `title`\?$/m);
  });

  test('is no page to check', async () => {
    const cwd = folderOf({ 'net.prototxt': small });
    expect(await nnfig(['check', 'net.prototxt'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'nnfig: `net.prototxt` is not a Markdown page; check reads .md and .mdx files.\n',
    });
  });

  test('is one of the notations that a wrong flag is told of', async () => {
    expect(await nnfig(['render', '--from', 'cafe'], { stdin: small })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "nnfig: option '--from <notation>' argument 'cafe' is invalid. Allowed choices are nnfig, convnetdraw, caffe.\n",
    });
  });
});

describe('a page that names a prototxt', () => {
  test('is drawn, counted and checked', async () => {
    const cwd = folderOf({ 'docs/net.prototxt': small, 'docs/page.md': page('./net.prototxt') });
    const drawn = await nnfig(['render', 'docs/page.md'], { cwd });
    expect({ code: drawn.code, stderr: drawn.stderr }).toEqual({ code: 0, stderr: '' });
    expect(drawn.stdout).toBe((await nnfig(['render'], { stdin: small })).stdout);
    const counted = await nnfig(['analyze', 'docs/page.md', '--batch', '2'], { cwd });
    expect(counted.stdout).toMatch(/^Total +2,674 +17,920$/m);
    expect(await nnfig(['check', 'docs'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 block in 1 page: 0 errors, 0 warnings\n',
    });
  });

  test('has problems of the file where it names it', async () => {
    const cwd = folderOf({ 'net.prototxt': wrong, 'page.md': page('./net.prototxt') });
    const lines = [
      'page.md:6:9  in `./net.prototxt:11:43`, no layer gives the blob `dta`. Did you mean `data`?',
      'page.md:6:9  in `./net.prototxt:12:40`, no layer gives the blob `prop`. Did you mean `prob`?',
    ];
    const drawn = await nnfig(['render', 'page.md'], { cwd });
    expect(drawn).toMatchObject({ code: 1, stderr: `${lines.join('\n')}\n` });
    expect(await nnfig(['check', 'page.md'], { cwd })).toEqual({
      code: 1,
      stdout: `${lines.join('\n')}\n`,
      stderr: '1 block in 1 page: 2 errors, 0 warnings\n',
    });
  });

  test('says the size of an input, unless a flag does', async () => {
    const cwd = folderOf({
      'both.prototxt': both,
      'page.md': page('./both.prototxt', '  input: 3x8x8\n  phase: test\n'),
    });
    const said = await nnfig(['analyze', 'page.md'], { cwd });
    expect(said.stdout).toMatch(/^both: 3×8×8 → 10$/m);
    const flags = ['--input', '3x4x4', '--phase', 'train'];
    const flagged = await nnfig(['analyze', 'page.md', ...flags], { cwd });
    expect(flagged.stdout).toMatch(/^both: 3×4×4 → scalar$/m);
  });

  test('reads none from outside of the folder, and none that is missing', async () => {
    const cwd = folderOf({
      'net.prototxt': small,
      'in/outside.md': page('../net.prototxt'),
      'in/missing.md': page('./net.prototxt'),
    });
    const check = (name: string) => nnfig(['check', name], { cwd: `${cwd}/in` });
    expect(await check('outside.md')).toMatchObject({
      code: 1,
      stdout:
        'outside.md:6:9  `../net.prototxt` cannot be read: it is outside of the folder `in`\n',
    });
    expect(await check('missing.md')).toMatchObject({
      code: 1,
      stdout: 'missing.md:6:9  `./net.prototxt` cannot be read: there is no such file\n',
    });
  });
});
