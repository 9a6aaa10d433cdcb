/** The notations that a text may be in. */
import { isCalls } from './calls.js';

/** The notations that need no reader, nnfig's own first. */
export const formats = ['nnfig', 'convnetdraw'] as const;

/** One of the notations that need no reader. */
export type Format = (typeof formats)[number];

/** Style that a text of another notation is drawn in where nothing names one. */
export const styleOf: Readonly<Record<Format, string | undefined>> = {
  nnfig: undefined,
  convnetdraw: 'convnetdraw',
};

/** What tells the texts of a further notation, and reads them. */
interface Recognizer {
  readonly name: string;
  recognizes(text: string): boolean;
}

/**
 * Tells the notation of a text by what is in it.
 *
 * @param text The text.
 * @param readers Readers of further notations.
 * @returns A reader, or the name of a notation that needs none; `nnfig` unless it surely is another.
 */
export function formatOf<Reader extends Recognizer = never>(
  text: string,
  readers: readonly Reader[] = [],
): Reader | Format {
  const reader = readers.find((each) => each.recognizes(text));
  return reader ?? (isCalls(text) ? 'convnetdraw' : 'nnfig');
}

/**
 * Finds a notation by its name.
 *
 * @param name The name, as in `format=caffe`.
 * @param readers Readers of further notations.
 * @returns A reader, or the name of a notation that needs none; nothing when there is none of that name.
 */
export function findFormat<Reader extends Recognizer = never>(
  name: string,
  readers: readonly Reader[] = [],
): Reader | Format | undefined {
  return (
    formats.find((format) => format === name) ?? readers.find((reader) => reader.name === name)
  );
}
