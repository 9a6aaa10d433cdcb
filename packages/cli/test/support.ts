import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../src/index.js';

/** What a run left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Makes a folder of files that lasts as long as the test.
 *
 * @param files Contents by path.
 * @returns Path of the folder.
 */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/**
 * Runs the command line without a process.
 *
 * @param args Arguments.
 * @param machine Current folder, what comes in by standard input (a terminal unless given), and
 *   whether standard output is a terminal.
 * @returns Exit code and what was printed.
 */
export async function nnfig(
  args: readonly string[],
  machine: {
    readonly cwd?: string;
    readonly stdin?: string | Uint8Array;
    readonly terminal?: boolean;
  } = {},
): Promise<Outcome> {
  const stdout = collector();
  const stderr = collector();
  const stdin: Readable & { isTTY?: boolean } = Readable.from(
    machine.stdin === undefined ? [] : [machine.stdin],
  );
  if (machine.stdin === undefined) stdin.isTTY = true;
  Object.assign(stdout.stream, { isTTY: machine.terminal ?? false });
  const io = { cwd: machine.cwd ?? tmpdir(), stdin, stdout: stdout.stream, stderr: stderr.stream };
  const code = await run(args, io);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** LeNet-5 as the design has it: 61,706 parameters, 416,520 MACs. */
export const lenet = `input: 1x32x32
layers:
  - conv 6 5x5 tanh
  - avgpool 2
  - conv 16 5x5 tanh
  - avgpool 2
  - conv 120 5x5 tanh
  - flatten
  - dense 84 tanh
  - dense 10 softmax
`;

/** A multilayer perceptron: 784·128 + 128 + 128·10 + 10 = 101,770 parameters. */
export const perceptron = '784 -> 128 relu -> 10 softmax\n';
