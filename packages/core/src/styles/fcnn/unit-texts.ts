/** What stands in and beside the circles: names of units, inputs, outputs. */
import type { TextRun } from '../../scene/scene.js';
import { type LineExtent, measureLine, plainText, runsOf } from '../../scene/scripts.js';
import { listOf, suggestion } from '../../suggest.js';
import type { DrawContext } from '../style.js';
import type { NetworkColumn } from './columns.js';
import type { Options } from './options.js';
import { ofUnit } from './per-layer.js';
import { fillUnitLabel, unitPlaceholders, unknownPlaceholders } from './unit-labels.js';

/** The texts of one layer, by unit. */
export interface UnitTexts {
  readonly inside: ReadonlyMap<number, readonly TextRun[]>;
  /** Size of the texts that stand inside: the same in all circles of the layer. */
  readonly insideSize: number;
  readonly beside: ReadonlyMap<number, readonly TextRun[]>;
  /** Room that the largest text beside a circle takes; nothing when there is none. */
  readonly besideExtent: LineExtent | undefined;
}

/** Between a text in a circle and its outline. */
const insideMargin = 0.75;

/** A smaller text is not read. */
const leastSize = 8;

/**
 * Gathers the texts of the units that are shown.
 *
 * @param columns The layers.
 * @param shown For each layer, the units that are shown, from 0.
 * @param options The options.
 * @param context Where to report.
 * @returns The texts of each layer.
 */
export function unitTextsOf(
  columns: readonly NetworkColumn[],
  shown: readonly (readonly number[])[],
  options: Options,
  context: DrawContext,
): UnitTexts[] {
  checkTemplates(options, context);
  return columns.map((column, layer): UnitTexts => {
    const units = shown[layer] ?? [];
    const outer = layer === 0 || layer === columns.length - 1;
    const names = namesOf(units, layer, column.shape[1] ?? 0, options);
    const size = insideSize([...names.values()], options);
    const place = placeOf(names, size, outer, options);
    const tooLong = place === 'inside' && names.size > 0 && size < leastSize;
    if (tooLong || (place === 'beside' && !outer && names.size > 0)) {
      reportNoRoom(names, layer, outer, options, context);
    }
    const inside = place === 'inside' && !tooLong ? names : new Map<number, TextRun[]>();
    const values = valuesOf(layer, columns.length, options);
    const beside = besideOf(units, place === 'beside' && outer ? names : new Map(), values);
    const extents = [...beside.values()].map((runs) =>
      measureLine({ text: '', runs, size: options.fontSize }),
    );
    const most = (key: keyof LineExtent) => Math.max(...extents.map((extent) => extent[key]));
    return {
      inside,
      insideSize: size,
      beside,
      besideExtent:
        extents.length > 0
          ? { width: most('width'), ascent: most('ascent'), descent: most('descent') }
          : undefined,
    };
  });
}

/**
 * The size at which a text fits in a circle: its box, corner to corner.
 *
 * @param lines The texts; all are to have one size.
 * @param options Size of the circles, and the greatest size of text.
 * @returns The font size.
 */
export function insideSize(
  lines: readonly (readonly TextRun[])[],
  { nodeDiameter, nodeOutlineWidth, fontSize }: Options,
): number {
  const room = nodeDiameter - nodeOutlineWidth - 2 * insideMargin;
  return lines.reduce((least, runs) => {
    const { width, ascent, descent } = measureLine({ text: '', runs, size: 1 });
    return Math.min(least, room / Math.hypot(width, ascent + descent));
  }, fontSize);
}

/** @returns The least diameter in which a text of some size fits. */
function diameterFor(runs: readonly TextRun[], size: number, { nodeOutlineWidth }: Options) {
  const { width, ascent, descent } = measureLine({ text: '', runs, size });
  return Math.ceil(Math.hypot(width, ascent + descent) + nodeOutlineWidth + 2 * insideMargin);
}

function namesOf(
  units: readonly number[],
  layer: number,
  count: number,
  { nodeLabels }: Options,
): Map<number, TextRun[]> {
  const names = new Map<number, TextRun[]>();
  for (const unit of units) {
    const template = ofUnit(nodeLabels, layer, unit);
    if (!template) continue;
    const runs = fillUnitLabel(template, { i: unit + 1, l: layer, n: count });
    if (runs.length > 0) names.set(unit, runs);
  }
  return names;
}

function placeOf(
  names: ReadonlyMap<number, readonly TextRun[]>,
  size: number,
  outer: boolean,
  { nodeLabelPlace }: Options,
): 'inside' | 'beside' {
  if (nodeLabelPlace !== 'auto') return outer ? nodeLabelPlace : 'inside';
  return outer && names.size > 0 && size < leastSize ? 'beside' : 'inside';
}

function valuesOf(layer: number, count: number, options: Options) {
  if (layer === 0) return options.inputValues;
  return layer === count - 1 ? options.outputValues : undefined;
}

function besideOf(
  units: readonly number[],
  names: ReadonlyMap<number, readonly TextRun[]>,
  values: readonly (number | string)[] | undefined,
): Map<number, TextRun[]> {
  const beside = new Map<number, TextRun[]>();
  for (const unit of units) {
    const name = names.get(unit) ?? [];
    const value = values?.[unit];
    const shown = value === undefined ? [] : runsOf(formatValue(value));
    const runs = [
      ...name,
      ...(name.length > 0 && shown.length > 0 ? [{ text: ' = ' }] : []),
      ...shown,
    ];
    if (runs.some(({ text }) => text !== '')) beside.set(unit, runs);
  }
  return beside;
}

/**
 * Writes a value: at most four significant digits, with a true minus.
 *
 * @param value A number, or a text that stays as it is.
 * @returns The text.
 */
export function formatValue(value: number | string): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(4))).replace('-', '−');
}

function checkTemplates({ nodeLabels }: Options, context: DrawContext): void {
  const known = Object.keys(unitPlaceholders);
  const templates = [nodeLabels ?? []].flat(2);
  for (const template of templates) {
    for (const name of template === null ? [] : unknownPlaceholders(template)) {
      context.reportOption(['nodeLabels'], {
        rule: 'unknown-placeholder',
        message: `no placeholder of a unit is called \`{${name}}\``,
        hint: suggestion(name, known, `Use ${listOf(known.map((word) => `{${word}}`))}.`),
      });
    }
  }
}

/** The least of the sizes that a hint asks for. */
const comfortable = 9;

function reportNoRoom(
  names: ReadonlyMap<number, readonly TextRun[]>,
  layer: number,
  outer: boolean,
  options: Options,
  context: DrawContext,
): void {
  const [first] = names.values();
  if (!first) return;
  const size = Math.min(comfortable, options.fontSize);
  const needed = [...names.values()].map((runs) => diameterFor(runs, size, options));
  const diameter = Math.max(...needed);
  const longest = [...names.values()][needed.indexOf(diameter)] ?? first;
  const wider = diameter <= 100 ? `Set \`nodeDiameter: ${diameter}\`` : 'Shorten it';
  context.reportOption(['nodeLabels'], {
    rule: 'no-room',
    severity: 'warning',
    message: `the name \`${plainText(longest)}\` of a unit in layer ${layer} does not fit in its circle`,
    hint: `${wider}${outer ? ', or `nodeLabelPlace: beside`' : ''}; the names of this layer are left out.`,
  });
}
