/** Options that are given by the name of a layer. */
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { Column } from './chain.js';
import type { DrawContext } from './style.js';

/** What a column can be called: by its operation, its name, its id; the later ones weigh more. */
function namesOf({ id, labelled: { layer, block } }: Column): readonly string[] {
  const names = block === undefined ? [layer.op, layer.name, layer.id, id] : [block, id];
  return names.filter((name) => name !== undefined);
}

/**
 * What an option says of a column.
 *
 * @param option Values by name of a layer or operation.
 * @param column The column.
 * @returns The value, and the name that it is given by; nothing when there is none.
 */
export function ofColumn<T>(
  option: Readonly<Record<string, T>> | undefined,
  column: Column,
): { readonly value: T; readonly key: string } | undefined {
  if (!option) return undefined;
  const key = namesOf(column).findLast((name) => Object.hasOwn(option, name));
  return key === undefined ? undefined : { value: option[key] as T, key };
}

/**
 * Warns of names in an option that no column has.
 *
 * @param name Name of the option.
 * @param option What it says.
 * @param columns What is shown.
 * @param context Where to report.
 */
export function checkNames(
  name: string,
  option: Readonly<Record<string, unknown>> | undefined,
  columns: readonly Column[],
  context: DrawContext,
): void {
  const known = new Set(columns.flatMap(namesOf));
  for (const key of Object.keys(option ?? {})) {
    if (known.has(key)) continue;
    context.reportOption([name, key], {
      rule: 'unknown-name',
      severity: 'warning',
      message: `\`${name}\` names ${quote(key)}, but no stack or vector is called so`,
      hint: suggestion(key, known, 'Name a layer by `as`, or give the name of an operation.'),
    });
  }
}
