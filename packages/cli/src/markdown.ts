import { extname } from 'node:path';
import type { Code, Root } from 'mdast';
import type { Fence, FenceDiagnostic, ReadFile } from 'nnfig';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkNnfig from 'remark-nnfig';
import { readFence, readFrontMatter, readSource } from 'remark-nnfig/places';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { Failure } from './failure.js';
import type { Source } from './input.js';
import { formatProblem, type PlacedProblem, placeProblem } from './problems.js';

/** What was found in one page. */
export interface PageResult {
  readonly blocks: number;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Checks every ```nn block of a page, as a build of the page would.
 *
 * @param source The page.
 * @param mdx Whether a `.md` page is MDX too.
 * @param read Reads files that blocks name.
 * @returns How many blocks there are, and the problems in the order of the page.
 */
export function checkPage(source: Source, mdx: boolean, read?: ReadFile): PageResult {
  const file = new VFile({ value: source.text, path: source.name });
  let blocks = 0;
  try {
    const tree = parsePage(source, file, mdx);
    blocks = figureBlocks(tree).length;
    // With a function, errors stay errors but do not stop the page.
    unified()
      .use(remarkNnfig, {
        onError: () => undefined,
        ...(read && { read: (path, _file, encoding) => read(path, encoding) }),
      })
      .runSync(tree, file);
  } catch (error) {
    // A page that is no MDX; whatever else is thrown is a fault of the program.
    if (!(error instanceof VFileMessage)) throw error;
    error.fatal = true;
    file.messages.push(error);
  }
  const problems = file.messages.map((message) => toProblem(source.name, message));
  return { blocks, problems: problems.sort(byPlace) };
}

/** One ```nn block of a page. */
export interface PageBlock {
  readonly fence: Fence;
  /** Carries the place of a problem on to the page. */
  place(diagnostic: FenceDiagnostic): PlacedProblem;
}

/**
 * Finds the ```nn blocks of a page.
 *
 * @param source The page.
 * @returns The blocks, in the order of the page.
 * @throws {Failure} If the page is no MDX although it should be.
 */
export function findBlocks(source: Source): PageBlock[] {
  const file = new VFile({ value: source.text, path: source.name });
  const tree = parseOrFail(source, file);
  const text = readSource(file);
  const frontMatter = readFrontMatter(tree, file, text);
  return figureBlocks(tree).map((node) => {
    const { locate } = readFence(node, text);
    return {
      fence: {
        value: node.value.replace(/\r\n?/g, '\n'),
        meta: node.meta,
        frontMatter: frontMatter.value,
      },
      place: (diagnostic) =>
        placeProblem(source.name, diagnostic, locate(diagnostic) ?? frontMatter.place),
    };
  });
}

function parseOrFail(source: Source, file: VFile): Root {
  try {
    return parsePage(source, file, false);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    error.fatal = true;
    throw new Failure(formatProblem(toProblem(source.name, error)), 1);
  }
}

function parsePage(source: Source, file: VFile, mdx: boolean): Root {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml']);
  const isMdx = mdx || extname(source.name).toLowerCase() === '.mdx';
  return (isMdx ? processor.use(remarkMdx) : processor).parse(file);
}

function figureBlocks(tree: Root): Code[] {
  const blocks: Code[] = [];
  visit(tree, 'code', (node) => {
    if (node.lang === 'nn') blocks.push(node);
  });
  return blocks;
}

function toProblem(file: string, message: VFileMessage): PlacedProblem {
  // A tag that is never closed has its place in the text of MDX's message alone.
  const [, line = 1, column = 1] = /\((\d+):(\d+)-/.exec(message.reason) ?? [];
  return {
    file,
    line: message.line ?? Number(line),
    column: message.column ?? Number(column),
    severity: message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info',
    message: message.reason,
    hint: hintOf(message),
  };
}

/** The note of a message is its hint, and an excerpt that a line has no room for. */
function hintOf({ note }: VFileMessage): string | undefined {
  const hint = note?.split('```')[0]?.trim();
  return hint === '' ? undefined : hint;
}

function byPlace(a: PlacedProblem, b: PlacedProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
