/** The whole pipeline, from text to figure. */
import type { Element } from 'hast';
import type { Analysis } from './analysis/analysis.js';
import { analyze } from './analysis/analyze.js';
import { type Diagnostic, Reporter } from './diagnostics.js';
import { checkStyle, drawScene } from './draw.js';
import { checkFormulas, problemOf } from './formulas.js';
import { buildNetwork } from './network/build.js';
import type { Network } from './network/network.js';
import { type Format, styleOf } from './notation/format.js';
import { readSpec } from './notation/read.js';
import type { Spec } from './notation/spec.js';
import { describe, describeFormulas } from './output/describe.js';
import { svgText } from './output/svg-text.js';
import { svgTree } from './output/svg-tree.js';
import { notingMath } from './scene/math.js';
import type { Scene } from './scene/scene.js';
import { checkSettings, type FigureSettings, type SettingsLayer } from './settings.js';
import type { ReadFile } from './styles/style.js';

/** A description, read and counted. */
export interface Reading {
  readonly spec: Spec;
  readonly network: Network;
  readonly analysis: Analysis;
}

/** A figure, as far as it could be drawn. */
export interface Rendering {
  /** The `<svg>` as text; nothing when a problem is an error. */
  readonly svg?: string;
  /** The `<svg>` as hast. */
  readonly element?: Element;
  readonly scene?: Scene;
  readonly network?: Network;
  readonly analysis?: Analysis;
  /** Name of the figure; empty when nothing names it. */
  readonly title: string;
  readonly caption: string;
  readonly description: string;
  /** Settings that hold, by precedence. */
  readonly settings: FigureSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a description is counted. */
export interface AnalyzeSettings {
  /** Profile when the description names none. */
  readonly profile?: FigureSettings['profile'];
  /** Size of the batch axis; 1 unless given. */
  readonly batch?: number;
  /** Notation of the text; told from the text unless given. */
  readonly format?: Format | undefined;
}

/**
 * Reads a description and counts its network.
 *
 * @param text Text of a block.
 * @param reporter Where problems go.
 * @param settings Profile, batch size and notation.
 * @returns The notation, the network and its analysis; no network when a problem is an error.
 */
export function readNetwork(
  text: string,
  reporter: Reporter,
  settings: AnalyzeSettings = {},
): Partial<Reading> & { readonly spec: Spec; readonly format: Format } {
  const { spec, broken, format } = readSpec(text, reporter, settings.format);
  if (broken) return { spec, format };
  const network = buildNetwork(spec, reporter, {
    ...(settings.profile && { profile: settings.profile }),
    ...(settings.batch !== undefined && { batch: settings.batch }),
  });
  if (reporter.failed) return { spec, format };
  return { spec, format, network, analysis: analyze(network) };
}

/**
 * Reads a description and counts its network.
 *
 * @param text Text of a block.
 * @param settings Profile, batch size and notation.
 * @returns The network, its analysis, and every problem.
 */
export function analyzeText(
  text: string,
  settings: AnalyzeSettings = {},
): { network?: Network; analysis?: Analysis; diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const { network, analysis } = readNetwork(text, reporter, settings);
  return {
    ...(network && { network }),
    ...(analysis && { analysis }),
    diagnostics: reporter.diagnostics,
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
function usualSettings(format: Format, reporter: Reporter): SettingsLayer {
  const style = styleOf[format];
  return {
    subject: 'the notation',
    values: style === undefined ? {} : { style },
    at: () => undefined,
    report: (problem) => reporter.report(problem),
  };
}

/**
 * Finds what is said of how a block is read and counted.
 *
 * @param checked Settings around it, by precedence.
 * @returns Profile and notation.
 */
export function readingSettings(
  checked: readonly FigureSettings[],
): Pick<FigureSettings, 'profile' | 'format'> {
  return {
    profile: checked.find(({ profile }) => profile !== undefined)?.profile,
    format: checked.find(({ format }) => format !== undefined)?.format,
  };
}

/**
 * Draws a description with settings from several places.
 *
 * @param text Text of a block.
 * @param reporter Where problems of the block go.
 * @param above Settings that go before the block's own.
 * @param below Settings that come after the block's own.
 * @param read Reads files that options name; there are none unless given.
 * @returns The figure; no `svg` when a problem is an error.
 */
export function renderLayers(
  text: string,
  reporter: Reporter,
  above: readonly SettingsLayer[],
  below: readonly SettingsLayer[],
  read?: ReadFile,
): Rendering {
  // How the block is read and counted is said around it, so those settings come first.
  const outer = [...above, ...below].map(checkSettings);
  const { spec, format, network, analysis } = readNetwork(text, reporter, readingSettings(outer));
  const block = blockSettings(spec, reporter);
  const usual = usualSettings(format, reporter);
  const layers = [...above, block, ...below, usual];
  const checked = [
    ...outer.slice(0, above.length),
    checkSettings(block),
    ...outer.slice(above.length),
    checkSettings(usual),
  ];
  const settings: FigureSettings = Object.assign({}, ...[...checked].reverse());
  const title = settings.title ?? spec.name ?? '';
  const caption = [settings.title, settings.caption].filter(Boolean).join('. ');
  const base = { title, caption, settings };
  const formulas = checkFormulas(spec, text, layers, block, reporter);
  if (!network || !analysis) {
    checkStyle(settings, layers, checked);
    return { ...base, description: '', diagnostics: reporter.diagnostics };
  }
  const { result: drawn, problems } = notingMath(() =>
    drawScene(network, analysis, settings, layers, checked, reporter, read),
  );
  // Those that are not written so, but put together from a template and its values.
  if (formulas) {
    for (const [source, error] of problems) reporter.report(problemOf(source, error));
  }
  const described = describe(network, analysis, title);
  const description =
    settings.description ??
    [described, describeFormulas(drawn?.children ?? [])].filter(Boolean).join(' ');
  if (!drawn || reporter.failed) {
    return { ...base, description, network, analysis, diagnostics: reporter.diagnostics };
  }
  const element = svgTree(drawn, {
    title: title || 'Neural network',
    ...(settings.caption && { caption: settings.caption }),
    description,
    theme: settings.theme ?? 'auto',
    ...(settings.width !== undefined && { width: settings.width }),
  });
  return {
    ...base,
    svg: svgText(element),
    element,
    scene: drawn,
    network,
    analysis,
    description,
    diagnostics: reporter.diagnostics,
  };
}

/**
 * Draws a description.
 *
 * @param text Text of a block.
 * @param settings How it looks, where the block does not say.
 * @param overrides How it looks, whatever the block says.
 * @param read Reads files that options name, such as weights; there are none unless given.
 * @returns The figure, and every problem; no `svg` when one is an error.
 */
export function render(
  text: string,
  settings: FigureSettings = {},
  overrides: FigureSettings = {},
  read?: ReadFile,
): Rendering {
  const reporter = new Reporter();
  const layer = (values: FigureSettings): SettingsLayer => ({
    subject: 'the settings',
    values: { ...values },
    at: () => undefined,
    report: (problem) => reporter.report(problem),
  });
  return renderLayers(text, reporter, [layer(overrides)], [layer(settings)], read);
}
