/** What every Markdown adapter calls: a fence in, a figure and its problems out. */
import type { Element } from 'hast';
import type { Analysis } from './analysis/analysis.js';
import { type Diagnostic, Reporter } from './diagnostics.js';
import { type MetaEntry, parseMeta } from './meta.js';
import type { Network } from './network/network.js';
import { errorElement, figureElement } from './output/figure.js';
import { analysisTable } from './output/table.js';
import { type Adapter, readLayers } from './reading.js';
import { type Rendering, renderLayers } from './render.js';
import type { Scene } from './scene/scene.js';
import { checkSettings, type FigureSettings, type SettingsLayer, settingKeys } from './settings.js';
import { findStyle, styles } from './styles/index.js';
import { suggestion } from './suggest.js';
import { quote } from './validation.js';

/** A fenced block of Markdown. */
export interface Fence extends Adapter {
  /** Text of the block. */
  readonly value: string;
  /** Text after the language on the opening line. */
  readonly meta?: string | null | undefined;
  /** What the page's front matter says under `nnfig`. */
  readonly frontMatter?: unknown;
  /** What the plugin's options say. */
  readonly settings?: FigureSettings | undefined;
  /** What goes before all of these, such as the flags of a command. */
  readonly overrides?: FigureSettings | undefined;
  /** Language of the fence, for its source. */
  readonly lang?: string | undefined;
  /** Class of the figure; `nnfig` unless given. */
  readonly className?: string | undefined;
}

/** A problem and which text it is in: its place is relative to that text. */
export interface FenceDiagnostic extends Diagnostic {
  readonly where: 'block' | 'meta' | 'settings' | 'overrides';
}

/** A fence whose network is counted, not drawn. */
export interface FenceAnalysis {
  /** Nothing when a problem is an error. */
  readonly network?: Network;
  readonly analysis?: Analysis;
  readonly diagnostics: readonly FenceDiagnostic[];
}

/** What becomes of a fence. */
export interface FenceResult {
  /** `false` when the block is to stay code (`render=false`). */
  readonly render: boolean;
  /** The `<svg>` as text; nothing when a problem is an error. */
  readonly svg?: string;
  /** The `<svg>` as hast. */
  readonly svgElement?: Element;
  /** The whole `<figure class="nnfig">` as hast. */
  readonly figure?: Element;
  /** What other formats are written from. */
  readonly scene?: Scene;
  /** Settings that hold, by precedence. */
  readonly settings?: FigureSettings;
  readonly title?: string;
  readonly caption?: string;
  readonly description?: string;
  /** The table of shapes and costs as hast, when it is to be shown. */
  readonly table?: Element;
  /** Text of the block, when it is to be shown. */
  readonly source?: string;
  readonly diagnostics: readonly FenceDiagnostic[];
}

/** Keys of the settings that stand in a meta as they are. */
const metaKeys = settingKeys.filter(
  (key) => !['options', 'styles', 'labels', 'draw'].includes(key),
);

/** The settings of a meta; a word that is no setting is an option of the style. */
function metaSettings(entries: readonly MetaEntry[], reporter: Reporter): SettingsLayer {
  const values: Record<string, unknown> = {};
  const options: Record<string, unknown> = {};
  const named = entries.find(({ key }) => key === 'style');
  const style = typeof named?.value === 'string' ? findStyle(named.value) : undefined;
  const optionKeys = (style ? [style] : styles).flatMap((each) => Object.keys(each.options.shape));
  const places = new Map<string, MetaEntry>();
  for (const entry of entries) {
    const { key, value, place } = entry;
    if (places.has(key)) {
      reporter.report({
        rule: 'given-twice',
        message: `${quote(key)} is given twice`,
        place,
        hint: 'Keep one of them.',
      });
      continue;
    }
    places.set(key, entry);
    if (metaKeys.includes(key)) values[key] = textual.has(key) ? String(value) : value;
    else if (optionKeys.includes(key)) options[key] = value;
    else {
      reporter.report({
        rule: 'unknown-key',
        message: `a fence has no ${quote(key)}`,
        place,
        hint: suggestion(
          key,
          [...metaKeys, ...optionKeys],
          'It has `title="…"`, `style=…`, `width=…`, `source` and the options of its style.',
        ),
      });
    }
  }
  if (Object.keys(options).length > 0) values.options = options;
  return {
    subject: 'a fence',
    values,
    at([first, second], key) {
      const entry = places.get(String(first === 'options' ? second : first));
      return key ? entry?.place : entry?.valuePlace;
    },
    report: (problem) => reporter.report(problem),
  };
}

/** Settings whose value is text, even when it looks like a number. */
const textual: ReadonlySet<string> = new Set([
  'title',
  'caption',
  'description',
  'style',
  'format',
]);

/** Settings that stand in no text that is known here. */
function plainSettings(subject: string, value: unknown, reporter: Reporter): SettingsLayer {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (value !== undefined && value !== null && !isMap) {
    reporter.report({
      rule: 'wrong-value',
      message: `${subject} must be a map of keys and values, not ${quote(value)}`,
      hint: 'Write `nnfig: {style: lenet}`.',
    });
  }
  return {
    subject,
    values: isMap ? (value as Record<string, unknown>) : {},
    at: () => undefined,
    report: (problem) => reporter.report(problem),
  };
}

/** The places that a fence's settings come from, by precedence, and their problems. */
function openFence(fence: Fence) {
  const reporters = {
    overrides: new Reporter(),
    meta: new Reporter(),
    block: new Reporter(),
    settings: new Reporter(),
  };
  const { entries, stray } = parseMeta(fence.meta ?? '');
  for (const { text, place } of stray) {
    reporters.meta.report({
      rule: 'wrong-meta',
      message: `${quote(text)} is no \`key=value\``,
      place,
      hint: 'Write `title="…"` with both quotes.',
    });
  }
  const meta = metaSettings(entries, reporters.meta);
  const { frontMatter, settings, overrides } = fence;
  const above = [meta];
  if (overrides) above.unshift(plainSettings('the call', overrides, reporters.overrides));
  return {
    meta,
    above,
    below: [
      plainSettings('`nnfig` of the front matter', frontMatter, reporters.settings),
      plainSettings('the options of the plugin', settings, reporters.settings),
    ],
    block: reporters.block,
    diagnostics: () =>
      (['overrides', 'meta', 'block', 'settings'] as const).flatMap((where) =>
        reporters[where].diagnostics.map(
          (diagnostic): FenceDiagnostic => ({ ...diagnostic, where }),
        ),
      ),
  };
}

/**
 * Counts the network of a fence, with the profile that its settings say.
 *
 * @param fence The fence.
 * @returns The network, its analysis and every problem; how it would be drawn plays no part.
 */
export function analyzeFence(fence: Fence): FenceAnalysis {
  const { above, below, block, diagnostics } = openFence(fence);
  const { network, analysis } = readLayers(fence.value, block, above, below, fence);
  return {
    ...(network && { network }),
    ...(analysis && { analysis }),
    diagnostics: diagnostics(),
  };
}

/**
 * Turns a fence into a figure. Precedence: overrides, meta, block, front matter, plugin options,
 * defaults.
 *
 * @param fence The fence.
 * @returns The figure and every problem; no figure when one is an error.
 */
export function renderFence(fence: Fence): FenceResult {
  const opened = openFence(fence);
  if (opened.meta.values.render === false) return { render: false, diagnostics: [] };
  const drawn = renderLayers(fence.value, opened.block, opened.above, opened.below, fence);
  if (drawn.settings.render === false) return { render: false, diagnostics: [] };
  const diagnostics = opened.diagnostics();
  const { title, caption, description, element, svg } = drawn;
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  if (!element || svg === undefined || failed) return { render: true, diagnostics };
  const source = drawn.settings.source ? fence.value : undefined;
  const table = tableOf(drawn, fence.className);
  const figure = figureElement({
    svg: element,
    title: title || 'Neural network',
    ...(caption && { caption }),
    ...(table && { table }),
    ...(source !== undefined && { source: { text: source, lang: fence.lang ?? 'nn' } }),
    ...(fence.className !== undefined && { className: fence.className }),
  });
  return {
    render: true,
    svg,
    svgElement: element,
    figure,
    ...(drawn.scene && { scene: drawn.scene }),
    settings: drawn.settings,
    title: title || 'Neural network',
    ...(caption && { caption }),
    description,
    ...(table && { table }),
    ...(source !== undefined && { source }),
    diagnostics,
  };
}

/** The table under a figure, when its settings ask for one. */
function tableOf(
  { network, analysis, settings, title }: Rendering,
  className: string | undefined,
): Element | undefined {
  if (!network || !analysis || !settings.table) return undefined;
  return analysisTable(network, analysis, {
    kind: settings.table === 'layers' ? 'layers' : 'summary',
    title,
    ...(className !== undefined && { className }),
  });
}

/**
 * The card that stands in place of a figure with errors.
 *
 * @param fence Its text, its problems, and the file and line that it starts on.
 * @returns The `<figure class="nnfig nnfig-error">` as hast.
 */
export function errorCard(fence: {
  readonly value: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly path?: string | undefined;
  readonly firstLine?: number | undefined;
  readonly className?: string | undefined;
}): Element {
  return errorElement({
    diagnostics: fence.diagnostics,
    text: fence.value,
    ...(fence.firstLine !== undefined && { firstLine: fence.firstLine }),
    ...(fence.path !== undefined && { path: fence.path }),
    ...(fence.className !== undefined && { className: fence.className }),
  });
}

/**
 * Checks the options of a plugin.
 *
 * @param value What the user gave.
 * @returns Every problem with it.
 */
export function validateSettings(value: unknown): readonly Diagnostic[] {
  const reporter = new Reporter();
  checkSettings(plainSettings('the options', value, reporter));
  return reporter.diagnostics;
}
