import { resolve } from 'node:path';
import type { Command } from 'commander';
import { renderFence } from 'nnfig';
import { addBlockFlag, type BlockFlag, readDescription, reportProblems } from '../description.js';
import { misuse } from '../failure.js';
import { fileReader } from '../files.js';
import type { Io } from '../io.js';
import { print, writeWhole } from '../output.js';
import { addFigureFlags, type FigureFlags, toSettings } from '../settings.js';

interface Flags extends FigureFlags, BlockFlag {
  readonly output?: string;
}

/**
 * Adds `nnfig render`: a description becomes an SVG.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addRender(program: Command, io: Io): void {
  const command = program
    .command('render')
    .summary('turn a description into an SVG')
    .description('Turn the description of a network into an SVG.')
    .argument('[file]', 'description, or Markdown page with one; `-` or nothing is standard input')
    .option('-o, --output <file>', 'where to write the SVG; standard output unless given');
  addBlockFlag(addFigureFlags(command)).action(async (file: string | undefined, flags: Flags) => {
    const description = await readDescription(file, flags, io);
    if (flags.output !== undefined && resolve(io.cwd, flags.output) === description.path) {
      throw misuse(`\`${flags.output}\` is the description itself; give -o another name.`);
    }
    const { svg, diagnostics, render } = renderFence({
      ...description.fence,
      overrides: toSettings(flags),
      read: fileReader(description, io),
    });
    reportProblems(description, diagnostics, io);
    if (!render) throw misuse(`\`${description.name}\` says \`render: false\`.`);
    if (svg === undefined) throw misuse(`\`${description.name}\` describes no figure.`);
    const text = svg.endsWith('\n') ? svg : `${svg}\n`;
    if (flags.output === undefined || flags.output === '-') print(text, io);
    else await writeWhole(flags.output, text, io);
  });
}
