import type { Command } from 'commander';
import { findStyle, type Style, styles } from 'nnfig';
import { attributeRows } from '../attributes.js';
import { misuse } from '../failure.js';
import type { Io } from '../io.js';
import { print } from '../output.js';
import { alignColumns } from '../table.js';

/**
 * Adds `nnfig styles`: the styles, or the options of one.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addStyles(program: Command, io: Io): void {
  program
    .command('styles')
    .summary('list the styles, or the options of one')
    .description('List the styles, or the options of one (for --set) and what it labels.')
    .argument('[style]', 'name of a style')
    .action((name: string | undefined) => {
      print(name === undefined ? listStyles() : describeStyle(find(name)), io);
    });
}

function find(name: string): Style {
  const style = findStyle(name);
  if (!style) throw misuse(`\`${name}\` is not a style; \`nnfig styles\` lists them.`);
  return style;
}

function listStyles(): string {
  return `${alignColumns(styles.map(({ name, summary }) => [name, summary])).join('\n')}\n`;
}

function describeStyle({ name, title, summary, options, labels }: Style): string {
  const optionRows = attributeRows(options).map((row) => [
    `  ${row.name}`,
    row.type,
    row.fallback && `default ${row.fallback}`,
    row.description,
  ]);
  const labelRows = Object.entries(labels).map(([slot, what]) => [`  ${slot}`, what]);
  return [
    `${name}: ${title}`,
    '',
    summary,
    ...(optionRows.length > 0 ? ['', 'Options:', ...alignColumns(optionRows)] : []),
    ...(labelRows.length > 0 ? ['', 'Labels:', ...alignColumns(labelRows)] : []),
    '',
  ].join('\n');
}
