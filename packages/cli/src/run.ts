import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addAnalyze } from './commands/analyze.js';
import { addCheck } from './commands/check.js';
import { addOps } from './commands/ops.js';
import { addRender } from './commands/render.js';
import { addSchema } from './commands/schema.js';
import { addStyles } from './commands/styles.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';

/**
 * Runs the command line.
 *
 * @param args Arguments after the name of the program.
 * @param io Streams and current folder.
 * @returns The exit code: 0, 1 for problems in a description, 2 for a wrong flag or file.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    await createProgram(io).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failure) {
      io.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr.write(`nnfig: something is wrong with nnfig itself: ${reason}\n`);
    return 2;
  }
}

function createProgram(io: Io): Command {
  const program = new Command('nnfig')
    .description('Figures and exact numbers of neural networks, from a short description.')
    .version(readVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(`nnfig: ${asSentence(text)}\n`),
    });
  for (const add of [addRender, addAnalyze, addCheck, addStyles, addOps, addSchema]) {
    add(program, io);
  }
  return program;
}

/** Commander writes `error: unknown option '--x'` and a suggestion on a line of its own. */
function asSentence(text: string): string {
  const sentence = text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  return /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
