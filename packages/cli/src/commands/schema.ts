import type { Command } from 'commander';
import { schema } from 'nnfig';
import type { Io } from '../io.js';
import { print } from '../output.js';

/**
 * Adds `nnfig schema`: the JSON Schema of a description, for editors.
 *
 * @param program The command line.
 * @param io Streams.
 */
export function addSchema(program: Command, io: Io): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a description, for editors')
    .description('Print the JSON Schema of a description, for editors.')
    .action(() => print(`${JSON.stringify(schema(), undefined, 2)}\n`, io));
}
