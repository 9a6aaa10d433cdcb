/** Suggestions for misspelt words. */

/**
 * Counts the edits (insertions, deletions, substitutions, swaps of neighbours)
 * between two words: the optimal string alignment distance.
 *
 * @param a One word.
 * @param b The other.
 * @param limit Distances above it need not be exact.
 * @returns Number of edits.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/**
 * Finds the known word that was most likely meant.
 *
 * @param word What was written.
 * @param known Words that would be right.
 * @returns The nearest of them, if any is near enough.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const written = word.toLowerCase().slice(0, 64);
  // A single letter is near to every other.
  const limit = written.length <= 1 ? 0 : written.length <= 5 ? 1 : written.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(written, candidate.toLowerCase(), limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== undefined || written.length < 3) return best;
  // A word cut short, or one with something added, is no small edit: `conv2`, `batch`, `pool`.
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    if (other.length >= 3 && (other.startsWith(written) || written.startsWith(other))) {
      return candidate;
    }
  }
  for (const candidate of known) {
    if (written.length >= 4 && candidate.toLowerCase().endsWith(written)) return candidate;
  }
  return undefined;
}

/**
 * Writes the hint for a word that nobody knows.
 *
 * @param word What was written.
 * @param known Words that would be right.
 * @param otherwise What to say when none is near; by default the words, if few.
 * @returns One sentence, or nothing.
 */
export function suggestion(
  word: string,
  known: Iterable<string>,
  otherwise?: string,
): string | undefined {
  const words = [...known];
  const near = nearest(word, words);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (otherwise !== undefined) return otherwise;
  return words.length > 0 && words.length <= 20 ? `Use ${listOf(words)}.` : undefined;
}

/**
 * @param words Words.
 * @param last Word before the last of them.
 * @returns `` `a`, `b` or `c` ``.
 */
export function listOf(words: readonly string[], last = 'or'): string {
  const quoted = words.map((word) => `\`${word}\``);
  const end = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} ${last} ${end}` : end;
}
