/** Works out the values of a step, where its names have meanings. */
import type { Place, Problem } from '../diagnostics.js';
import { ExpressionError, evaluate } from '../notation/expression.js';
import type { Field, Value } from '../notation/spec.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { Scope, Tensor } from './scope.js';

/** Names and the tensor that enters the step, whose width `$in` is. */
export interface Surroundings {
  readonly scope: Scope;
  readonly current: Tensor | undefined;
}

/** Where problems go, each with its place. */
export interface PlacedProblems {
  report(problem: Problem & { readonly place: Place }): void;
}

/** What stands for a value that could not be worked out. */
export const unknown = Symbol('unknown');

/** A worked-out value: plain data, or `unknown`. */
export type Plain = number | string | boolean | null | Plain[] | typeof unknown;

/** Width of a tensor: its channels, or its last axis when it is no feature map. */
function widthOf(tensor: Tensor | undefined): number | undefined {
  if (!tensor?.shape) return undefined;
  return tensor.featureMap ? tensor.shape[1] : tensor.shape[tensor.shape.length - 1];
}

/** Value of a name as a number. */
function numberOf(name: string, { scope, current }: Surroundings): number | undefined {
  const meaning = scope.get(name);
  if (meaning?.kind === 'number') return meaning.value;
  return name === 'in' ? widthOf(current) : undefined;
}

/** Whether another problem hides the value of a name; the width of what enters has no other reason. */
function isHidden(name: string, { scope, current }: Surroundings): boolean {
  const meaning = scope.get(name);
  if (meaning?.kind === 'unknown') return true;
  return name === 'in' && meaning === undefined && !current?.shape;
}

/**
 * Works a value out. Words that are no number's name stay words.
 *
 * @param field The value and where it stands.
 * @param around What its names mean.
 * @param reporter Where problems go.
 * @returns The plain value; `unknown` after a report, or when an earlier problem hides it.
 */
export function plain(field: Field, around: Surroundings, reporter: PlacedProblems): Plain {
  function work(value: Value): Plain {
    switch (value.kind) {
      case 'literal':
        return value.value;
      case 'text':
        return value.text;
      case 'word':
        if (isHidden(value.text, around)) return unknown;
        return numberOf(value.text, around) ?? value.text;
      case 'list':
        return value.items.map(work);
      case 'expression':
        try {
          return evaluate(value.expression, (name) => numberOf(name, around));
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          if (error.unknown !== undefined && isHidden(error.unknown, around)) return unknown;
          if (error.unknown === undefined) {
            const message = `${quote(value.text)} ${error.message}`;
            reporter.report({ rule: 'wrong-value', message, place: field.place });
            return unknown;
          }
          const isTensor = around.scope.get(error.unknown)?.kind === 'tensor';
          reporter.report({
            rule: 'unknown-size',
            message: isTensor
              ? `${quote(error.unknown)} is a tensor, not a number`
              : `in ${quote(value.text)}, ${error.message}`,
            place: field.place,
            hint: isTensor
              ? undefined
              : suggestion(
                  error.unknown,
                  around.scope.numberNames(),
                  `Give it a value: \`dims: {${error.unknown}: 64}\`, or make it a parameter of the block.`,
                ),
          });
          return unknown;
        }
    }
  }
  return work(field.value);
}

/**
 * @param value A worked-out value.
 * @returns Whether any part of it is unknown.
 */
export function isUnknown(value: Plain): boolean {
  return value === unknown || (Array.isArray(value) && value.some(isUnknown));
}

/**
 * Works out a list of sizes: positive whole numbers.
 *
 * @param field `3x224x224`, a number, or a list.
 * @param around What its names mean.
 * @param reporter Where problems go.
 * @param what What it is, in words.
 * @returns The sizes, or nothing after a report.
 */
export function sizes(
  field: Field,
  around: Surroundings,
  reporter: PlacedProblems,
  what: string,
): number[] | undefined {
  const value = plain(field, around, reporter);
  if (isUnknown(value)) return undefined;
  const list = Array.isArray(value) ? value : [value];
  const wrong = list.filter((size) => !(Number.isSafeInteger(size) && Number(size) > 0));
  for (const size of wrong) {
    reporter.report({
      rule: typeof size === 'string' ? 'unknown-size' : 'wrong-value',
      message:
        typeof size === 'string'
          ? `nothing says what the size ${quote(size)} is`
          : `${what} must be made of positive whole numbers, not ${quote(size)}`,
      place: field.place,
      hint:
        typeof size === 'string'
          ? suggestion(
              size,
              around.scope.numberNames(),
              `Give it a value: \`dims: {${size}: 64}\`.`,
            )
          : undefined,
    });
  }
  return wrong.length === 0 ? (list as number[]) : undefined;
}

/**
 * Works out a count, such as a repeat.
 *
 * @param field The value.
 * @param around What its names mean.
 * @param reporter Where problems go.
 * @param what What it is, in words.
 * @param most The largest that is allowed.
 * @returns The count; nothing after a report.
 */
export function count(
  field: Field,
  around: Surroundings,
  reporter: PlacedProblems,
  what: string,
  most: number,
): number | undefined {
  const value = plain(field, around, reporter);
  if (isUnknown(value)) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) {
    return value;
  }
  reporter.report({
    rule: typeof value === 'number' && value > most ? 'absurd-size' : 'wrong-value',
    message: `${what} must be a whole number from 1 to ${most}, not ${quote(value)}`,
    place: field.place,
  });
  return undefined;
}
