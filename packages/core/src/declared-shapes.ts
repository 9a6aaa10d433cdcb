/** Sizes that stand around a text of another notation: in its settings, and in the block. */
import type { Problem, Reporter } from './diagnostics.js';
import type { DeclaredShape } from './network/declared-shape.js';
import { sizes } from './network/evaluate.js';
import { Scope } from './network/scope.js';
import type { Field, Spec } from './notation/spec.js';
import type { FigureSettings, SettingsLayer } from './settings.js';
import { quote } from './validation.js';

/** One entry of the setting `input`: sizes, perhaps after a name. */
const entry = /^(?:([^=\s,]+)\s*=\s*)?(\d+(?:\s*[x×]\s*\d+)*)$/;

/** Sizes of the setting `input`, by name; reports one that is none. */
function ofSetting(said: string | number, layer: SettingsLayer): Map<string, DeclaredShape> {
  const report = (problem: Problem) =>
    layer.report({ ...problem, place: layer.at(['input'], false) });
  const found = new Map<string, DeclaredShape>();
  for (const part of String(said).split(',')) {
    const [, name = '', text] = entry.exec(part.trim()) ?? [];
    const list = text?.split(/\s*[x×]\s*/).map(Number) ?? [];
    if (list.length > 0 && list.every((size) => Number.isSafeInteger(size) && size > 0)) {
      found.set(name, { sizes: list, report });
      continue;
    }
    report({
      rule: 'wrong-value',
      message: `\`input\` must be sizes such as \`3x227x227\`, not ${quote(part.trim())}`,
      hint: 'Write `3x227x227`, or `data=3x227x227,im_info=3` for several.',
    });
  }
  return found;
}

/** What names of sizes mean. */
function scopeOf(spec: Spec): Scope {
  const scope = new Scope();
  for (const [name, value] of spec.dims) {
    scope.set(name, value === undefined ? { kind: 'unknown' } : { kind: 'number', value });
  }
  return scope;
}

function ofField(field: Field, scope: Scope, reporter: Reporter): DeclaredShape | undefined {
  const found = sizes(field, { scope, current: undefined }, reporter, 'a shape');
  if (!found) return undefined;
  return {
    sizes: found,
    report: (problem) => reporter.report({ ...problem, place: field.place }),
  };
}

/**
 * Finds the sizes of inputs that are said around a text.
 *
 * @param spec What the block says; its `input` is that of the empty name.
 * @param layers Where settings were said, by precedence.
 * @param checked The right ones among them, by the same order.
 * @param block Place of the block's own settings in that order.
 * @param reporter Where problems of the block go.
 * @returns Sizes by the name of the input; the settings before the block go before what it says.
 */
export function declaredInputs(
  spec: Spec,
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
  block: number,
  reporter: Reporter,
): ReadonlyMap<string, DeclaredShape> {
  const found = new Map<string, DeclaredShape>();
  const scope = scopeOf(spec);
  for (const [index, layer] of [...layers.entries()].reverse()) {
    if (index === block) {
      for (const { name, shape } of spec.inputs) {
        const declared = shape && ofField(shape, scope, reporter);
        // `input: 3x227x227` gives no name, and is called `input` then.
        if (declared) found.set(name === 'input' ? '' : name, declared);
      }
    }
    const said = checked[index]?.input;
    if (said === undefined) continue;
    for (const [name, declared] of ofSetting(said, layer)) found.set(name, declared);
  }
  return found;
}

/**
 * Finds the shapes of what layers give that a block declares.
 *
 * @param spec What the block says.
 * @param reporter Where problems of the block go.
 * @returns Sizes by the name of the layer.
 */
export function declaredShapes(spec: Spec, reporter: Reporter): ReadonlyMap<string, DeclaredShape> {
  const scope = scopeOf(spec);
  return new Map(
    [...spec.shapes].flatMap(([name, field]) => {
      const declared = ofField(field, scope, reporter);
      return declared ? [[name, declared] as const] : [];
    }),
  );
}
