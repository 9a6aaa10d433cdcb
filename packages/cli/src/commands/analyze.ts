import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { markdownTable } from 'markdown-table';
import { analyzeFence, type Shape } from 'nnfig';
import { type LayerReport, type Report, reportOf } from '../analysis.js';
import {
  addBlockFlag,
  addFromFlag,
  type BlockFlag,
  type FromFlag,
  readDescription,
  reportProblems,
} from '../description.js';
import { misuse } from '../failure.js';
import type { Io } from '../io.js';
import { print } from '../output.js';
import { alignColumns, groupDigits } from '../table.js';

interface Flags extends BlockFlag, FromFlag {
  readonly json?: true;
  readonly csv?: true;
  readonly md?: true;
}

const columns = ['Layer', 'Operation', 'Output', 'Parameters', 'MACs', 'Receptive field', 'Stride'];
const alignment = 'lllrrrr';

/**
 * Adds `nnfig analyze`: shapes, costs and receptive fields, layer by layer.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addAnalyze(program: Command, io: Io): void {
  const command = program
    .command('analyze')
    .summary('print shapes, parameters, MACs and receptive fields')
    .description('Print shapes, parameters, MACs and receptive fields, layer by layer.')
    .argument('[file]', 'description, or Markdown page with one; `-` or nothing is standard input')
    .option('--json', 'print JSON')
    .option('--csv', 'print comma-separated values')
    .option('--md', 'print a Markdown table');
  addBlockFlag(addFromFlag(command)).action(async (file: string | undefined, flags: Flags) => {
    const formats = (['json', 'csv', 'md'] as const).filter((format) => flags[format]);
    if (formats.length > 1) {
      throw misuse(`${formats.map((name) => `--${name}`).join(' and ')} exclude each other.`);
    }
    const description = await readDescription(file, flags, io);
    const { network, analysis, diagnostics } = analyzeFence({
      ...description.fence,
      ...(flags.from && { overrides: { format: flags.from } }),
    });
    reportProblems(description, diagnostics, io);
    if (!network || !analysis) throw misuse(`\`${description.name}\` describes no network.`);
    print(write[formats[0] ?? 'text'](reportOf(network, analysis)), io);
  });
}

const write = {
  json: (report: Report) => `${JSON.stringify(report, undefined, 2)}\n`,
  csv: (report: Report) =>
    stringify([
      ['id', 'op', 'inputs', 'shape', 'params', 'buffers', 'macs', 'receptiveField', 'stride'],
      ...report.layers.map((layer) => [
        layer.id,
        layer.op,
        layer.inputs.join(' '),
        layer.shape.join('x'),
        layer.params,
        layer.buffers,
        layer.macs,
        perAxis(layer.receptiveField, 'x'),
        perAxis(layer.stride, 'x'),
      ]),
    ]),
  md: (report: Report) =>
    `${markdownTable([columns, ...report.layers.map(cells), totalCells(report)], {
      align: [...alignment],
      stringLength: (text) => [...text].length,
    })}\n`,
  text: (report: Report) => {
    const rows = [columns, ...report.layers.map(cells), totalCells(report)];
    const lines = alignColumns(rows, alignment);
    const rule = '─'.repeat(Math.max(...lines.map((line) => [...line].length)));
    lines.splice(1, 0, rule);
    lines.splice(-1, 0, rule);
    return `${[headline(report), '', ...lines, '', summary(report)].join('\n')}\n`;
  },
};

function headline({ name, inputs, outputs }: Report): string {
  const list = (ends: Report['inputs']) => ends.map(({ shape }) => withoutBatch(shape)).join(', ');
  return `${name ? `${name}: ` : ''}${list(inputs)} → ${list(outputs)}`;
}

function cells(layer: LayerReport): string[] {
  return [
    layer.id,
    layer.op,
    withoutBatch(layer.shape),
    groupDigits(layer.params),
    groupDigits(layer.macs),
    perAxis(layer.receptiveField, '×'),
    perAxis(layer.stride, '×'),
  ];
}

function totalCells({ totals }: Report): string[] {
  return ['Total', '', '', groupDigits(totals.params), groupDigits(totals.macs), '', ''];
}

function summary({ totals }: Report): string {
  const sums = [
    `${groupDigits(totals.layers)} layers`,
    `${groupDigits(totals.params)} parameters`,
    `${groupDigits(totals.buffers)} buffers`,
    `${groupDigits(totals.macs)} MACs`,
    `${groupDigits(totals.flops)} FLOPs`,
    `${groupDigits(totals.activations)} activations`,
  ].join(', ');
  if (totals.uncounted === undefined) return sums;
  const what = totals.uncounted === 1 ? 'one layer' : `${totals.uncounted} layers`;
  return `${sums}\nParameters and MACs of ${what} are not known, so that they are not in these sums.`;
}

function perAxis(value: LayerReport['stride'], separator: string): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : value.join(separator);
}

function withoutBatch(shape: Shape): string {
  return shape.length > 1 ? shape.slice(1).join('×') : 'scalar';
}
