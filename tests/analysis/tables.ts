/** The tables that the Netscope CNN Analyzer makes of its own presets, and those networks here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readers } from '@nnfig/formats';
import { type Analysis, analyzeText, type Counting, type LayerAnalysis } from 'nnfig';

/** What both count of a layer, by the names of that tool. */
export interface Counts {
  readonly macc: number;
  readonly comp: number;
  readonly add: number;
  readonly div: number;
  readonly exp: number;
  readonly activation: number;
  readonly param: number;
}

/** Their names. */
export const countKinds = [
  'macc',
  'comp',
  'add',
  'div',
  'exp',
  'activation',
  'param',
] as const satisfies readonly (keyof Counts)[];

/** One row of a table. */
export interface Row extends Counts {
  readonly name: string;
  readonly type: string;
  readonly batch: number;
}

interface Detail {
  readonly name: string;
  readonly type: string;
  readonly batch: number | string | null;
  readonly ops_raw: Omit<Counts, 'activation' | 'param'>;
  readonly mem_raw: Pick<Counts, 'activation' | 'param'>;
}

/** Tables that hold figures where those as shipped are no numbers. */
const rerun = 'nan-presets-rerun-with-batch1';

const jsonIn = (folder: string) =>
  readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');

/**
 * Lists the presets that the tool itself could count.
 *
 * @param folder The folder of tables.
 * @returns The file of each table by the name of its preset.
 */
export function tableFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of jsonIn(folder)) files.set(name.slice(0, -5), join(folder, name));
  for (const name of jsonIn(join(folder, rerun))) {
    files.set(name.slice(0, -5), join(folder, rerun, name));
  }
  // "Graph is not a DAG." is all that it says of this one.
  files.delete('fcn-8s-pascal');
  return files;
}

/**
 * Reads a table.
 *
 * @param file Its file.
 * @returns Its rows in their order, those left out that stand for no layer.
 */
export function readTable(file: string): readonly Row[] {
  const { detail } = JSON.parse(readFileSync(file, 'utf8')) as { detail: readonly Detail[] };
  return detail
    .filter(({ type }) => type !== 'implicit')
    .map(({ name, type, batch, ops_raw, mem_raw }) => ({
      name,
      type,
      batch: Number(batch),
      ...ops_raw,
      ...mem_raw,
    }));
}

/**
 * Counts a preset.
 *
 * @param text Its prototxt.
 * @param batch Size of its batch, which that tool takes from the file.
 * @param counting Whose conventions count; those of the tool unless given.
 * @returns The analysis.
 * @throws {Error} If it cannot be read.
 */
export function analyzePreset(
  text: string,
  batch: number,
  counting: Counting = 'netscope',
): Analysis {
  const settings = { format: 'caffe', counting, phase: 'train', batch } as const;
  const { analysis, diagnostics } = analyzeText(text, settings, { readers });
  if (analysis) return analysis;
  throw new Error(diagnostics.map(({ message }) => message).join('\n'));
}

/**
 * Says what we count by the names of that tool.
 *
 * @param counted A layer, or all of them.
 * @returns Its counts.
 */
export function countsOf({
  macs,
  work,
  params,
  activations,
}: Pick<LayerAnalysis, 'macs' | 'work' | 'params' | 'activations'>): Counts {
  return {
    macc: macs,
    comp: work.comparisons,
    add: work.additions,
    div: work.divisions,
    exp: work.exponentials,
    activation: activations,
    param: params,
  };
}

/**
 * Adds counts.
 *
 * @param all Counts of layers.
 * @returns Their sums.
 */
export function sumOf(all: readonly Counts[]): Counts {
  const sums = countKinds.map((kind) => [kind, all.reduce((sum, counts) => sum + counts[kind], 0)]);
  return Object.fromEntries(sums) as Counts;
}
