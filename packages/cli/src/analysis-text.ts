import { stringify } from 'csv-stringify/sync';
import { markdownTable } from 'markdown-table';
import { groupDigits, type Shape, workKinds } from 'nnfig';
import type { Report, RowReport } from './analysis.js';
import { alignColumns } from './table.js';

/** What the table of an analysis for people has after parameters and MACs. */
export type Columns = 'fields' | 'work' | 'all';

/** One column of the table for people. */
interface Column {
  readonly heading: string;
  readonly align: 'l' | 'r';
  cell(row: RowReport): string;
  readonly total?: string;
}

/**
 * Writes an analysis as a table for a terminal.
 *
 * @param report The analysis.
 * @param shown Whether it has receptive fields, or comparisons, additions and so on: both
 *   are too wide for most terminals.
 * @returns Lines: what it is of, the table, the sums.
 */
export function analysisText(report: Report, shown: Columns): string {
  const { rows, align } = tableOf(report, shown);
  const lines = alignColumns(rows, align);
  const rule = '─'.repeat(Math.max(...lines.map((line) => [...line].length)));
  lines.splice(1, 0, rule);
  lines.splice(-1, 0, rule);
  return `${[headline(report), '', ...lines, '', ...sums(report, shown)].join('\n')}\n`;
}

/**
 * Writes an analysis as a table of Markdown, all numbers in full.
 *
 * @param report The analysis.
 * @returns The table alone.
 */
export function analysisMarkdown(report: Report): string {
  const { rows, align } = tableOf(report, 'all');
  return `${markdownTable(rows, { align: [...align], stringLength: (text) => [...text].length })}\n`;
}

/**
 * Writes an analysis as comma-separated values, all numbers in full.
 *
 * @param report The analysis.
 * @returns A line of headings, and one for each row.
 */
export function analysisCsv({ layers }: Report): string {
  const [first] = layers;
  const summary = first?.layers !== undefined;
  const headings = [
    ...['id', ...(summary ? ['name'] : []), 'op', ...(summary ? ['layers'] : [])],
    ...['inputs', 'shape', 'params', 'buffers', 'macs', ...workKinds],
    ...['activations', 'receptiveField', 'stride'],
  ];
  const lines = layers.map((row) => [
    ...[row.id, ...(summary ? [row.name] : []), row.op, ...(summary ? [row.layers] : [])],
    ...[row.inputs.join(' '), row.shape.join('x'), row.params, row.buffers, row.macs],
    ...workKinds.map((kind) => row.work[kind]),
    ...[row.activations, perAxis(row.receptiveField, 'x'), perAxis(row.stride, 'x')],
  ]);
  return stringify([headings, ...lines]);
}

function tableOf(report: Report, shown: Columns) {
  const columns = columnsOf(report, shown);
  return {
    rows: [
      columns.map(({ heading }) => heading),
      ...report.layers.map((row) => columns.map(({ cell }) => cell(row))),
      columns.map(({ total = '' }) => total),
    ],
    align: columns.map(({ align }) => align).join(''),
  };
}

function columnsOf({ totals }: Report, shown: Columns): readonly Column[] {
  const word = (heading: string, cell: Column['cell'], total = ''): Column => ({
    heading,
    align: 'l',
    cell,
    total,
  });
  const count = (heading: string, of: (row: RowReport) => number, total: number): Column => ({
    heading,
    align: 'r',
    cell: (row) => groupDigits(of(row)),
    total: groupDigits(total),
  });
  const size = (heading: string, of: (row: RowReport) => RowReport['stride']): Column => ({
    heading,
    align: 'r',
    cell: (row) => perAxis(of(row), '×'),
  });
  const work = [
    ...workKinds
      .filter((kind) => totals.work[kind] > 0)
      .map((kind) => count(titled(kind), (row) => row.work[kind], totals.work[kind])),
    count('Activations', ({ activations }) => activations, totals.activations),
  ];
  const fields = [
    size('Receptive field', ({ receptiveField }) => receptiveField),
    size('Stride', ({ stride }) => stride),
  ];
  return [
    word('Layer', ({ id, name = id }) => name, 'Total'),
    word('Operation', ({ op }) => op),
    word('Output', ({ shape }) => withoutBatch(shape)),
    count('Parameters', ({ params }) => params, totals.params),
    ...(shown === 'all' && totals.buffers > 0
      ? [count('Buffers', ({ buffers }) => buffers, totals.buffers)]
      : []),
    count('MACs', ({ macs }) => macs, totals.macs),
    ...(shown === 'fields' ? [] : work),
    ...(shown === 'work' ? [] : fields),
  ];
}

const titled = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;

function headline({ name, inputs, outputs }: Report): string {
  const list = (ends: Report['inputs']) => ends.map(({ shape }) => withoutBatch(shape)).join(', ');
  const batch = inputs[0]?.shape[0] ?? 1;
  const many = batch > 1 ? `, a batch of ${batch}` : '';
  return `${name ? `${name}: ` : ''}${list(inputs)} → ${list(outputs)}${many}`;
}

function sums({ totals, counting }: Report, shown: Columns): string[] {
  const known = [
    `${groupDigits(totals.layers)} layers`,
    `${groupDigits(totals.params)} parameters`,
    `${groupDigits(totals.buffers)} buffers`,
    `${groupDigits(totals.macs)} MACs`,
    `${groupDigits(totals.flops)} FLOPs`,
    `${groupDigits(totals.activations)} activations`,
  ];
  const lines = [known.join(', ')];
  if (shown !== 'fields')
    lines.push(workKinds.map((kind) => `${groupDigits(totals.work[kind])} ${kind}`).join(', '));
  if (counting === 'netscope') lines.push('Counted as the Netscope CNN Analyzer does.');
  if (totals.uncounted !== undefined) {
    const what = totals.uncounted === 1 ? 'one layer' : `${totals.uncounted} layers`;
    lines.push(`Parameters and MACs of ${what} are not known, so that they are not in these sums.`);
  }
  return lines;
}

function perAxis(value: RowReport['stride'], separator: string): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : value.join(separator);
}

function withoutBatch(shape: Shape): string {
  return shape.length > 1 ? shape.slice(1).join('×') : 'scalar';
}
