/** Draws fences, each description once. */
import type { Code } from 'mdast';
import type { FenceResult, FigureSettings } from 'nnfig';
import { renderFence } from 'nnfig';

/** A site is compiled for the client and the server, and in several formats; this many figures are kept. */
const limit = 128;
const results = new Map<string, FenceResult>();

/**
 * Draws the figure of a code block.
 *
 * @param node
 *   Code block.
 * @param frontMatter
 *   Settings of the page, not yet checked.
 * @param settings
 *   Settings of the plugin.
 * @returns
 *   The figure and its problems; do not change it, it may be given out again.
 */
export function drawFence(node: Code, frontMatter: unknown, settings: FigureSettings): FenceResult {
  // Line endings are the file's business: the same figure either way.
  const value = node.value.replace(/\r\n?/g, '\n');
  const meta = node.meta ?? null;
  const draw = () => renderFence({ value, meta, frontMatter, settings });

  const key = keyOf([value, meta, frontMatter, settings]);
  if (key === undefined) return draw();
  const result = results.get(key) ?? draw();
  // Deleting first makes it the youngest.
  results.delete(key);
  results.set(key, result);
  const oldest = results.keys().next();
  if (results.size > limit && !oldest.done) results.delete(oldest.value);
  return result;
}

/** Front matter can hold what JSON cannot, such as an alias of itself. */
function keyOf(parts: readonly unknown[]): string | undefined {
  try {
    return JSON.stringify(parts);
  } catch {
    return undefined;
  }
}
