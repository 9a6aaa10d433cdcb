import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice, lacks } from '../../scripts/machine.mjs';

const lack = lacks().find(({ name }) => name === 'libreoffice');
if (lack) console.warn(`Left out: ${lack.sentence}.`);

/** Whether there is a LibreOffice; a test that needs one is left out where there is none. */
export const hasLibreOffice = lack === undefined;

/**
 * Opens presentations in LibreOffice and prints them, all at once: it is slow to start.
 *
 * @param presentations Files, by names without an ending.
 * @returns PDFs, by the same names.
 * @throws {Error} If one cannot be opened.
 */
export function printSlides(
  presentations: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-slides-'));
  try {
    const names = [...presentations.keys()];
    // The names may have anything in them, so files are numbered.
    const files = names.map((name, index) => {
      const file = join(folder, `${index}.pptx`);
      writeFileSync(file, presentations.get(name) as Uint8Array);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const flags = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    execFileSync(findLibreOffice() ?? 'soffice', [...flags, ...files], { stdio: 'pipe' });
    return new Map(
      names.map((name, index) => [name, readFileSync(join(folder, `${index}.pdf`))] as const),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
