/** Says which formulas cannot be set, where they are written. */
import type { Place, Problem, Reporter } from './diagnostics.js';
import { Source } from './notation/source.js';
import type { Branch, Spec, Step } from './notation/spec.js';
import { MathError, segmentsOf, typeset } from './scene/math.js';
import type { SettingsLayer } from './settings.js';
import { quote } from './validation.js';

/** Settings whose texts are drawn; a title and a caption are text of the page. */
const drawnKeys = ['labels', 'draw', 'options', 'styles'] as const;

/**
 * Reports the formulas that cannot be set, in settings of all places and in the
 * names of operations and groups.
 *
 * @param spec The description.
 * @param text Text of the block.
 * @param layers Where settings were said.
 * @param block Which of them is the block.
 * @param reporter Where problems of the block go.
 * @returns Whether all can be set.
 */
export function checkFormulas(
  spec: Spec,
  text: string,
  layers: readonly SettingsLayer[],
  block: SettingsLayer,
  reporter: Reporter,
): boolean {
  let right = true;
  const check = (said: string, report: (source: string, problem: Problem) => void) => {
    for (const { source, tex } of segmentsOf(said)) {
      const error = tex === undefined ? undefined : errorOf(tex);
      if (!error) continue;
      right = false;
      report(source, problemOf(source, error));
    }
  };
  for (const layer of layers) {
    for (const { path, said } of drawnKeys.flatMap((key) => textsIn(layer.values[key], [key]))) {
      check(said, (source, problem) => {
        const place = layer.at(path, false);
        const exact = place && layer === block ? narrowed(source, text, place) : place;
        layer.report({ ...problem, place: exact });
      });
    }
  }
  const steps = [...spec.layers, ...[...spec.blocks.values()].flatMap(({ body }) => body)];
  for (const { said, place } of steps.flatMap(namesIn)) {
    check(said, (source, problem) =>
      reporter.report({ ...problem, place: narrowed(source, text, place) }),
    );
  }
  return right;
}

/** The place of a formula in that of its text; of the whole text where it is written in another way. */
function narrowed(source: string, text: string, place: Place): Place {
  const around = text.slice(place.start.offset, place.end.offset);
  // As it is, and as quotes of both kinds make it.
  for (const written of [source, source.replaceAll('\\', '\\\\'), source.replaceAll("'", "''")]) {
    const at = around.indexOf(written);
    const start = place.start.offset + at;
    if (at >= 0) return new Source(text).place(start, start + written.length);
  }
  return place;
}

/**
 * Words what is wrong with a formula.
 *
 * @param source The formula in its dollars.
 * @param error Why it cannot be set.
 * @returns The problem, without a place.
 */
export function problemOf(source: string, error: MathError): Problem {
  if (error.rule === 'math-not-loaded') {
    return {
      rule: error.rule,
      message: `the formula ${quote(source)} needs MathJax, which is not loaded`,
      hint: 'Call `loadMath()` of `nnfig/math` before figures are drawn; Node needs no call.',
    };
  }
  return {
    rule: error.rule,
    message: `the formula ${quote(source)} cannot be drawn: ${error.message}`,
    hint: error.hint ?? 'A formula is TeX between dollars; a dollar itself is written `\\$`.',
  };
}

function errorOf(tex: string): MathError | undefined {
  try {
    typeset(tex);
    return undefined;
  } catch (error) {
    if (error instanceof MathError) return error;
    throw error;
  }
}

/** Settings are no deeper; what refers to itself would be without end. */
const deepest = 8;

/** A text and where it stands among settings. */
interface Said {
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

function textsIn(value: unknown, path: readonly PropertyKey[]): Said[] {
  if (typeof value === 'string') return value.includes('$') ? [{ path, said: value }] : [];
  if (typeof value !== 'object' || value === null || path.length > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

/** Names that figures show as they are written: of unknown operations, and of groups. */
function namesIn(step: Step): { readonly said: string; readonly place: Place }[] {
  switch (step.kind) {
    case 'layer': {
      const name = step.op === 'op' ? step.attributes.get('name') : undefined;
      return name?.value.kind === 'text' || name?.value.kind === 'word'
        ? [{ said: name.value.text, place: name.place }]
        : [];
    }
    case 'group': {
      const own = step.name === undefined ? [] : [{ said: step.name, place: step.place }];
      return [...own, ...step.body.flatMap(namesIn)];
    }
    case 'residual': {
      const shortcut = step.shortcut === 'none' ? [] : (step.shortcut ?? []);
      return [...step.body, ...shortcut].flatMap(namesIn);
    }
    case 'merge':
      return step.branches.flatMap((branch: Branch) =>
        branch.kind === 'steps' ? branch.steps.flatMap(namesIn) : [],
      );
    default:
      return [];
  }
}
