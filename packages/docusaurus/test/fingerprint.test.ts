import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFingerprint } from '../src/fingerprint.js';

const folder = mkdtempSync(join(tmpdir(), 'nnfig-fingerprint-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the fingerprint', () => {
  const file = join(folder, 'a', 'b.json');

  it('has the options, and the version and the code of each package', () => {
    writeFingerprint(file, { theme: 'dark' });
    const text = readFileSync(file, 'utf8');
    const { options, packages } = JSON.parse(text) as {
      options: unknown;
      packages: Record<string, unknown>;
    };
    expect(options).toEqual({ theme: 'dark' });
    expect(Object.keys(packages)).toEqual(['nnfig', 'remark-nnfig', 'docusaurus-plugin-nnfig']);
    expect(packages.nnfig).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      code: expect.stringMatching(/^[\da-f]{16}$/),
    });
  });

  it('is written again only when it changes', () => {
    utimesSync(file, 1, 1);
    writeFingerprint(file, { theme: 'dark' });
    expect(statSync(file).mtimeMs).toBe(1000);
    writeFingerprint(file, { theme: 'light' });
    expect(statSync(file).mtimeMs).toBeGreaterThan(1000);
  });
});
