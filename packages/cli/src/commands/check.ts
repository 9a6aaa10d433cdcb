import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { glob } from 'tinyglobby';
import { Failure, misuse } from '../failure.js';
import { fileReader } from '../files.js';
import { isMarkdown, readSource } from '../input.js';
import type { Io } from '../io.js';
import { checkPage } from '../markdown.js';
import { print } from '../output.js';
import { formatProblem, plural } from '../problems.js';

/**
 * Adds `nnfig check`: every problem of every block of Markdown pages.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addCheck(program: Command, io: Io): void {
  program
    .command('check')
    .summary('find problems in the ```nn blocks of Markdown pages')
    .description('Find problems in the ```nn blocks of Markdown pages, without building them.')
    .argument('<pages...>', '.md and .mdx files, folders, or globs of them')
    .option('--mdx', 'read .md pages as MDX too, as Docusaurus does')
    .action(async (patterns: string[], { mdx = false }: { mdx?: boolean }) => {
      await checkPages(await findPages(patterns, io), mdx, io);
    });
}

async function checkPages(pages: readonly string[], mdx: boolean, io: Io): Promise<void> {
  let blocks = 0;
  let errors = 0;
  let warnings = 0;
  const unreadable: string[] = [];
  for (const page of pages) {
    const source = await readSource(page, io).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      unreadable.push(error.message);
    });
    if (!source) continue;
    const result = checkPage(source, mdx, fileReader(source, io));
    blocks += result.blocks;
    for (const problem of result.problems) {
      if (problem.severity === 'error') errors += 1;
      if (problem.severity === 'warning') warnings += 1;
      print(`${formatProblem(problem)}\n`, io);
    }
  }
  const found = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  const summary = `${plural(blocks, 'block')} in ${plural(pages.length, 'page')}: ${found}`;
  if (unreadable.length > 0) throw new Failure([...unreadable, summary].join('\n'), 2);
  if (errors > 0) throw new Failure(summary, 1);
  io.stderr.write(`${summary}\n`);
}

/** Files by their own names first, so that `[id].md` is a file and not a glob. */
async function findPages(patterns: readonly string[], io: Io): Promise<string[]> {
  const pages = new Set<string>();
  for (const pattern of patterns) {
    const stats = await stat(resolve(io.cwd, pattern)).catch(() => undefined);
    if (stats && !stats.isDirectory()) {
      if (!isMarkdown(pattern)) {
        throw misuse(`\`${pattern}\` is not a Markdown page; check reads .md and .mdx files.`);
      }
      pages.add(pattern);
      continue;
    }
    const found = stats
      ? (await findIn('**', resolve(io.cwd, pattern))).map((page) => join(pattern, page))
      : await findIn(pattern, io.cwd);
    if (found.length === 0) throw misuse(`no .md or .mdx file matches \`${pattern}\`.`);
    for (const page of found) pages.add(page);
  }
  return [...pages];
}

async function findIn(pattern: string, cwd: string): Promise<string[]> {
  const found = await glob(pattern, { cwd, ignore: ['**/node_modules/**'] });
  return found.filter(isMarkdown).sort();
}
