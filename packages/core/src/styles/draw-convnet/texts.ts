/** What is written above and under the stacks. */
import { wrapText } from '../../scene/text.js';
import type { Chain, Column } from '../chain.js';
import { figuresById, labeller, labelValues, placeholders } from '../labels.js';
import { ofColumn } from '../per-column.js';
import type { DrawContext, DrawOverride } from '../style.js';
import { checkTemplate } from '../template.js';
import type { Options } from './options.js';

/** The texts of one stack, in lines. */
export interface ColumnTexts {
  /** Above it: what it is, then its size. */
  readonly header: readonly string[];
  /** Under the gap before it: what is done. */
  readonly operation: readonly string[];
  /** Under that: the kernel. */
  readonly detail: readonly string[];
}

/** What each slot says unless the description does. */
const templates = {
  inputs: 'Inputs',
  maps: 'Feature maps',
  units: 'Hidden units',
  sequences: 'Sequence',
  outputs: 'Outputs',
  map: '{channels}@{depth}×{height}×{width}',
  vector: '{units}',
  sequence: '{shape}',
  operation: '{op} {repeat}',
  kernel: '{kernel} kernel /{stride}',
} as const;

/** The slots, each with what it labels. */
export const slots: Readonly<Record<keyof typeof templates, string>> = {
  inputs: 'What the first stack is called.',
  maps: 'What the stacks of maps are called.',
  units: 'What the stacks of dense units are called.',
  sequences: 'What the sequences are called.',
  outputs: 'What the last stack is called.',
  map: 'Size of a stack of maps, under its name.',
  vector: 'Size of a stack of dense units, under its name.',
  sequence: 'Size of a sequence, under its name.',
  operation: 'What is done between two stacks, under the gap.',
  kernel: 'Under that, where there is a kernel.',
};

/** Names are wrapped to this many font sizes, operations to so many. */
const widestName = 5.4;
const widestOperation = 6.6;

/** Words of each kind of stack. */
const nameSlots = { map: 'maps', vector: 'units', sequence: 'sequences' } as const;

/**
 * Fills the templates of each stack.
 *
 * @param chain What is shown.
 * @param overrides What `draw:` says of each.
 * @param options The style's options; what they leave out is empty.
 * @param context Templates, figures, and where to report.
 * @returns The texts.
 */
export function textsOf(
  { columns }: Chain,
  overrides: readonly DrawOverride[],
  options: Options,
  context: DrawContext,
): ColumnTexts[] {
  const { fontSize, showHeaders, showCaptions, showKernels } = options;
  const figures = figuresById(context.analysis);
  const labels = labeller(templates, context, overrides);
  for (const [key, template] of Object.entries(options.operations ?? {})) {
    checkTemplate(template, Object.keys(placeholders), (problem) =>
      context.reportOption(['operations', key], problem),
    );
  }
  const lines = (text: string, widest: number) =>
    text === '' ? [] : wrapText(text, widest * fontSize, fontSize);
  return columns.map((column, index): ColumnTexts => {
    const { labelled } = column;
    const values = labelValues(labelled, figures);
    const { label, caption } = overrides[index] ?? {};
    const name = labels.override(label, nameSlot(columns, index), values);
    const size = labels.fill(labelled.reading, values);
    const captioned = index > 0 && showCaptions;
    const own = ofColumn(options.operations, column)?.value;
    const operation = captioned ? labels.override(own, 'operation', values) : '';
    // A count stays on the line of what it counts.
    const unbroken = operation.replace(/ (?=×\d+$)/, '\u00a0');
    const kernel = values.kernel === undefined ? '' : labels.fill('kernel', values);
    const detail = caption === undefined ? kernel : labels.override(caption, 'kernel', values);
    return {
      header: showHeaders ? [...lines(name, widestName), ...(size === '' ? [] : [size])] : [],
      operation: lines(unbroken, widestOperation),
      detail: captioned && showKernels && detail !== '' ? [detail] : [],
    };
  });
}

function nameSlot(columns: readonly Column[], index: number) {
  if (index === 0) return 'inputs';
  if (index === columns.length - 1) return 'outputs';
  return nameSlots[columns[index]?.labelled.reading ?? 'map'];
}
