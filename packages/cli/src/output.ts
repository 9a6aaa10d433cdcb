import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { misuse, reasonOf } from './failure.js';
import type { Io } from './io.js';

/**
 * Writes a file whole or not at all: into a temporary file beside it, which
 * then takes its name. A link is followed; a device or a pipe is written to.
 *
 * @param file Path as the user gave it.
 * @param content What to write.
 * @param io Current folder.
 * @throws {Failure} If it cannot be written.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  io: Io,
): Promise<void> {
  const given = resolve(io.cwd, file);
  const target = await realpath(given).catch(() => given);
  const existing = await stat(target).catch(() => undefined);
  if (existing?.isDirectory()) throw misuse(`\`${file}\` is a folder; name a file in it.`);
  const folder = dirname(target);
  const folderStats = await stat(folder).catch(() => undefined);
  if (!folderStats?.isDirectory()) {
    throw misuse(`\`${file}\` cannot be written: its folder \`${dirname(file)}\` does not exist.`);
  }
  try {
    if (existing && !existing.isFile()) await writeFile(target, content);
    else await replace(target, content, existing?.mode);
  } catch (error) {
    throw misuse(`\`${file}\` cannot be written: ${reasonOf(error)}.`);
  }
}

async function replace(
  target: string,
  content: string | Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const temporary = join(dirname(target), `.nnfig-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Prints to standard output.
 *
 * @param content What to print; a text with its last newline.
 * @param io Streams.
 */
export function print(content: string | Uint8Array, io: Io): void {
  io.stdout.write(content);
}
