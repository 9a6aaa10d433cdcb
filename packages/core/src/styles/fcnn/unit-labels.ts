/** Templates for the names of units: `x{i}` is x₁, x₂, … */
import { mathRuns, segmentsOf } from '../../scene/math.js';
import type { TextRun } from '../../scene/scene.js';
import { runsOf } from '../../scene/scripts.js';

/** Placeholders of these templates, each with what it stands for. */
export const unitPlaceholders = {
  i: 'The unit, from 1.',
  l: 'The layer, from 0, the input.',
  n: 'How many units the layer has.',
} as const;

/** What the placeholders stand for. */
export type UnitValues = Readonly<Record<keyof typeof unitPlaceholders, number>>;

/** Script of what follows a mark. */
const scripts: Readonly<Record<string, 'sub' | 'super'>> = { _: 'sub', '^': 'super' };

/**
 * `_{…}` or `^{…}`; `_` or `^` with brackets, digits, or a letter that ends its
 * word; a placeholder; `*…*`.
 */
const markup =
  /([_^])\{((?:[^{}]|\{[^{}]*\})*)\}|([_^])(\((?:[^(){}]|\{[^{}]*\})*\)|\d+|\p{L}(?!\p{L}))|\{([^{}]*)\}|\*([^*]+)\*/gu;

/**
 * Fills a template. A placeholder right after a letter is lowered; a lone
 * letter with an index or an exponent is slanted, as variables are, and so is
 * what stands between stars. In a formula, braces around the name of a
 * placeholder are one, and all else is TeX.
 *
 * @param template Such as `x{i}`, `h_{i}^({l})`, or a name.
 * @param values What the placeholders stand for.
 * @returns The pieces of the line.
 */
export function fillUnitLabel(template: string, values: UnitValues): TextRun[] {
  return segmentsOf(template).flatMap(({ source, tex }) =>
    tex === undefined ? fillText(source, values) : mathRuns(fillFormula(source, values)),
  );
}

function fillFormula(source: string, values: UnitValues): string {
  return source.replace(/\{([^{}]*)\}/g, (group, name: string) => {
    const value = valueFor(name, values);
    return value === undefined ? group : `{${value}}`;
  });
}

function fillText(template: string, values: UnitValues): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const match of template.matchAll(markup)) {
    const [whole, groupMark, group = '', shortMark, short = '', name = '', slanted] = match;
    runs.push(...runsOf(template.slice(at, match.index)));
    at = match.index + whole.length;
    if (slanted !== undefined) {
      runs.push({ text: slanted, italic: true });
      continue;
    }
    const mark = groupMark ?? shortMark;
    if (mark !== undefined) {
      const content =
        groupMark === undefined
          ? fillPlain(short, values)
          : (valueFor(group, values) ?? fillPlain(group, values));
      if (content !== '') runs.push({ text: content, script: scripts[mark] as 'sub' | 'super' });
      continue;
    }
    const value = valueFor(name, values);
    if (value === undefined) continue;
    const last = runs.at(-1);
    const lowered = last !== undefined && last.script === undefined && /\p{L}$/u.test(last.text);
    runs.push(lowered ? { text: value, script: 'sub' } : { text: value });
  }
  runs.push(...runsOf(template.slice(at)));
  const shown = runs.filter(({ text }) => text !== '');
  return shown.map((run, index) =>
    run.script === undefined && isVariable(run.text) && shown[index + 1]?.script !== undefined
      ? { ...run, italic: true }
      : run,
  );
}

/**
 * The placeholders of a template that do not exist.
 *
 * @param template The template.
 * @returns Their names.
 */
export function unknownPlaceholders(template: string): string[] {
  return segmentsOf(template).flatMap(({ source, tex }) =>
    [...(tex === undefined ? source.matchAll(/([_^]?)\{([^{}]*)\}/g) : [])].flatMap(
      ([, mark, name = '']) => (mark || Object.hasOwn(unitPlaceholders, name) ? [] : [name]),
    ),
  );
}

function valueFor(name: string, values: UnitValues): string | undefined {
  return Object.hasOwn(values, name) ? String(values[name as keyof UnitValues]) : undefined;
}

function fillPlain(text: string, values: UnitValues): string {
  return text.replace(/\{([^{}]*)\}/g, (_, name: string) => valueFor(name, values) ?? '');
}

function isVariable(text: string): boolean {
  return /^\p{L}$/u.test(text);
}
