/** The whole pipeline, from text to figure. */
import type { Element } from 'hast';
import type { Analysis } from './analysis/analysis.js';
import { type Diagnostic, Reporter } from './diagnostics.js';
import { checkStyle, drawScene } from './draw.js';
import { checkFormulas, problemOf } from './formulas.js';
import type { Network } from './network/network.js';
import { describe, describeFormulas } from './output/describe.js';
import { svgText } from './output/svg-text.js';
import { svgTree } from './output/svg-tree.js';
import { type Adapter, readLayers } from './reading.js';
import { notingMath } from './scene/math.js';
import type { Scene } from './scene/scene.js';
import type { FigureSettings, SettingsLayer } from './settings.js';

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

/** How a description is read and counted. */
export type AnalyzeSettings = Pick<
  FigureSettings,
  'profile' | 'batch' | 'format' | 'input' | 'phase' | 'counting'
>;

/** Settings that stand in no text. */
function plainLayer(values: FigureSettings, reporter: Reporter): SettingsLayer {
  return {
    subject: 'the settings',
    values: { ...values },
    at: () => undefined,
    report: (problem) => reporter.report(problem),
  };
}

/**
 * Reads a description and counts its network.
 *
 * @param text Text of a block.
 * @param settings How it is read and counted, whatever the block says; the profile, where it names none.
 * @param adapter Files that it may name, and readers of further notations.
 * @returns The network, its analysis, and every problem.
 */
export function analyzeText(
  text: string,
  { profile, ...settings }: AnalyzeSettings = {},
  adapter: Adapter = {},
): { network?: Network; analysis?: Analysis; diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const above = plainLayer(settings, reporter);
  const below = plainLayer({ profile }, reporter);
  const { network, analysis } = readLayers(text, reporter, [above], [below], adapter);
  return {
    ...(network && { network }),
    ...(analysis && { analysis }),
    diagnostics: reporter.diagnostics,
  };
}

/**
 * Draws a description with settings from several places.
 *
 * @param text Text of a block.
 * @param reporter Where problems of the block go.
 * @param above Settings that go before the block's own.
 * @param below Settings that come after the block's own.
 * @param adapter Files that it may name, and readers of further notations.
 * @returns The figure; no `svg` when a problem is an error.
 */
export function renderLayers(
  text: string,
  reporter: Reporter,
  above: readonly SettingsLayer[],
  below: readonly SettingsLayer[],
  adapter: Adapter = {},
): Rendering {
  const reading = readLayers(text, reporter, above, below, adapter);
  const { spec, network, analysis, block, layers, checked, settings } = reading;
  const title = settings.title ?? network?.name ?? spec.name ?? '';
  const caption = [settings.title, settings.caption].filter(Boolean).join('. ');
  const base = { title, caption, settings };
  const formulas = checkFormulas(spec, text, layers, block, reporter);
  if (!network || !analysis) {
    checkStyle(settings, layers, checked);
    return { ...base, description: '', diagnostics: reporter.diagnostics };
  }
  const { result: drawn, problems } = notingMath(() =>
    drawScene(network, analysis, settings, layers, checked, reporter, adapter.read),
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
 * @param adapter Files that it may name, such as weights, and readers of further notations.
 * @returns The figure, and every problem; no `svg` when one is an error.
 */
export function render(
  text: string,
  settings: FigureSettings = {},
  overrides: FigureSettings = {},
  adapter: Adapter = {},
): Rendering {
  const reporter = new Reporter();
  const above = plainLayer(overrides, reporter);
  const below = plainLayer(settings, reporter);
  return renderLayers(text, reporter, [above], [below], adapter);
}
