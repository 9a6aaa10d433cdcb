/** Chooses the style, resolves its options, and draws. */
import type { Analysis } from './analysis/analysis.js';
import type { Place, Problem, Reporter } from './diagnostics.js';
import type { Layer, Network } from './network/network.js';
import type { Scene } from './scene/scene.js';
import { sketch } from './scene/sketch/sketch.js';
import type { FigureSettings, SettingsLayer } from './settings.js';
import { sketchOptions } from './sketching.js';
import { chooseStyle, findStyle, styles } from './styles/index.js';
import { palettes } from './styles/palette.js';
import type { DrawOverride, ReadFile, Style } from './styles/style.js';
import { listOf, suggestion } from './suggest.js';
import { explain, keysOf, quote } from './validation.js';

/** First place, by precedence, where a key is said. */
function sayer(layers: readonly SettingsLayer[], key: string): SettingsLayer | undefined {
  return layers.find((layer) => layer.values[key] !== undefined);
}

/** The style that is asked for; reports a name that none has. */
function namedStyle(name: string, layer: SettingsLayer | undefined): Style | undefined {
  const style = findStyle(name);
  if (style) return style;
  const names = styles.map((each) => each.name);
  layer?.report({
    rule: 'unknown-style',
    message: `there is no style ${quote(name)}`,
    place: layer.at(['style'], false),
    hint: suggestion(name, names, `Use ${listOf(names)}.`),
  });
  return undefined;
}

/** The style that is asked for, or one that can show the network. */
function resolveStyle(
  network: Network,
  settings: FigureSettings,
  layers: readonly SettingsLayer[],
): Style | undefined {
  if (settings.style === undefined) return chooseStyle(network);
  const layer = sayer(layers, 'style');
  const style = namedStyle(settings.style, layer);
  if (!style) return undefined;
  const refusal = style.refuses(network);
  if (refusal !== undefined) {
    const able = styles.filter((other) => other.refuses(network) === undefined);
    layer?.report({
      rule: 'style-cannot-show',
      message: `style \`${style.name}\` cannot show this network: ${refusal.replace(/\.$/, '')}`,
      place: layer.at(['style'], false),
      hint:
        able.length > 0
          ? `${listOf(able.map(({ name }) => name))} can; leave \`style\` out to have one chosen.`
          : undefined,
    });
    return undefined;
  }
  return style;
}

/** Options of a style from all places, each place checked on its own so that problems stand where they are. */
function resolveOptions(
  style: Style,
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
): Record<string, unknown> | undefined {
  const known = keysOf(style.options);
  let merged: Record<string, unknown> = {};
  let right = true;
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index] as SettingsLayer;
    const { options, styles: byStyle } = checked[index] as FigureSettings;
    for (const [path, values] of [
      [['styles', style.name], byStyle?.[style.name]],
      [['options'], options],
    ] as const) {
      if (!values) continue;
      const result = style.options.safeParse(values);
      if (!result.success) {
        right = false;
        for (const problem of explain(result.error, values, `style \`${style.name}\``, known)) {
          const place = layer.at([...path, ...problem.path], problem.key);
          layer.report({ ...problem, rule: problem.key ? 'unknown-option' : problem.rule, place });
        }
      }
      merged = { ...merged, ...values };
    }
  }
  if (!right) return undefined;
  const result = style.options.safeParse(merged);
  if (result.success) return result.data;
  // Each place is right alone but not together, so no single place is at fault.
  for (const problem of explain(result.error, merged, `style \`${style.name}\``, known)) {
    layers[0]?.report(problem);
  }
  return undefined;
}

/** Reports a problem of an option in the place, by precedence, that says it. */
function reportOption(
  style: Style,
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
  reporter: Reporter,
): (path: readonly PropertyKey[], problem: Problem) => void {
  return (path, problem) => {
    const key = String(path[0]);
    for (const [index, layer] of layers.entries()) {
      const { options, styles: byStyle } = checked[index] as FigureSettings;
      const around =
        options?.[key] !== undefined
          ? ['options']
          : byStyle?.[style.name]?.[key] !== undefined && ['styles', style.name];
      if (!around) continue;
      layer.report({ ...problem, place: problem.place ?? layer.at([...around, ...path], false) });
      return;
    }
    reporter.report(problem);
  };
}

/** Templates by slot; one text fills the first slot. */
function resolveLabels(
  style: Style,
  settings: FigureSettings,
  layers: readonly SettingsLayer[],
): Record<string, string> {
  const { labels } = settings;
  const slots = Object.keys(style.labels);
  if (labels === undefined) return {};
  if (typeof labels === 'string') return slots[0] === undefined ? {} : { [slots[0]]: labels };
  const layer = sayer(layers, 'labels');
  for (const slot of Object.keys(labels)) {
    if (slots.includes(slot)) continue;
    layer?.report({
      rule: 'unknown-label',
      message: `style \`${style.name}\` has no label ${quote(slot)}`,
      place: layer.at(['labels', slot], true),
      hint: suggestion(
        slot,
        slots,
        slots.length > 0 ? `It has ${listOf(slots, 'and')}.` : undefined,
      ),
    });
  }
  return { ...labels };
}

/** Styles that take a key from `draw:`. */
function drawingStyles(key: string): string[] {
  return styles
    .filter(({ drawKeys }) => drawKeys?.some((each) => each === key))
    .map(({ name }) => name);
}

/** What an operation that nnfig does not know is called; the name of any other. */
function calledOf({ op, attributes }: Layer): string {
  return op === 'op' && typeof attributes.name === 'string' ? attributes.name : op;
}

/** What every style takes from `draw:`. */
const usualDrawKeys = ['color', 'label', 'caption', 'place'];

/** What `draw:` says of a layer that it does not name. */
const unchanged: DrawOverride = Object.freeze({});

/** What `draw:` says of each layer: by id, by name, then by operation; warns of what has no effect. */
function resolveOverrides(
  style: Style,
  network: Network,
  settings: FigureSettings,
  layers: readonly SettingsLayer[],
): (layer: string) => DrawOverride {
  const draw = settings.draw ?? {};
  if (Object.keys(draw).length === 0) return () => unchanged;
  const byId = new Map(network.layers.map((layer) => [layer.id, layer]));
  const layer = sayer(layers, 'draw');
  const placeOf = (key: string): Place | undefined => layer?.at(['draw', key], true);
  const known = new Set(
    network.layers.flatMap((each) => [each.id, each.name ?? each.id, each.op, calledOf(each)]),
  );
  const names = new Set(network.layers.map(({ name }) => name));
  const keys = [...usualDrawKeys, ...(style.drawKeys ?? [])];
  for (const [key, entry] of Object.entries(draw)) {
    for (const each of Object.keys(entry)) {
      if (keys.includes(each)) continue;
      layer?.report({
        rule: 'ignored-setting',
        severity: 'warning',
        message: `style \`${style.name}\` does not take \`${each}\` from \`draw\``,
        place: layer.at(['draw', key, each], true),
        hint: `Leave it out; it is for ${listOf(drawingStyles(each), 'and')}.`,
      });
    }
    if (known.has(key)) continue;
    layer?.report({
      rule: 'unknown-name',
      severity: 'warning',
      message: `\`draw\` names ${quote(key)}, but no layer is called so`,
      place: placeOf(key),
      hint: suggestion(key, known, 'Name a layer by `as`, or give the name of an operation.'),
    });
  }
  return (id) => {
    const found = byId.get(id);
    const merged: Record<string, unknown> = {};
    // Where a name looks like the id of another layer, it is the name that is meant.
    const own = names.has(id) && found?.name !== id ? undefined : id;
    for (const key of [found?.op, found && calledOf(found), found?.name, own]) {
      if (key !== undefined && Object.hasOwn(draw, key)) {
        const place = placeOf(key);
        Object.assign(merged, draw[key], place && { place });
      }
    }
    return merged as DrawOverride;
  };
}

/**
 * Checks what is said of the style, where there is no network to draw: its name, its
 * options and its labels.
 *
 * @param settings The settings that hold.
 * @param layers Where settings were said, by precedence.
 * @param checked The right ones among them, by the same order.
 */
export function checkStyle(
  settings: FigureSettings,
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
): void {
  if (settings.style === undefined) return;
  const style = namedStyle(settings.style, sayer(layers, 'style'));
  if (!style) return;
  resolveOptions(style, layers, checked);
  resolveLabels(style, settings, layers);
}

/**
 * Draws a network as the settings say.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @param settings The settings that hold.
 * @param layers Where settings were said, by precedence.
 * @param checked The right ones among them, by the same order.
 * @param reporter Where problems of the block go.
 * @param read Reads files that options name, where there are any.
 * @returns The scene; nothing after a report.
 */
export function drawScene(
  network: Network,
  analysis: Analysis,
  settings: FigureSettings,
  layers: readonly SettingsLayer[],
  checked: readonly FigureSettings[],
  reporter: Reporter,
  read?: ReadFile,
): Scene | undefined {
  const style = resolveStyle(network, settings, layers);
  if (!style) return undefined;
  const options = resolveOptions(style, layers, checked);
  const labels = resolveLabels(style, settings, layers);
  if (!options) return undefined;
  const paletteName = settings.palette ?? 'nnfig';
  const report = reporter.report.bind(reporter);
  const palette = palettes[paletteName];
  const scene = style.draw(network, options, {
    analysis,
    palette,
    paletteName,
    labels,
    legend: settings.legend === true ? 'auto' : (settings.legend ?? false),
    override: resolveOverrides(style, network, settings, layers),
    reportOption: reportOption(style, layers, checked, reporter),
    ...(read && { read }),
    reportSetting: (key, problem) => {
      const layer = sayer(layers, key);
      (layer?.report ?? report)({ ...problem, place: layer?.at([key], false) });
    },
    reportLabel: (slot, problem) => {
      const layer = sayer(layers, 'labels');
      const path = typeof settings.labels === 'string' ? ['labels'] : ['labels', slot];
      (layer?.report ?? report)({ ...problem, place: layer?.at(path, false) });
    },
    report: (problem) => {
      // What concerns the whole figure stands where its style is named.
      const layer = problem.place ? undefined : sayer(layers, 'style');
      (layer?.report ?? report)({
        ...problem,
        place: problem.place ?? layer?.at(['style'], false),
      });
    },
  });
  const hand = sketchOptions(settings.sketch);
  return hand ? sketch(scene, hand, palette.surface) : scene;
}
