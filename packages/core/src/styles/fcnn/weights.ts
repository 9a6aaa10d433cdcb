/** Weights of the edges: random, or given in the block or in a file. */

import * as z from 'zod';
import type { Problem } from '../../diagnostics.js';
import type { Profile } from '../../ops/operation.js';
import { hashed } from '../../scene/hashed.js';
import { explain, quote } from '../../validation.js';
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import { matrices, type Options, vectors } from './options.js';

/** Weights as a block or a file has them. */
interface Given {
  readonly weights: z.output<typeof matrices>;
  readonly biases?: z.output<typeof vectors> | undefined;
  /** Option whose value they are. */
  readonly path: readonly PropertyKey[];
}

/** What edges are told of their weights. */
export interface Weights {
  /** Weight that is told in full. */
  readonly range: number;
  /**
   * The weight of an edge.
   *
   * @param gap Which gap, from 0.
   * @param from Unit that feeds, from 0; nothing for the bias unit.
   * @param to Unit that is fed, from 0.
   */
  of(gap: number, from: number | undefined, to: number): number;
}

/**
 * Finds the weights.
 *
 * @param columns The layers.
 * @param options The options.
 * @param profile Whose layout matrices have: Keras has a row for each unit that feeds.
 * @param context Where to report, and what reads files.
 * @returns The weights; random ones after a report.
 */
export function weightsOf(
  columns: readonly NetworkColumn[],
  options: Options,
  profile: Profile,
  context: DrawContext,
): Weights {
  const given = readWeights(options, context);
  if (!given || !checkSizes(given, columns, options, profile, context)) {
    const bias = -1;
    return {
      range: options.weightRange ?? 1,
      of: (gap, from = bias, to) => 2 * hashed(options.seed, gap, from, to) - 1,
    };
  }
  const { weights, biases } = given;
  const at = (gap: number, from: number, to: number) =>
    profile === 'keras' ? weights[gap]?.[from]?.[to] : weights[gap]?.[to]?.[from];
  return {
    range: options.weightRange ?? largest([weights, biases ?? []]),
    of: (gap, from, to) => (from === undefined ? biases?.[gap]?.[to] : at(gap, from, to)) ?? 0,
  };
}

type Nested = readonly (number | Nested)[];

/** The largest magnitude; 1 when all are zero. */
function largest(numbers: Nested): number {
  const greatest = (entry: number | Nested): number =>
    typeof entry === 'number'
      ? Math.abs(entry)
      : entry.reduce<number>((most, next) => Math.max(most, greatest(next)), 0);
  return greatest(numbers) || 1;
}

function readWeights(options: Options, context: DrawContext): Given | undefined {
  const { weights, biases } = options;
  if (weights === undefined || weights === 'random') return undefined;
  if (typeof weights !== 'string') return { weights, biases, path: ['weights'] };
  const read = readFile(weights, context);
  return read && { ...read, biases: biases ?? read.biases, path: ['weights'] };
}

const fileSchema = z.union([
  matrices.transform((weights) => ({ weights })),
  z.looseObject({ weights: matrices, biases: vectors.optional() }),
]);

function readFile(path: string, context: DrawContext): Omit<Given, 'path'> | undefined {
  const fail = (problem: Pick<Problem, 'message' | 'hint'>): undefined => {
    context.reportOption(['weights'], { rule: 'unreadable-file', ...problem });
  };
  if (!context.read) {
    return fail({
      message: `\`weights\` names the file ${quote(path)}, but no files can be read here`,
      hint: 'Write `random`, or the matrices themselves.',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(context.read(path));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
    return fail({ message: `${quote(path)} cannot be read: ${reason}`, hint: undefined });
  }
  const result = fileSchema.safeParse(value);
  if (result.success) return result.data;
  const [problem] = explain(result.error, value, quote(path), []);
  return fail({
    message: problem?.message ?? `${quote(path)} holds no weights`,
    hint: 'Write `{"weights": [[[0.1, −0.2], …], …]}`, a matrix for each gap.'.replace('−', '-'),
  });
}

/** Whether matrices fit between the layers; reports those that do not. */
function checkSizes(
  { weights, biases, path }: Given,
  columns: readonly NetworkColumn[],
  options: Options,
  profile: Profile,
  context: DrawContext,
): boolean {
  const units = columns.map(({ shape }) => shape[1] ?? 0);
  const gaps = units.length - 1;
  let right = true;
  const fail = (where: readonly PropertyKey[], message: string, hint?: string) => {
    right = false;
    context.reportOption(where, { rule: 'wrong-length', message, hint });
  };
  const count = (what: string, list: readonly unknown[]) => {
    if (list.length === gaps) return;
    fail(
      [what],
      `\`${what}\` has ${list.length} entries, but there are ${gaps} gaps between layers`,
    );
  };
  count('weights', weights);
  if (biases) count('biases', biases);
  for (let gap = 0; gap < gaps; gap++) {
    const [from = 0, to = 0] = units.slice(gap);
    const [rows, width] = profile === 'keras' ? [from, to] : [to, from];
    const matrix = weights[gap];
    const ragged = matrix?.findIndex((row) => row.length !== width) ?? -1;
    if (matrix && (matrix.length !== rows || ragged >= 0)) {
      const found = `${matrix.length}×${matrix[Math.max(ragged, 0)]?.length}`;
      const each = profile === 'keras' ? 'that feeds' : 'that is fed';
      fail(
        [...path, gap],
        `the weights of gap ${gap + 1} must be ${rows}×${width}, a row for each unit ${each}, not ${found}`,
        found === `${width}×${rows}` ? 'Exchange its rows and columns.' : undefined,
      );
    }
    const vector = biases?.[gap];
    if (vector && vector.length !== to) {
      fail(
        ['biases', gap],
        `the biases of gap ${gap + 1} must be ${to} numbers, not ${vector.length}`,
      );
    }
  }
  if (options.showBias && !biases) {
    fail(
      ['showBias'],
      'the weights of the bias units are missing',
      'Give `biases` with `weights`.',
    );
  }
  return right;
}
