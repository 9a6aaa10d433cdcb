/** The first half of the pipeline: from a text and the settings around it to a counted network. */
import type { Analysis } from './analysis/analysis.js';
import { analyze } from './analysis/analyze.js';
import { declaredInputs, declaredShapes } from './declared-shapes.js';
import type { Reporter } from './diagnostics.js';
import type { ModelReader } from './model-reader.js';
import { readModel, textOf } from './model-text.js';
import { buildNetwork } from './network/build.js';
import type { Network } from './network/network.js';
import { type Format, findFormat, formatOf, formats, styleOf } from './notation/format.js';
import { partText } from './notation/preamble.js';
import { emptySpec, readCallsSpec, readSpec } from './notation/read.js';
import { Source } from './notation/source.js';
import type { Spec } from './notation/spec.js';
import { checkSettings, type FigureSettings, type SettingsLayer } from './settings.js';
import type { ReadFile } from './styles/style.js';
import { listOf, suggestion } from './suggest.js';
import { quote } from './validation.js';

/** What an adapter lends to core, which has no files and no readers of its own. */
export interface Adapter {
  /** Reads files that a block names; there are none unless given. */
  readonly read?: ReadFile | undefined;
  /** Readers of further notations and of model files. */
  readonly readers?: readonly ModelReader[] | undefined;
}

/** A text, read and counted as far as it could be. */
export interface Reading {
  readonly spec: Spec;
  readonly network?: Network;
  readonly analysis?: Analysis;
  /** The settings of the block itself. */
  readonly block: SettingsLayer;
  /** Where settings were said, by precedence. */
  readonly layers: readonly SettingsLayer[];
  /** The right ones among them, by the same order. */
  readonly checked: readonly FigureSettings[];
  /** The settings that hold. */
  readonly settings: FigureSettings;
}

/** A text before its network is built. */
interface Text {
  readonly spec: Spec;
  readonly broken: boolean;
  /** What reads the network; nothing for nnfig's own notations. */
  readonly reader?: ModelReader;
  /** What it reads. */
  readonly source?: Source;
  readonly style: string | undefined;
}

/** The notation that the settings name; reports a name that none has. */
function namedFormat(
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
  readers: readonly ModelReader[],
): ModelReader | Format | undefined {
  const index = checked.findIndex(({ format }) => format !== undefined);
  const name = checked[index]?.format;
  if (name === undefined) return undefined;
  const found = findFormat(name, readers);
  if (found !== undefined) return found;
  const layer = layers[index];
  const names = [...formats, ...readers.map((reader) => reader.name)];
  layer?.report({
    rule: 'unknown-format',
    message: `there is no notation ${quote(name)}`,
    place: layer.at(['format'], false),
    hint: suggestion(name, names, `Use ${listOf(names)}.`),
  });
  return undefined;
}

/** Reads the notation, or finds what does. */
function readText(
  text: string,
  reporter: Reporter,
  named: ModelReader | Format | undefined,
  readers: readonly ModelReader[],
): Text {
  const source = new Source(text);
  const parts = partText(text);
  const format = named ?? formatOf(parts?.rest ?? text, readers);
  if (format === 'nnfig') return { ...readSpec(source, reporter), style: undefined };
  // What stands before the line that parts a text is in nnfig's own notation.
  const around = parts
    ? readSpec(new Source(parts.settings), reporter, true)
    : { spec: emptySpec({}), broken: false };
  const rest = parts ? new Source(parts.rest) : source;
  if (format !== 'convnetdraw') {
    return { ...around, reader: format, source: rest, style: format.style };
  }
  const { spec, broken } = readCallsSpec(rest, reporter);
  const { inputs, layers, defined } = spec;
  for (const { place } of around.spec.inputs) {
    reporter.report({
      rule: 'given-twice',
      message: 'a text of ConvNetDraw says the sizes of its input itself',
      place,
      hint: 'Leave `input` out.',
    });
  }
  return {
    spec: parts ? { ...around.spec, inputs, layers, defined } : spec,
    broken: broken || around.broken,
    style: styleOf[format],
  };
}

/** The block's own settings, which know where they stand. */
function blockSettings(spec: Spec, reporter: Reporter): SettingsLayer {
  return {
    subject: 'a block',
    values: Object.fromEntries([...spec.drawing].map(([key, located]) => [key, located.value])),
    at([first, ...path], key) {
      const located = [...spec.drawing].find(([name]) => name === first)?.[1];
      return located?.at(path, key);
    },
    report: (problem) => reporter.report(problem),
  };
}

/** What texts of a notation look like where nothing else is said. */
function usualSettings(style: string | undefined, reporter: Reporter): SettingsLayer {
  return {
    subject: 'the notation',
    values: style === undefined ? {} : { style },
    at: () => undefined,
    report: (problem) => reporter.report(problem),
  };
}

/**
 * Reads a text and counts its network.
 *
 * @param text Text of a block.
 * @param reporter Where problems of the block go.
 * @param above Settings that go before the block's own.
 * @param below Settings that come after the block's own.
 * @param adapter Files and readers.
 * @returns The notation, the settings that hold, the network and its analysis; no network when
 *   a problem is an error.
 */
export function readLayers(
  text: string,
  reporter: Reporter,
  above: readonly SettingsLayer[],
  below: readonly SettingsLayer[],
  adapter: Adapter = {},
): Reading {
  const { readers = [] } = adapter;
  const outerAbove = above.map(checkSettings);
  const outerBelow = below.map(checkSettings);
  // How a text is read can only be said around it.
  const outer = [...outerAbove, ...outerBelow];
  const named = namedFormat([...above, ...below], outer, readers);
  const read = readText(text, reporter, named, readers);
  const { spec } = read;
  const block = blockSettings(spec, reporter);
  const checkedBlock = checkSettings(block);
  const file = textOf(spec, checkedBlock.format, block, reporter, adapter);
  const usual = usualSettings(file?.reader?.style ?? read.style, reporter);
  const layers = [...above, block, ...below, usual];
  const checked = [...outerAbove, checkedBlock, ...outerBelow, checkSettings(usual)];
  const settings: FigureSettings = Object.assign({}, ...[...checked].reverse());
  const base = { spec, block, layers, checked, settings };

  const known = reporter.diagnostics.length;
  const inputs = declaredInputs(spec, layers, checked, above.length, reporter);
  const shapes = declaredShapes(spec, reporter);
  const context = { batch: settings.batch ?? 1, phase: settings.phase, inputs, shapes };
  // A reader would ask for the sizes that were just found to be wrong.
  const sized = reporter.diagnostics.length === known;
  if (read.broken || (!sized && (read.reader || spec.from))) return base;
  let network: Network | undefined;
  if (spec.from) network = file && readModel(file, context, reporter);
  else if (read.reader && read.source) {
    network = read.reader.read(read.source, { ...context, reporter });
  } else {
    network = buildNetwork(spec, reporter, {
      ...(settings.profile && { profile: settings.profile }),
      batch: context.batch,
      // The block's own inputs are in its notation already.
      inputs: declaredInputs(emptySpec({}), layers, checked, above.length, reporter),
    });
  }
  if (!network || reporter.failed) return base;
  // A block may give the network of another notation a name of its own.
  const titled = spec.name === undefined ? network : { ...network, name: spec.name };
  return { ...base, network: titled, analysis: analyze(titled, settings.counting) };
}
