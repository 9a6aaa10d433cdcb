import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPdflatex, lacks } from '../../scripts/machine.mjs';

const lack = lacks().find(({ name }) => name === 'pdflatex');
if (lack) console.warn(`Left out: ${lack.sentence}.`);

/** Whether there is a pdflatex; a test that needs one is left out where there is none. */
export const hasPdflatex = lack === undefined;

/** What pdflatex makes of a document. */
export interface Compiled {
  readonly pdf: Uint8Array;
  readonly log: string;
}

/**
 * Compiles a document, without a shell for it.
 *
 * @param tex The document.
 * @param files Files that it reads, by name.
 * @returns The PDF and the log.
 * @throws {Error} With the errors of the log, if it cannot be compiled.
 */
export function compile(
  tex: string,
  files: Readonly<Record<string, Uint8Array | string>> = {},
): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-tex-'));
  try {
    for (const [name, content] of Object.entries({ ...files, 'figure.tex': tex })) {
      writeFileSync(join(folder, name), content);
    }
    const flags = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape'];
    try {
      execFileSync(findPdflatex() ?? 'pdflatex', [...flags, 'figure.tex'], {
        cwd: folder,
        stdio: 'pipe',
        env: { ...process.env, max_print_line: '1000' },
      });
    } catch (error) {
      const log = String((error as { stdout?: unknown }).stdout);
      throw new Error(log.match(/^!.*(?:\n.*){0,4}/gm)?.join('\n') ?? log);
    }
    return {
      pdf: readFileSync(join(folder, 'figure.pdf')),
      log: readFileSync(join(folder, 'figure.log'), 'latin1'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
