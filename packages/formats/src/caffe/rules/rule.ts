/** What one type of Caffe's layers is in operations of nnfig. */
import { type Category, quote, type Shape } from 'nnfig/readers';
import type { Fields } from '../fields.js';
import type { CaffeLayer } from '../layer.js';

/** What a rule is given. */
export interface RuleCall {
  readonly layer: CaffeLayer;
  /** Shapes of its bottoms; nothing where an earlier problem left one unknown. */
  readonly inputs: readonly (Shape | undefined)[];
  /** Size of the batch axis in the file, and the one that it is set to. */
  readonly batch: { readonly file: number; readonly used: number };
}

/** An operation in place of a layer. */
export interface Translation {
  /** Name of the operation. */
  readonly op: string;
  readonly attributes: Record<string, unknown>;
  /** Where attributes come from: the message, and the field of each. */
  readonly from?: { readonly params: Fields; readonly names: Readonly<Record<string, string>> };
}

/** What one type of layers takes and is. */
export interface Rule {
  /** How many bottoms it takes, at least and at most. */
  readonly bottoms: readonly [min: number, max: number];
  /** First of the bottoms that are labels and the like: no shape hangs on theirs. */
  readonly labels?: number;
  /** The bottom whose rows are regions of images, or examples of a choice of their own. */
  readonly regions?: number;
  /** Whether the first axis of its bottoms is time, not the batch. */
  readonly sequence?: boolean;
  /** Whether it does the same to each of its bottoms, with the same parameters. */
  readonly each?: boolean;
  /**
   * Translates a layer.
   *
   * @param call The layer, and the shapes of its bottoms.
   * @returns The operation; nothing after a report, or where a shape that it needs is unknown.
   */
  translate(call: RuleCall): Translation | undefined;
}

/** Rules by the keys of types. */
export type Rules = Readonly<Record<string, Rule>>;

/** One bottom, as most layers take. */
export const one = [1, 1] as const;

/** As many bottoms as there are. */
export const any = [0, Number.POSITIVE_INFINITY] as const;

/**
 * A rule that needs no parameters.
 *
 * @param op Name of the operation.
 * @param attributes Its attributes.
 * @returns The rule.
 */
export function plain(op: string, attributes: Record<string, unknown> = {}): Rule {
  const translation = { op, attributes };
  return { bottoms: one, translate: () => translation };
}

/** What is known of a layer that no operation stands for. */
export interface Opaque {
  /** Whole shapes of what it gives, first axis included. */
  readonly shapes: readonly Shape[];
  readonly kind: Category;
  readonly params?: number;
  readonly macs?: number;
}

/**
 * A layer that no operation stands for, with the numbers that Caffe's arithmetic gives it.
 *
 * @param layer The layer.
 * @param known What is known of it.
 * @returns The translation.
 */
export function opaque({ type, name }: CaffeLayer, known: Opaque): Translation {
  return { op: 'op', attributes: { name: type || name, ...known } };
}

/**
 * Resolves an axis as Caffe does: from the end when it is negative.
 *
 * @param axis The axis.
 * @param shape Shape that it is an axis of.
 * @param params Message that says it.
 * @param name Field that says it.
 * @returns The axis from 0; nothing after a report.
 */
export function axisOf(
  axis: number,
  shape: Shape,
  params: Fields,
  name: string,
): number | undefined {
  const resolved = axis < 0 ? axis + shape.length : axis;
  if (resolved >= 0 && resolved < shape.length) return resolved;
  return params.fail(
    'shape-mismatch',
    `\`${name}\` \`${axis}\` is no axis of ${quote(shape.join('×'))}`,
    `Write a number from 0 to ${shape.length - 1}, or from -1 to -${shape.length}.`,
    name,
  );
}

/**
 * Multiplies sizes.
 *
 * @param sizes The sizes.
 * @returns Their product.
 */
export function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}
