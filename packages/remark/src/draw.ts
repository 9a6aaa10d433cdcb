/** Draws fences, each description once. */
import { readers } from '@nnfig/formats';
import type { Code } from 'mdast';
import type { Fence, FenceResult, FigureSettings, ReadFile } from 'nnfig/core';
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
 * @param read
 *   Reads files that the block names, if it may.
 * @returns
 *   The figure and its problems; do not change it, it may be given out again.
 */
export function drawFence(
  node: Code,
  frontMatter: unknown,
  settings: FigureSettings,
  read?: ReadFile,
): FenceResult {
  // Line endings are the file's business: the same figure either way.
  const value = node.value.replace(/\r\n?/g, '\n');
  const meta = node.meta ?? null;
  const fence = { value, meta, frontMatter, settings, lang: node.lang ?? undefined };

  // What a file says is not in the key, so a figure that read one is not kept.
  let reads = false;
  const reader = read && {
    read(path: string, encoding?: 'utf8' | 'base64') {
      reads = true;
      return read(path, encoding);
    },
  };
  const key = keyOf(fence, read !== undefined);
  if (key === undefined) return renderFence({ ...fence, ...reader, readers });
  const result = results.get(key) ?? renderFence({ ...fence, ...reader, readers });
  if (reads) return result;
  // Deleting first makes it the youngest.
  results.delete(key);
  results.set(key, result);
  const oldest = results.keys().next();
  if (results.size > limit && !oldest.done) results.delete(oldest.value);
  return result;
}

/** Front matter can hold what JSON cannot, such as an alias of itself. */
function keyOf(fence: Fence, files: boolean): string | undefined {
  try {
    return JSON.stringify([fence, files]);
  } catch {
    return undefined;
  }
}
