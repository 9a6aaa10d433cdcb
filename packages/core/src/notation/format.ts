/** The notations that a text may be in. */
import { isCalls } from './calls.js';

/** The notations by name, nnfig's own first. */
export const formats = ['nnfig', 'convnetdraw'] as const;

/** One of the notations. */
export type Format = (typeof formats)[number];

/** Style that a text of another notation is drawn in where nothing names one. */
export const styleOf: Readonly<Record<Format, string | undefined>> = {
  nnfig: undefined,
  convnetdraw: 'convnetdraw',
};

/**
 * Tells the notation of a text by what is in it.
 *
 * @param text The text.
 * @returns `nnfig` unless it surely is another.
 */
export function formatOf(text: string): Format {
  return isCalls(text) ? 'convnetdraw' : 'nnfig';
}
