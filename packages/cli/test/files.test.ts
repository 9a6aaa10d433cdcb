import { describe, expect, test } from 'vitest';
import { folderOf, nnfig } from './support.js';

const block = 'layers: 2 -> 1\noptions: {weights: w.json}\n';
const weights = '{"weights": [[[0.5, -1]]]}';

describe('files that a description names', () => {
  test('are read beside it', async () => {
    const cwd = folderOf({ 'nets/net.nn': block, 'nets/w.json': weights });
    const { code, stdout, stderr } = await nnfig(['render', 'nets/net.nn'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('weight-negative');
  });

  test('may stand with it in another folder', async () => {
    const cwd = folderOf({ 'away/net.nn': block, 'away/w.json': weights, 'here/a.txt': '' });
    const { code } = await nnfig(['render', '../away/net.nn'], { cwd: `${cwd}/here` });
    expect(code).toBe(0);
  });

  test('are read from pages too', async () => {
    const page = `\`\`\`nn\n${block}\`\`\`\n`;
    const cwd = folderOf({ 'docs/page.md': page, 'docs/w.json': weights });
    expect(await nnfig(['check', 'docs/page.md'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(await nnfig(['render', 'docs/page.md'], { cwd })).toMatchObject({ code: 0 });
  });

  test('are not read from outside, nor when they are missing or wrong', async () => {
    const cwd = folderOf({
      'w.json': weights,
      'in/net.nn': 'layers: 2 -> 1\noptions: {weights: ../w.json}\n',
      'in/bad.nn': block,
      'in/w.json': '[[[0.5], [1, "x"]]]',
      'in/none.nn': 'layers: 2 -> 1\noptions: {weights: v.json}\n',
    });
    const render = async (file: string) =>
      (await nnfig(['render', file], { cwd: `${cwd}/in` })).stderr;
    expect(await render('net.nn')).toMatch(
      /^net\.nn:2:20 {2}.*`\.\.\/w\.json` cannot be read: it is outside of the folder `in`/i,
    );
    expect(await render('none.nn')).toMatch(/`v\.json` cannot be read: there is no such file/);
    expect(await render('bad.nn')).toMatch(/bad\.nn:2:20 {2}/);
    expect(await render('bad.nn')).toMatch(/a matrix for each gap/);
  });
});
