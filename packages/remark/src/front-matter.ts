/** Settings for all figures of a page, from the `nnfig` key of its front matter. */
import type { Nodes, Root } from 'mdast';
import type { Place } from 'nnfig/core';
import type { VFile } from 'vfile';
import { parse } from 'yaml';
import type { Source } from './source.js';

/** The `nnfig` key of a page. */
export interface FrontMatter {
  /** Its value, not yet checked. */
  readonly value: unknown;
  /** The line that the key is on, when the file has it. */
  readonly place: Place | undefined;
}

/**
 * Reads the `nnfig` key where Docusaurus (`file.data.frontMatter`),
 * vfile-matter (`file.data.matter`) and Astro (`file.data.astro.frontmatter`)
 * leave it, else from the YAML at the start of the tree.
 *
 * @param tree
 *   Tree of the page.
 * @param file
 *   Its file.
 * @param source
 *   Its text.
 * @returns
 *   The key's value and place; an undefined value when there is none.
 */
export function readFrontMatter(tree: Root, file: VFile, source: Source): FrontMatter {
  const data: Readonly<Record<string, unknown>> = file.data;
  const matter =
    record(data.frontMatter) ??
    record(data.matter) ??
    record(record(data.astro)?.frontmatter) ??
    yamlAtStart(tree);
  const value = matter && Object.hasOwn(matter, 'nnfig') ? matter.nnfig : undefined;
  return { value, place: value === undefined ? undefined : keyPlace(source) };
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function yamlAtStart(tree: Root): Readonly<Record<string, unknown>> | undefined {
  const first: Nodes | undefined = tree.children[0];
  if (first?.type !== 'yaml') return undefined;
  try {
    return record(parse(first.value));
  } catch {
    // Broken front matter is for whoever reads it as a whole to report.
    return undefined;
  }
}

function keyPlace(source: Source): Place | undefined {
  if (source.lines[0]?.trimEnd() !== '---') return undefined;
  const end = source.lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const index = source.lines.findIndex((line) => /^(["']?)nnfig\1[\t ]*:/.test(line));
  return index > 0 && index < end ? source.rest(index + 1, 1) : undefined;
}
