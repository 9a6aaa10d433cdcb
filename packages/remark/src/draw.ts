/** Draws fences, each description once. */
import type { Code } from 'mdast';
import type { Fence, FenceResult, FigureSettings } from 'nnfig/core';
import { renderFence } from 'nnfig/core';

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
  const fence = { value, meta, frontMatter, settings, lang: node.lang ?? undefined };

  const key = keyOf(fence);
  if (key === undefined) return renderFence(fence);
  const result = results.get(key) ?? renderFence(fence);
  // Deleting first makes it the youngest.
  results.delete(key);
  results.set(key, result);
  const oldest = results.keys().next();
  if (results.size > limit && !oldest.done) results.delete(oldest.value);
  return result;
}

/** Front matter can hold what JSON cannot, such as an alias of itself. */
function keyOf(fence: Fence): string | undefined {
  try {
    return JSON.stringify(fence);
  } catch {
    return undefined;
  }
}
