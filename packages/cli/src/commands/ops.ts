import type { Command } from 'commander';
import { findOperation, type Operation, operations } from 'nnfig';
import { attributeRows } from '../attributes.js';
import { misuse } from '../failure.js';
import type { Io } from '../io.js';
import { print } from '../output.js';
import { alignColumns } from '../table.js';

/**
 * Adds `nnfig ops`: the operations, or the attributes of one.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addOps(program: Command, io: Io): void {
  program
    .command('ops')
    .summary('list the operations, or the attributes of one')
    .description('List the operations, or the attributes of one.')
    .argument('[operation]', 'name of an operation')
    .action((name: string | undefined) => {
      print(name === undefined ? listOperations() : describeOperation(find(name)), io);
    });
}

function find(name: string): Operation {
  const operation = findOperation(name);
  if (!operation) throw misuse(`\`${name}\` is not an operation; \`nnfig ops\` lists them.`);
  return operation;
}

function listOperations(): string {
  const rows = operations.map(({ name, category, summary }) => [name, category, summary]);
  return `${alignColumns(rows).join('\n')}\n`;
}

function describeOperation(operation: Operation): string {
  const { name, aliases = [], title, category, summary, attributes } = operation;
  const rows = attributeRows(attributes).map((row) => [
    `  ${row.name}`,
    row.type,
    row.fallback && `default ${row.fallback}`,
    row.description,
  ]);
  return [
    `${name}: ${title} (${category})`,
    ...(aliases.length > 0 ? [`also written ${aliases.join(', ')}`] : []),
    '',
    summary,
    ...(rows.length > 0 ? ['', 'Attributes:', ...alignColumns(rows)] : []),
    '',
  ].join('\n');
}
