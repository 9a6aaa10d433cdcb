/** The plugin: finds the blocks, has them drawn, reports, and puts the figures in place. */
import type { Code, Parents, Root, RootContent } from 'mdast';
import type { Diagnostic, FenceResult, Place, ReadFile } from 'nnfig/core';
import { errorCard } from 'nnfig/core';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { drawFence } from './draw.js';
import { elementNode } from './element.js';
import { readFence } from './fence.js';
import { readFrontMatter } from './front-matter.js';
import { figureComponent, importFigureComponent } from './jsx.js';
import { createFailure, createReporter } from './messages.js';
import type { Options, ResolvedOptions } from './options.js';
import { resolveOptions } from './options.js';
import { readSource } from './source.js';

/** A problem and where it is in the file. */
interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly place: Place | undefined;
}

/** A block that was drawn, or could not be. */
interface Block {
  readonly node: Code;
  readonly parent: Parents;
  readonly result: FenceResult;
  /** Its problems, in the order of the file. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly messages: readonly VFileMessage[];
}

/**
 * Turn code blocks that describe neural networks into inline SVG figures.
 *
 * @param options
 *   Configuration (optional).
 * @returns
 *   Transform.
 * @throws {Error}
 *   If an option is unknown or has a wrong value.
 */
export function remarkNnfig(
  options?: Readonly<Options> | null | undefined,
): (tree: Root, file: VFile) => undefined {
  const settings = resolveOptions(options);

  return (tree, file) => {
    const blocks = drawBlocks(tree, file, settings);

    // Only now: the messages of all blocks are on the file.
    const [first, ...others] = blocks.flatMap(({ messages }) => messages).filter(isFatal);
    if (first && settings.onError === 'throw') throw createFailure([first, ...others]);

    let components = false;
    for (const block of blocks) {
      const replacement = hasError(block)
        ? replaceBroken(block, file, settings)
        : replaceDrawn(block, settings);
      if (!replacement) continue;
      components ||= replacement.type === 'mdxJsxFlowElement' && !hasError(block);
      const siblings: RootContent[] = block.parent.children;
      siblings.splice(siblings.indexOf(block.node), 1, replacement);
    }
    if (components) tree.children.unshift(importFigureComponent());
  };
}

function drawBlocks(tree: Root, file: VFile, settings: ResolvedOptions): Block[] {
  const found: { node: Code; ancestors: Parents[] }[] = [];
  visitParents(tree, 'code', (node, ancestors) => {
    if (settings.languages.has(node.lang ?? '')) found.push({ node, ancestors: [...ancestors] });
  });
  if (found.length === 0) return [];

  const source = readSource(file);
  const frontMatter = readFrontMatter(tree, file, source);
  const report = createReporter(file, source, settings.onError !== 'warn');

  return found.flatMap(({ node, ancestors }): Block[] => {
    const parent = ancestors.at(-1);
    if (!parent) return [];
    const fence = readFence(node, source);
    const { read } = settings;
    const reader: ReadFile | undefined = read && ((path, encoding) => read(path, file, encoding));
    const result = drawFence(node, frontMatter.value, settings.settings, reader);
    const diagnostics = [...fence.diagnostics, ...result.diagnostics]
      .map((diagnostic) => ({ diagnostic, place: fence.locate(diagnostic) ?? frontMatter.place }))
      .sort((a, b) => (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1));
    const messages = diagnostics.map(({ diagnostic, place }) =>
      report(diagnostic, place, node, ancestors),
    );
    return [{ node, parent, result, diagnostics, messages }];
  });
}

function replaceDrawn(
  { node, result }: Block,
  { output, figureClassName }: ResolvedOptions,
): RootContent | undefined {
  if (!result.render || !result.figure) return undefined;
  return output === 'jsx'
    ? figureComponent(result, figureClassName)
    : elementNode(node, result.figure, figureClassName);
}

function replaceBroken(
  { node, diagnostics, messages }: Block,
  file: VFile,
  { onError }: ResolvedOptions,
): RootContent | undefined {
  if (typeof onError === 'function') return onError(messages, node, file) ?? undefined;
  if (onError !== 'card') return undefined;
  const card = errorCard({
    // The text of the whole file, as that is what the places are in.
    value: String(file),
    diagnostics: diagnostics.map(({ diagnostic: { place: _, ...problem }, place }) =>
      place ? { ...problem, place } : problem,
    ),
    path: shortPath(file),
  });
  return elementNode(node, card);
}

/** The path as people know it; without Node's `path`, since this runs in browsers too. */
function shortPath({ path, cwd }: VFile): string | undefined {
  return path?.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}

function hasError({ diagnostics }: Block): boolean {
  return diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error');
}

function isFatal({ fatal }: VFileMessage): boolean {
  return fatal === true;
}
