import { operations, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { nnfig } from './support.js';

describe('nnfig styles', () => {
  test('lists each style with its summary', async () => {
    const { code, stdout } = await nnfig(['styles']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(styles.length);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(styles.map(({ name }) => name));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['fcnn', 'lenet']),
    );
  });

  test('describes the options and labels of one', async () => {
    const { stdout } = await nnfig(['styles', 'lenet']);
    const lenet = styles.find(({ name }) => name === 'lenet');
    for (const option of Object.keys(lenet?.options.shape ?? {})) {
      expect(stdout).toMatch(new RegExp(`^  ${option} +\\S`, 'm'));
    }
    for (const slot of Object.keys(lenet?.labels ?? {})) expect(stdout).toContain(`  ${slot}`);
  });

  test('knows no other', async () => {
    expect(await nnfig(['styles', 'baroque'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'nnfig: `baroque` is not a style; `nnfig styles` lists them.\n',
    });
  });
});

describe('nnfig ops', () => {
  test('lists each operation on a line', async () => {
    const { stdout } = await nnfig(['ops']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(operations.length);
    expect(stdout).toMatch(/^conv\b.* convolution /m);
  });

  test('describes every attribute of every operation', async () => {
    for (const { name, title, attributes } of operations) {
      const { code, stdout } = await nnfig(['ops', name]);
      expect(code).toBe(0);
      expect(stdout).toContain(`${name}: ${title}`);
      for (const [attribute, schema] of Object.entries(attributes.shape)) {
        const line = stdout.split('\n').find((text) => text.startsWith(`  ${attribute} `));
        expect(line, `${name} ${attribute}`).toBeDefined();
        expect(line).toContain((schema as { description?: string }).description ?? '?');
      }
    }
  });

  test('finds an operation by another of its names', async () => {
    const [aliased] = operations.filter(({ aliases }) => (aliases?.length ?? 0) > 0);
    const alias = aliased?.aliases?.[0] ?? '';
    expect((await nnfig(['ops', alias])).stdout).toBe(
      (await nnfig(['ops', aliased?.name ?? ''])).stdout,
    );
  });

  test('knows no other', async () => {
    const { code, stderr } = await nnfig(['ops', 'conw']);
    expect(code).toBe(2);
    expect(stderr).toBe('nnfig: `conw` is not an operation; `nnfig ops` lists them.\n');
  });
});

test('nnfig schema prints a JSON Schema', async () => {
  const { code, stdout } = await nnfig(['schema']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
});
