/**
 * Where a fence is in its file. Markdown takes the prefixes of lists and quotes
 * and the indent of the fence off each line; what is left is the end of the line
 * in the file, and that gives the column back.
 */
import type { Code } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import type { FenceDiagnostic, Place, Point } from 'nnfig/core';
import type { Source } from './source.js';

/** One fence of a file. */
export interface Fence {
  /** Problems of the fence itself, whatever it holds. */
  readonly diagnostics: readonly FenceDiagnostic[];
  /**
   * Finds a problem in the file.
   *
   * @param diagnostic
   *   Problem whose place is relative to the block or its meta.
   * @returns
   *   The place in the file; the opening line when the problem has none;
   *   nothing for problems of settings, and for nodes that no file has.
   */
  locate(diagnostic: FenceDiagnostic): Place | undefined;
}

/**
 * Reads where a fence is.
 *
 * @param node
 *   Code block.
 * @param source
 *   File it is in.
 * @returns
 *   The fence.
 */
export function readFence(node: Code, source: Source): Fence {
  const start = node.position?.start;
  const openingLine = start && source.lines[start.line - 1];
  if (
    !start ||
    openingLine === undefined ||
    !/^[`~]{3}/.test(openingLine.slice(start.column - 1))
  ) {
    // A plugin made the node, or the tree came without its text.
    return { diagnostics: [], locate: () => start && onlyLine(start) };
  }

  const values = node.value === '' ? [] : node.value.split(/\r\n|\r|\n/);
  const opening = source.rest(start.line, start.column);
  const closed = isClosed(node, openingLine.slice(start.column - 1), values, source);

  return {
    diagnostics: closed ? [] : [unclosed],
    locate({ where, place }) {
      if (where === 'settings' || where === 'overrides') return undefined;
      if (!place) return opening;
      const find = where === 'meta' ? inMeta : inBlock;
      const from = find(place.start);
      const to = find(place.end);
      return from && to ? { start: from, end: to } : opening;
    },
  };

  function inBlock(point: Point): Point | undefined {
    if (values.length === 0) return undefined;
    const index = Math.min(point.line, values.length) - 1;
    const column = point.line > values.length ? Infinity : point.column;
    const line = start?.line ?? 0;
    const value = values[index] ?? '';
    const text = source.lines[line + index] ?? '';
    const indent = /^[\t ]*/.exec(value)?.[0].length ?? 0;
    const content = value.slice(indent);
    // Tabs that a container ate in part come back as spaces, so only what
    // follows the indent is the end of the line.
    if (!text.endsWith(content)) return source.point(line + index + 1, 1);
    return source.point(line + index + 1, text.length - content.length + column - indent);
  }

  function inMeta(point: Point): Point | undefined {
    const meta = node.meta ?? '';
    const line = (openingLine ?? '').slice((start?.column ?? 1) - 1);
    const before = /^[`~]+[\t ]*\S+[\t ]+/.exec(line)?.[0].length;
    if (before === undefined || !start) return undefined;
    const raw = line.slice(before);
    const index = rawIndex(raw, meta, point.column - 1);
    return index === undefined
      ? undefined
      : source.point(start.line, start.column + before + index);
  }
}

const unclosed: FenceDiagnostic = {
  where: 'block',
  rule: 'unclosed-fence',
  severity: 'error',
  message: 'this code block is never closed, so it takes in all text up to the end',
  hint: 'Add a line with the closing fence after the description.',
  url: 'https://nnfig.github.io/nnfig/docs/reference/problems#unclosed-fence',
};

function onlyLine(point: { line: number; column: number; offset?: number | undefined }): Place {
  const at = { line: point.line, column: point.column, offset: point.offset ?? 0 };
  return { start: at, end: at };
}

/** A closing fence is a line of its own, which the value does not hold. */
function isClosed(node: Code, opening: string, values: readonly string[], source: Source): boolean {
  const { start, end } = node.position ?? {};
  if (!start || !end) return true;
  const marker = /^(`+|~+)/.exec(opening)?.[0] ?? '';
  const last = (source.lines[end.line - 1] ?? '').slice(0, end.column - 1);
  const fence = /^[\s>]*(`+|~+)[\t ]*$/.exec(last)?.[1];
  const inner = end.line - start.line - 1;
  return (
    fence !== undefined &&
    fence.length >= marker.length &&
    fence[0] === marker[0] &&
    // An empty value is no line, or one blank line, or several.
    (values.length === 0 ? inner >= 0 : inner === values.length)
  );
}

/** Undoes the decoding of character escapes and references up to an index. */
function rawIndex(raw: string, meta: string, index: number): number | undefined {
  if (raw === meta) return index;
  for (let length = 0; length <= raw.length; length++) {
    if (
      decodeString(raw.slice(0, length)) === meta.slice(0, index) &&
      decodeString(raw.slice(length)) === meta.slice(index)
    ) {
      return length;
    }
  }
  return undefined;
}
