/** What the legend of a figure lists: the kinds of operation and the kinds of line that are in it. */
import type { Layer } from '../network/network.js';
import type { Category } from '../ops/operation.js';
import { type LegendEntry, legend } from '../scene/legend.js';
import type { Sample } from '../scene/legend-samples.js';
import type { SceneNode } from '../scene/scene.js';
import { operationTitle } from './labels.js';
import { categories } from './palette.js';
import type { DrawContext, DrawOverride } from './style.js';

const kindTitles: Readonly<Record<Category, string>> = {
  input: 'Input',
  convolution: 'Convolution',
  pooling: 'Pooling',
  dense: 'Dense',
  normalization: 'Normalization',
  activation: 'Activation',
  regularization: 'Regularization',
  reshape: 'Reshape',
  merge: 'Merge',
  resample: 'Resampling',
  embedding: 'Embedding',
  attention: 'Attention',
  recurrent: 'Recurrent',
  other: 'Other',
};

/** Titles of the kinds of line, in the order that every legend has. */
const lineTitles = {
  flow: 'Data flow',
  skip: 'Skip connection',
  copy: 'Copied features',
  kernel: 'Kernel',
  full: 'Full connection',
  projection: 'Enlargement',
  shared: 'Shared weights',
  block: 'Block',
  bias: 'Bias',
  dropped: 'Dropped out',
  weight: 'Weight',
} as const;

/** What a line, or a mark that is no layer, means. */
export type LineKind = keyof typeof lineTitles;

const lineKinds = Object.keys(lineTitles) as readonly LineKind[];

/** One thing in a figure that stands for an operation. */
export interface KindUse {
  readonly category: Category;
  /** How it is painted, small. */
  readonly sample: Sample;
  /** What it is called in place of the title of its kind, such as `Convolution + activation`. */
  readonly label?: string;
  /** Given when `draw:` paints it unlike its kind: what it is then called. */
  readonly own?: OwnName;
}

/** What something with a colour of its own is called. */
export interface OwnName {
  /** Its label, its name, or its operation. */
  readonly name: string;
  /** Title of its operation, which names all of it when they alone have the colour. */
  readonly operation: string;
}

/** One kind of line in a figure. */
export interface LineUse {
  readonly kind: LineKind;
  /** How it is painted, small. */
  readonly sample: Sample;
  /** What it is called in place of the title of its kind. */
  readonly label?: string;
}

/** Of more layers than this that share a colour of their own, the others are counted. */
const mostNames = 2;

/**
 * What the legend of a figure lists. A kind of operation has one entry, painted
 * as its layers are; where `draw:` gives some of them another colour, they get
 * entries of their own, named after them. Data flow alone is left out, as any
 * reader knows what an arrow means.
 *
 * @param kinds All that stands for an operation, in any order.
 * @param lines The kinds of line.
 * @returns The entries, in the order that every figure has.
 */
export function kindsLegend(
  kinds: Iterable<KindUse>,
  lines: Iterable<LineUse> = [],
): LegendEntry[] {
  const uses = [...kinds];
  const ofKinds = categories.flatMap((category) => {
    const own = uses.filter((use) => use.category === category);
    const labels = [...new Set(own.map(labelOf))];
    return labels.flatMap((label) => entriesOf(own.filter((use) => labelOf(use) === label)));
  });
  const shown = [...lines];
  const told = shown.some(({ kind }) => kind !== 'flow') ? shown : [];
  const ofLines = lineKinds.flatMap((kind) => {
    const own = told.filter((use) => use.kind === kind);
    const found = new Map<string, LegendEntry>();
    for (const { label = lineTitles[kind], sample } of own) {
      if (!found.has(label)) found.set(label, { label, sample });
    }
    return [...found.values()];
  });
  return [...ofKinds, ...ofLines];
}

function labelOf({ label, category }: KindUse): string {
  return label ?? kindTitles[category];
}

/** Entries of uses of one label: how the kind is painted, then what has colours of its own. */
function entriesOf(uses: readonly KindUse[]): LegendEntry[] {
  const looks = new Map<string, KindUse[]>();
  const plain = uses.find(({ own }) => !own);
  const usual = plain && JSON.stringify(plain.sample);
  for (const use of uses) {
    const look = JSON.stringify(use.sample);
    if (!use.own || look === usual) continue;
    const same = looks.get(look);
    if (same) same.push(use);
    else looks.set(look, [use]);
  }
  const own = [...looks.values()];
  const entry = ({ sample }: KindUse, label: string): LegendEntry => ({ label, sample });
  const [only] = own[0] ?? [];
  if (!plain && own.length === 1 && only) return [entry(only, labelOf(only))];
  return [
    ...(plain ? [entry(plain, labelOf(plain))] : []),
    ...own.map((same) => entry(same[0] as KindUse, nameOf(same, uses))),
  ];
}

/** What things of one look are called: by their operation if they are all that there is of it. */
function nameOf(same: readonly KindUse[], uses: readonly KindUse[]): string {
  const [operation = '', ...others] = new Set(same.flatMap(({ own }) => own?.operation ?? []));
  const all = uses.filter(({ own }) => own?.operation === operation).length;
  if (others.length === 0 && all === same.length && all > 1) return operation;
  const names = [...new Set(same.flatMap(({ own }) => own?.name ?? []))];
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/**
 * What something with a colour of its own is called.
 *
 * @param layer The layer that it shows.
 * @param override What `draw:` says of it.
 * @returns Its names; nothing when it has no colour of its own.
 */
export function ownName(layer: Layer, { color, label }: DrawOverride): OwnName | undefined {
  if (color === undefined) return undefined;
  const operation = operationTitle(layer);
  // A template says something else of each layer; braces of a formula are no template.
  const said = label && !label.replace(/\$[^$]*\$/g, '').includes('{') ? label : undefined;
  return { name: said ?? layer.name ?? operation, operation };
}

/**
 * Adds the legend to a drawing, where the settings ask for one.
 *
 * @param drawing What is drawn.
 * @param entries What the legend lists, such as from `kindsLegend`.
 * @param context Where it stands, and the palette.
 * @returns The drawing, and the legend after it.
 */
export function withLegend(
  drawing: readonly SceneNode[],
  entries: readonly LegendEntry[],
  {
    legend: place,
    palette,
    reportSetting,
  }: Pick<DrawContext, 'legend' | 'palette' | 'reportSetting'>,
): SceneNode[] {
  if (place === false) return [...drawing];
  const found = legend(entries, drawing, { place, ink: palette.ink, frame: palette.muted });
  if (!found) return [...drawing];
  if (place === 'inside' && found.place !== place) {
    reportSetting('legend', {
      rule: 'legend-moved',
      severity: 'warning',
      message: 'there is no room for the legend within the drawing, so it stands below',
      hint: 'Write `legend: auto` to have it within the drawing only where there is room.',
    });
  }
  return [...drawing, found.node];
}
