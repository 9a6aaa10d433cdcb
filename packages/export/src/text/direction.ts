/** In which order characters stand on a line: the Unicode Bidirectional Algorithm, UAX #9. */
import bidiModule, { type Bidi } from 'bidi-js';

// The types describe an ES module; what Node loads is the factory itself.
const { getEmbeddingLevels, getMirroredCharacter } = (bidiModule as unknown as () => Bidi)();

/** Characters of one direction. */
export interface DirectedRun {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202b\u202e\u2067]/u;

/**
 * Cuts a line that begins at the left into runs of one direction.
 *
 * @param text The line.
 * @returns Its runs as they stand from left to right; the text of each as it is read.
 */
export function directedRuns(text: string): DirectedRun[] {
  if (!rightToLeft.test(text)) return [{ text, direction: 'ltr' }];
  const { levels } = getEmbeddingLevels(text, 'ltr');
  const runs: { text: string; level: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const level = levels[index] ?? 0;
    const character = text.charAt(index);
    const shown = level % 2 === 1 ? (getMirroredCharacter(character) ?? character) : character;
    const last = runs.at(-1);
    if (last?.level === level) last.text += shown;
    else runs.push({ text: shown, level });
  }
  return reorder(runs).map(({ text, level }) => ({
    text,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }));
}

/** From the highest level down to 1, what stands together at it or above is turned round (rule L2). */
function reorder<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return ordered;
}
