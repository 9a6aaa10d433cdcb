/** The table of shapes and costs under a figure: semantic HTML, whole without a script. */
import type { Element, ElementContent, Properties } from 'hast';
import type { Analysis, LayerAnalysis } from '../analysis/analysis.js';
import { formatCount, groupDigits } from '../analysis/format.js';
import { type CostRow, costRows, type RowKind } from '../analysis/rows.js';
import type { Network } from '../network/network.js';
import { formatShape, type Shape } from '../ops/operation.js';
import { product } from '../ops/shapes.js';
import { workKinds } from '../ops/work.js';
import { cleanText } from './characters.js';

/** What a table shows. */
export interface TableOptions {
  /** A row for each block, or for each layer; `summary` unless given. */
  readonly kind?: RowKind;
  /** Name of the figure; that of the network unless given. */
  readonly title?: string;
  /** Start of its class; `nnfig` unless given. */
  readonly className?: string;
}

/** One column: its heading, its cells, and what stands below them. */
interface Column {
  readonly heading: string;
  cell(row: CostRow): Element;
  readonly total?: Element;
}

// Each cell says its look itself: a page may have no styles for tables, or many.
const line = 'border-top: 1px solid light-dark(#d0d7de, #3d444d)';
const frameStyle = 'position: sticky; left: 0; max-width: 100%; margin-top: 1rem; overflow-x: auto';
const tableStyle =
  'display: table; border-collapse: collapse; margin: 0 auto; font-size: 0.8125rem; line-height: 1.4; ' +
  'font-variant-numeric: tabular-nums; white-space: nowrap';
// On a phone the table is wider than the page, and what it is of must be read without scrolling.
const captionStyle =
  'max-width: 85vw; margin-bottom: 0.5rem; text-align: left; white-space: normal';
const wordStyle = 'padding: 0.25rem 0.6rem; text-align: left; font-weight: normal';
const numberStyle = 'padding: 0.25rem 0.6rem; text-align: right';
const headingStyles = {
  word: 'padding: 0.25rem 0.6rem; text-align: left; vertical-align: bottom',
  number: 'padding: 0.25rem 0.6rem; text-align: right; vertical-align: bottom',
};

/**
 * Makes the table of shapes and costs of a network.
 *
 * @param network The network.
 * @param analysis Its analysis.
 * @param options What the table shows.
 * @returns A `<div>` that scrolls, with the `<table data-nnfig-table>` in it. Rows carry the id
 *   of their first layer as `data-layer`, cells what they sort by as `data-value`.
 */
export function analysisTable(
  network: Network,
  analysis: Analysis,
  { kind = 'summary', title = '', className = 'nnfig' }: TableOptions = {},
): Element {
  const columns = columnsOf(analysis, kind === 'layers' ? grouped : shortened);
  const name = title.trim() || network.name.trim() || 'this network';
  const body = costRows(network, analysis, kind).map((row) =>
    element(
      'tr',
      { dataLayer: cleanText(row.id), style: line },
      columns.map(({ cell }) => cell(row)),
    ),
  );
  const footer = columns.map(({ total }) => total ?? element('td', {}, []));
  const table = element('table', { dataNnfigTable: '', style: tableStyle }, [
    element('caption', { style: captionStyle }, [text(captionOf(name, network, analysis))]),
    element('thead', {}, [element('tr', {}, columns.map(headingCell))]),
    element('tbody', {}, body),
    element('tfoot', {}, [element('tr', { style: `${line}; font-weight: bold` }, footer)]),
  ]);
  return element(
    'div',
    {
      className: [`${className}-table`],
      role: 'group',
      ariaLabel: cleanText(`Layers of ${name}`),
      tabIndex: 0,
      style: frameStyle,
    },
    [table],
  );
}

type NumberCell = (value: number) => Element;

/** A count with all its digits. */
const grouped: NumberCell = (value) => numberCell(value, groupDigits(value));

/** A count to three digits, all of them in its `title`. */
const shortened: NumberCell = (value) =>
  numberCell(value, formatCount(value), value < 1000 ? {} : { title: groupDigits(value) });

function numberCell(value: number, written: string, properties: Properties = {}): Element {
  return element('td', { dataValue: String(value), ...properties, style: numberStyle }, [
    text(written),
  ]);
}

function columnsOf({ totals, layers }: Analysis, number: NumberCell): readonly Column[] {
  const count = (
    heading: string,
    of: (row: Omit<LayerAnalysis, 'layer'>) => number,
    sum: number,
  ) => ({
    heading,
    cell: (row: CostRow) => number(of(row)),
    total: number(sum),
  });
  const fields = layers.some(({ field }) => field !== undefined);
  return [
    {
      heading: 'Layer',
      cell: ({ name }) => element('th', { scope: 'row', style: wordStyle }, [text(name)]),
      total: element('th', { scope: 'row', style: headingStyles.word }, [text('Total')]),
    },
    {
      heading: 'Operation',
      cell: ({ operation }) => wordCell(operation),
      total: wordCell(totals.layers === 1 ? '1 layer' : `${groupDigits(totals.layers)} layers`),
    },
    { heading: 'Input', cell: ({ inputs }) => shapeCell(inputs) },
    { heading: 'Output', cell: ({ shape }) => shapeCell([shape]) },
    count('Parameters', ({ params }) => params, totals.params),
    count('MACs', ({ macs }) => macs, totals.macs),
    count('Activations', ({ activations }) => activations, totals.activations),
    ...(fields ? [{ heading: 'Receptive field', cell: fieldCell }] : []),
    ...workKinds
      .filter((kind) => totals.work[kind] > 0)
      .map((kind) => count(titled(kind), ({ work }) => work[kind], totals.work[kind])),
  ];
}

const words = new Set(['Layer', 'Operation', 'Input', 'Output']);

function headingCell({ heading }: Column): Element {
  const style = headingStyles[words.has(heading) ? 'word' : 'number'];
  return element('th', { scope: 'col', style }, [text(heading)]);
}

const titled = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;

function wordCell(value: string, properties: Properties = {}): Element {
  return element('td', { ...properties, style: wordStyle }, [text(value)]);
}

/** Shapes sort by how many numbers they hold; of several the first stands for all. */
function shapeCell(shapes: readonly Shape[]): Element {
  const [first, ...others] = shapes;
  if (first === undefined) return wordCell('');
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return wordCell(`${formatShape(first)}${more}`, { dataValue: String(product(first)) });
}

function fieldCell({ field }: CostRow): Element {
  if (field === undefined) return element('td', { style: numberStyle }, []);
  if (field === 'global') {
    return element('td', { dataValue: 'Infinity', style: numberStyle }, [text('global')]);
  }
  const sizes = field.map(({ size }) => size);
  const equal = sizes.every((size) => size === sizes[0]);
  return numberCell(Math.max(...sizes), equal ? String(sizes[0]) : sizes.join('×'));
}

/** What the table is of, what it costs in all, and whose counts these are. */
function captionOf(name: string, network: Network, { totals, counting }: Analysis): string {
  const batch = network.layers.find(({ id }) => network.inputs.includes(id))?.shape[0] ?? 1;
  const costs = `${formatCount(totals.params)} parameters, ${formatCount(totals.macs)} multiply-accumulates`;
  const sentences = [
    `Layers of ${name}.`,
    batch > 1 ? `${costs} for a batch of ${batch}.` : `${costs}.`,
  ];
  if (counting === 'netscope') sentences.push('Counted as the Netscope CNN Analyzer does.');
  const { uncounted } = totals;
  if (uncounted !== undefined) {
    const what = uncounted === 1 ? 'one layer' : `${uncounted} layers`;
    sentences.push(`What ${what} cost is not known, and in none of the sums.`);
  }
  return sentences.join(' ');
}

function text(value: string): ElementContent {
  return { type: 'text', value: cleanText(value) };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
