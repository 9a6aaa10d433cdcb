import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze.js';
import type { Counting } from '../../src/analysis/counting.js';
import { renderFence } from '../../src/fence.js';
import type { Network } from '../../src/network/network.js';
import { analysisTable, type TableOptions } from '../../src/output/table.js';
import { analyzeText } from '../../src/render.js';

const lenet = `name: LeNet-5
input: 1x32x32
layers:
  - conv 6 5x5 tanh
  - avgpool 2
  - flatten
  - dense 10 softmax
`;

function networkOf(text: string): Network {
  const { network, diagnostics } = analyzeText(text);
  expect(diagnostics).toEqual([]);
  if (!network) throw new Error('no network');
  return network;
}

function tableOf(text: string, options?: TableOptions, counting?: Counting): Element {
  const network = networkOf(text);
  return analysisTable(network, analyze(network, counting), options);
}

/** Writes what a table has of HTML. */
function toHtml(node: ElementContent): string {
  if (node.type !== 'element') return 'value' in node ? escaped(node.value) : '';
  const attributes = Object.entries(node.properties).map(([name, value]) => {
    const attribute = name
      .replace('className', 'class')
      .replace('tabIndex', 'tabindex')
      .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return ` ${attribute}="${escaped(String(value))}"`;
  });
  const inside = node.children.map(toHtml).join('');
  return `<${node.tagName}${attributes.join('')}>${inside}</${node.tagName}>`;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const element = { type: 'element' as const, tagName: 'tr', properties: {} };

const textOf = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(textOf).join('')
      : '';

function all(node: ElementContent, ...tagNames: string[]): Element[] {
  if (node.type !== 'element') return [];
  const inner = node.children.flatMap((child) => all(child, ...tagNames));
  return tagNames.includes(node.tagName) ? [node, ...inner] : inner;
}

/** Rows of cells, as they read. */
const cells = (table: Element) => all(table, 'tr').map((row) => row.children.map(textOf));

const caption = (table: Element) => all(table, 'caption').map(textOf)[0];

const costs = ['Parameters', 'MACs', 'Activations', 'Receptive field'];

describe('analysisTable', () => {
  it('has a row for each layer, with all digits', () => {
    const table = tableOf(lenet, { kind: 'layers' });
    expect(caption(table)).toBe(
      'Layers of LeNet-5. 11.9 K parameters, 129 K multiply-accumulates.',
    );
    const [heading, ...rows] = cells(table);
    expect(heading).toEqual([
      ...['Layer', 'Operation', 'Input', 'Output'],
      ...costs,
      ...['Additions', 'Multiplications', 'Divisions', 'Exponentials'],
    ]);
    expect(rows.map((row) => row.join(' | '))).toEqual([
      'conv1 | Convolution | 1×32×32 | 6×28×28 | 156 | 117,600 | 4,704 | 5 | 4,704 | 0 | 0 | 0',
      'tanh1 | Tanh | 6×28×28 | 6×28×28 | 0 | 0 | 4,704 | 5 | 9,408 | 4,704 | 4,704 | 4,704',
      'avgpool1 | Average pooling | 6×28×28 | 6×14×14 | 0 | 0 | 1,176 | 6 | 3,528 | 0 | 1,176 | 0',
      'flatten1 | Flatten | 6×14×14 | 1176 | 0 | 0 | 1,176 | global | 0 | 0 | 0 | 0',
      'dense1 | Dense | 1176 | 10 | 11,770 | 11,760 | 10 | global | 10 | 0 | 0 | 0',
      'softmax1 | Softmax | 10 | 10 | 0 | 0 | 10 | global | 9 | 0 | 10 | 10',
      'Total | 6 layers |  |  | 11,926 | 129,360 | 11,780 |  | 17,659 | 4,704 | 5,890 | 4,714',
    ]);
  });

  it('has a row for what is written on one line in a summary, to three digits', () => {
    const [, ...rows] = cells(tableOf(lenet));
    expect(rows.map((row) => row.slice(0, 8).join(' | '))).toEqual([
      'conv1 | Convolution, Tanh | 1×32×32 | 6×28×28 | 156 | 118 K | 9.41 K | 5',
      'avgpool1 | Average pooling | 6×28×28 | 6×14×14 | 0 | 0 | 1.18 K | 6',
      'flatten1 | Flatten | 6×14×14 | 1176 | 0 | 0 | 1.18 K | global',
      'dense1 | Dense, Softmax | 1176 | 10 | 11.8 K | 11.8 K | 20 | global',
      'Total | 6 layers |  |  | 11.9 K | 129 K | 11.8 K | ',
    ]);
  });

  it('is semantic HTML that scrolls, without ids and style elements', () => {
    const table = tableOf('input: 2000\nlayers: [dense 3]\n', { title: 'T', className: 'net' });
    const line = 'border-top: 1px solid light-dark(#d0d7de, #3d444d)';
    const word = 'padding: 0.25rem 0.6rem; text-align: left; font-weight: normal';
    const number = 'padding: 0.25rem 0.6rem; text-align: right';
    const left = 'padding: 0.25rem 0.6rem; text-align: left; vertical-align: bottom';
    const right = 'padding: 0.25rem 0.6rem; text-align: right; vertical-align: bottom';
    expect(toHtml(table)).toBe(
      '<div class="net-table" role="group" aria-label="Layers of T" tabindex="0" ' +
        'style="position: sticky; left: 0; max-width: 100%; margin-top: 1rem; overflow-x: auto">' +
        '<table data-nnfig-table="" style="display: table; border-collapse: collapse; ' +
        'margin: 0 auto; font-size: 0.8125rem; line-height: 1.4; ' +
        'font-variant-numeric: tabular-nums; white-space: nowrap">' +
        '<caption style="max-width: 85vw; margin-bottom: 0.5rem; text-align: left; ' +
        'white-space: normal">Layers of T. 6.00 K parameters, 6.00 K multiply-accumulates.</caption>' +
        `<thead><tr><th scope="col" style="${left}">Layer</th>` +
        `<th scope="col" style="${left}">Operation</th><th scope="col" style="${left}">Input</th>` +
        `<th scope="col" style="${left}">Output</th>` +
        costs.map((cost) => `<th scope="col" style="${right}">${cost}</th>`).join('') +
        `<th scope="col" style="${right}">Additions</th></tr></thead>` +
        `<tbody><tr data-layer="dense1" style="${line}">` +
        `<th scope="row" style="${word}">dense1</th><td style="${word}">Dense</td>` +
        `<td data-value="2000" style="${word}">2000</td><td data-value="3" style="${word}">3</td>` +
        `<td data-value="6003" title="6,003" style="${number}">6.00 K</td>` +
        `<td data-value="6000" title="6,000" style="${number}">6.00 K</td>` +
        `<td data-value="3" style="${number}">3</td>` +
        `<td data-value="Infinity" style="${number}">global</td>` +
        `<td data-value="3" style="${number}">3</td></tr></tbody>` +
        `<tfoot><tr style="${line}; font-weight: bold"><th scope="row" style="${left}">Total</th>` +
        `<td style="${word}">1 layer</td><td></td><td></td>` +
        `<td data-value="6003" title="6,003" style="${number}">6.00 K</td>` +
        `<td data-value="6000" title="6,000" style="${number}">6.00 K</td>` +
        `<td data-value="3" style="${number}">3</td><td></td>` +
        `<td data-value="3" style="${number}">3</td></tr></tfoot></table></div>`,
    );
  });

  it('joins blocks, and copies of a repeated block', () => {
    const table = tableOf(
      [
        'input: 3x32x32',
        'defaults: {conv: {norm: bn, act: relu, pad: same}}',
        'blocks: {double(c): [conv $c 3x3, conv $c 3x3]}',
        'layers:',
        '  - conv 8 3x3',
        '  - double 8 x3',
        '  - double 16',
        '  - concat:',
        '      - double 4',
        '      - conv 4 1x1',
        '  - residual: [conv 8 3x3, conv 8 3x3]',
        '',
      ].join('\n'),
    );
    expect(cells(table).map((row) => row.slice(0, 4).join(' | '))).toEqual([
      'Layer | Operation | Input | Output',
      'conv1 | Convolution, Batch normalization, ReLU | 3×32×32 | 8×32×32',
      'double ×3 | 18 layers | 8×32×32 | 8×32×32',
      'double4 | 6 layers | 8×32×32 | 16×32×32',
      'double5 | 6 layers | 16×32×32 | 4×32×32',
      'conv2 | Convolution, Batch normalization, ReLU | 16×32×32 | 4×32×32',
      'concat1 | Concatenate | 4×32×32 and 1 more | 8×32×32',
      'residual | 7 layers | 8×32×32 | 8×32×32',
      'Total | 44 layers |  | ',
    ]);
    expect(all(table, 'tr').map(({ properties }) => properties.dataLayer)).toEqual([
      undefined,
      ...['conv1', 'double1.conv1', 'double4.conv1', 'double5.conv1', 'conv2', 'concat1'],
      'conv3',
      undefined,
    ]);
  });

  it('adds up to its last row', () => {
    for (const kind of ['summary', 'layers'] as const) {
      for (const counting of ['nnfig', 'netscope'] as const) {
        const rows = all(tableOf(lenet, { kind }, counting), 'tr').slice(1);
        const values = rows.map(({ children }) =>
          all({ ...element, children }, 'td').map(({ properties }) => Number(properties.dataValue)),
        );
        const total = values.pop();
        // Parameters, MACs and activations come after operation, input and output.
        for (const column of [3, 4, 5]) {
          const sum = values.reduce((before, row) => before + (row[column] ?? Number.NaN), 0);
          expect(sum, `${kind} ${counting} ${column}`).toBe(total?.[column]);
        }
      }
    }
  });

  it('says whose counts these are, of what batch, and what is not known', () => {
    const table = tableOf(lenet, {}, 'netscope');
    expect(caption(table)).toBe(
      'Layers of LeNet-5. 11.9 K parameters, 129 K multiply-accumulates. ' +
        'Counted as the Netscope CNN Analyzer does.',
    );
    expect(cells(table)[1]?.slice(0, 4)).toEqual(['input', 'Input', '', '1×32×32']);
    const { network, analysis } = analyzeText(lenet, { batch: 10 });
    if (!network || !analysis) throw new Error('no network');
    expect(caption(analysisTable(network, analysis))).toBe(
      'Layers of LeNet-5. 11.9 K parameters, 1.29 M multiply-accumulates for a batch of 10.',
    );
    expect(caption(tableOf('input: 8\nlayers: [op Magic no-counted]\n'))).toBe(
      'Layers of this network. 0 parameters, 0 multiply-accumulates. ' +
        'What one layer cost is not known, and in none of the sums.',
    );
  });

  it('writes both sizes of a receptive field that is not square', () => {
    const table = tableOf('input: 1x32x32\nlayers: [conv 4 3x5]\n');
    expect(all(table, 'td').map(textOf)).toContain('3×5');
    expect(cells(tableOf('input: 8x10\nlayers: [layernorm]\n'))[0]).not.toContain(
      'Receptive field',
    );
  });

  it('takes no markup from a text', () => {
    const table = tableOf(lenet, { title: '<b>&amp;"\u0000' });
    expect(table.properties.ariaLabel).toBe('Layers of <b>&amp;"');
    expect(toHtml(table)).toContain('>Layers of &lt;b>&amp;amp;"');
    expect(toHtml(table)).not.toContain('<b>');
  });
});

describe('a figure with a table', () => {
  const fence = { value: lenet, meta: 'caption="C" source' };

  it('has it between its caption and its source', () => {
    const { figure, table } = renderFence({ ...fence, settings: { table: true } });
    expect(figure?.children.map((child) => 'tagName' in child && child.tagName)).toEqual([
      'svg',
      'figcaption',
      'div',
      'details',
    ]);
    expect(figure?.children[2]).toEqual(table);
    expect(table?.properties.className).toEqual(['nnfig-table']);
  });

  it('is asked for by name, and counts as is asked', () => {
    const rowsOf = (meta: string) => {
      const { table } = renderFence({ ...fence, meta });
      return table && cells(table).length;
    };
    expect(rowsOf('table')).toBe(6);
    expect(rowsOf('table=summary')).toBe(6);
    expect(rowsOf('table=layers')).toBe(8);
    expect(rowsOf('table=layers counting=netscope')).toBe(9);
    expect(rowsOf('table=false')).toBeUndefined();
    expect(rowsOf('')).toBeUndefined();
  });
});
