import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { misuse, reasonOf } from './failure.js';
import type { Io } from './io.js';

/** A text and where it came from. */
export interface Source {
  /** Name to show: the path as it was given, or `stdin`. */
  readonly name: string;
  /** Absolute path, unless it is standard input. */
  readonly path?: string;
  readonly text: string;
  /** Whether it is a Markdown page rather than the description itself. */
  readonly markdown: boolean;
}

/** Descriptions and pages are written by hand; more than this is some other file. */
const mostBytes = 8 * 1024 * 1024;

const markdownExtensions = new Set(['.md', '.mdx', '.markdown']);

/**
 * Tells Markdown pages by their names.
 *
 * @param path Path of a file.
 * @returns Whether its extension is `.md`, `.mdx` or `.markdown`.
 */
export function isMarkdown(path: string): boolean {
  return markdownExtensions.has(extname(path).toLowerCase());
}

/**
 * Reads a file, or standard input for `-` or nothing.
 *
 * @param file Path, `-`, or nothing.
 * @param io Streams and current folder.
 * @returns The text and its name.
 * @throws {Failure} If it cannot be read, is too large, or is not UTF-8 text.
 */
export async function readSource(file: string | undefined, io: Io): Promise<Source> {
  if (file !== undefined && file !== '-') return readFileSource(file, io);
  if (file === undefined && io.stdin.isTTY) {
    throw misuse('no file is given; name one, or pipe a description in.');
  }
  const text = await readText(io.stdin, 'standard input');
  return { name: 'stdin', text, markdown: false };
}

async function readFileSource(file: string, io: Io): Promise<Source> {
  const path = resolve(io.cwd, file);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => {
      throw misuse(`\`${file}\` cannot be read: ${reasonOf(error)}.`);
    },
  );
  if (isFolder) throw misuse(`\`${file}\` is a folder; name a file in it.`);
  const text = await readText(createReadStream(path), `\`${file}\``);
  return { name: file, path, text, markdown: isMarkdown(file) };
}

async function readText(stream: Readable, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > mostBytes) break;
      chunks.push(part);
    }
  } catch (error) {
    throw misuse(`${name} cannot be read: ${reasonOf(error)}.`);
  }
  if (bytes > mostBytes) {
    throw misuse(
      `${name} is larger than ${mostBytes / 1024 / 1024} MB; a description is short text.`,
    );
  }
  return decode(Buffer.concat(chunks), name);
}

function decode(bytes: Uint8Array, name: string): string {
  if (!bytes.includes(0)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Not UTF-8: the same sentence as for a file with zero bytes.
    }
  }
  throw misuse(`${name} is not UTF-8 text.`);
}
