import { extname } from 'node:path';
import type { Code, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkNnfig from 'remark-nnfig';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Source } from './input.js';
import type { PlacedProblem } from './problems.js';

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
 * @returns How many blocks there are, and the problems in the order of the page.
 */
export function checkPage(source: Source, mdx: boolean): PageResult {
  const file = new VFile({ value: source.text, path: source.name });
  let blocks = 0;
  try {
    const tree = parsePage(source, file, mdx);
    blocks = figureBlocks(tree).length;
    // With a function, errors stay errors but do not stop the page.
    unified()
      .use(remarkNnfig, { onError: () => undefined })
      .runSync(tree, file);
  } catch (error) {
    // A page that is no MDX; whatever else is thrown is a fault of the program.
    if (!(error instanceof VFileMessage)) throw error;
    file.messages.push(error);
  }
  const problems = file.messages.map((message) => toProblem(source.name, message));
  return { blocks, problems: problems.sort(byPlace) };
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
  return {
    file,
    line: message.line,
    column: message.column,
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
