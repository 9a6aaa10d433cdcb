import { run } from './run.js';

// A reader that has seen enough, such as `head`, closes the pipe: no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`nnfig: cannot print: ${error.code}.\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
// Where errors cannot be told, the exit code alone tells them.
process.stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
});
