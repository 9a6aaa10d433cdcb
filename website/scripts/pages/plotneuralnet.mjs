/** The tables and the pairs of figures on the page for those who come from PlotNeuralNet. */
import { colours, pairs, rowTables, wishes } from '../../data/plotneuralnet.mjs';
import { renderFence } from '../core.mjs';
import { fixtures } from '../files.mjs';
import { code, fence, page, sentence, table } from '../markdown.mjs';

const repository = 'https://github.com/HarisIqbal88/PlotNeuralNet';

/** @returns {string} A table for each of PlotNeuralNet's files: what it has, and what says the same here. */
export function plotNeuralNetPart() {
  return page(
    ...rowTables.flatMap(({ title, lead, rows }) => [
      `### ${title}`,
      ...(lead ? [lead] : []),
      table(
        ['In PlotNeuralNet', 'In a block', 'What differs'],
        rows.map(({ theirs, parameters = [], options = [], notation, note = '' }) => [
          // In plain text, so that a long list breaks at any comma.
          [theirs, ...(parameters.length > 0 ? [`(${sentence(parameters.join(', '))})`] : [])].join(
            ' ',
          ),
          [...options.map(code), ...(notation ? [notation] : [])].join(', '),
          note,
        ]),
      ),
    ]),
    '### Colours',
    'They are the same in both themes, since they let what is under them through. A page changes them by their custom properties, a block by `draw:`.',
    table(
      ['In PlotNeuralNet', 'Colour', 'Opacity', 'What has it', 'Custom property'],
      colours.map(({ name, hex, opacity, property, what }) => [
        /^[\\A-Z]/.test(name) ? code(name) : name,
        code(hex),
        opacity,
        what,
        property ? code(`--nnfig-${property}`) : '',
      ]),
    ),
  );
}

/** @returns {string} A table of wishes with their threads and answers. */
export function plotNeuralNetWishesPart() {
  return page(
    table(
      ['What was asked for', 'Where', 'Here'],
      wishes.map(({ wish, threads, answer }) => [
        wish,
        threads.map((thread) => `[#${thread}](${repository}/issues/${thread})`).join(' '),
        answer,
      ]),
    ),
  );
}

/**
 * @returns {string} Each figure, described and drawn, with a table of what is in both.
 * @throws {Error} If a count differs and nothing says why.
 */
export function plotNeuralNetPairsPart() {
  const texts = new Map(fixtures('plotneuralnet').map(({ name, text }) => [name, text]));
  return page(
    "import Pair from '@site/src/components/Pair';",
    ...pairs.flatMap((entry) => {
      const text = texts.get(entry.fixture);
      if (text === undefined) throw new Error(`There is no fixture \`${entry.fixture}\`.`);
      return [
        `### ${entry.title}`,
        `[The original](${repository}/blob/master/examples/${entry.file}): ${lowerFirst(entry.shows)}`,
        pairOf(entry),
        fence('nn source', text),
        entry.better.map((line) => `- ${line}`).join('\n'),
        '</Pair>',
        table(['', 'There', 'Here', 'Why'], countRows(entry, text), 'lrrl'),
      ];
    }),
  );
}

/** @param {import('../../data/plotneuralnet.mjs').PairEntry} entry */
function pairOf({ fixture, picture: [width, height], shows, wide = true }) {
  const values = `width={${width}} height={${height}} alt=${JSON.stringify(shows)}`;
  return `<Pair tool="PlotNeuralNet" folder="plotneuralnet" image="${fixture}" ${values}${wide ? ' wide' : ''}>`;
}

const headings = /** @type {const} */ ({
  lines: 'Lines',
  heads: 'Arrowheads',
  dashed: 'Hidden edges, dashed',
});

/**
 * @param {import('../../data/plotneuralnet.mjs').PairEntry} entry
 * @param {string} text The block.
 */
function countRows({ title, counts, why }, text) {
  const here = countFigure(renderFence({ value: text }).svg ?? '');
  return /** @type {const} */ (['lines', 'heads', 'dashed']).map((key) => {
    const differs = counts[key] !== here[key];
    if (differs !== (why[key] !== undefined))
      throw new Error(`${title}: ${key} are ${counts[key]} there and ${here[key]} here.`);
    return [headings[key], String(counts[key]), String(here[key]), why[key] ?? 'The same.'];
  });
}

/**
 * Counts what a figure has, by the roles of its groups.
 *
 * @param {string} svg The figure.
 * @returns {import('../../data/plotneuralnet.mjs').Counts}
 */
export function countFigure(svg) {
  const lines = groups(svg, 'edges');
  const paths = lines.map((group) => group.split('<path').length - 1);
  const hidden = groups(svg, 'hidden-edges').join('');
  const moves = [...hidden.matchAll(/ d="([^"]*)"/g)].map(
    ([, d = '']) => d.match(/m/gi)?.length ?? 0,
  );
  return {
    lines: lines.length,
    // The first path of a group is its line.
    heads: sum(paths) - lines.length,
    dashed: sum(moves),
  };
}

/**
 * @param {string} svg
 * @param {string} role A role whose groups have no groups in them.
 */
function groups(svg, role) {
  const pattern = new RegExp(`<g data-role="${role}"[^>]*>(.*?)</g>`, 'gs');
  return [...svg.matchAll(pattern)].map(([, inside = '']) => inside);
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {string} text */
function lowerFirst(text) {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
