/** The tables and the pairs of figures on the page for those who come from Netscope. */
import { pairs, presets, reasons, rowTables, wishes } from '../../data/netscope.mjs';
import { analyzeText } from '../core.mjs';
import { fixtures } from '../files.mjs';
import { code, fence, integer, page, table } from '../markdown.mjs';

const netscope = 'https://github.com/ethereon/netscope';
const analyzer = 'https://github.com/dgschwend/netscope';

/** @returns {string} A table for each of the two tools: what it has, and what says the same here. */
export function netscopePart() {
  return page(
    ...rowTables.flatMap(({ title, rows }) => [
      `### ${title}`,
      table(
        ['There', 'Here', 'What differs'],
        rows.map(({ theirs, options = [], settings = [], notation, note = '' }) => [
          theirs,
          [...options.map(option), ...settings.map(code), ...(notation ? [notation] : [])].join(
            ', ',
          ),
          note,
        ]),
      ),
    ]),
  );
}

/** @param {string} text An option, perhaps with its value. */
function option(text) {
  return `option ${code(text)}`;
}

/**
 * @returns {string} A table of the presets with what both tools count.
 * @throws {Error} If a fixture does not count what the table says.
 */
export function netscopePresetsPart() {
  const texts = new Map(fixtures('netscope').map(({ name, text }) => [name, text]));
  const rows = presets.map(({ preset, fixture, params, macs, theirs, why = [], graph }) => {
    const { analysis } = analyzeText(texts.get(fixture) ?? '');
    if (analysis?.totals.params !== params || analysis.totals.macs !== macs) {
      throw new Error(`\`${fixture}\` does not count what the table of presets says.`);
    }
    return [
      code(preset),
      graph.join(', '),
      integer(params),
      difference(theirs?.params, params),
      integer(macs),
      difference(theirs?.macs, macs),
      why.map((reason) => reasons[reason].about).join(', '),
    ];
  });
  return page(
    table(['Preset', 'Graph', 'Parameters', 'there', 'MACs', 'there', 'Why'], rows, 'lrrrrrl'),
    'The graph is that of the file: boxes, connections. What the analyzer does where a total differs:',
    Object.values(reasons)
      .map(({ about, does }) => `- **${about}.** It ${does}`)
      .join('\n'),
  );
}

/**
 * @param {number | undefined} theirs What the analyzer counts, if anything.
 * @param {number} ours
 */
function difference(theirs, ours) {
  if (theirs === undefined) return '–';
  return theirs === ours ? 'the same' : integer(theirs);
}

/** @returns {string} A table of wishes with their threads and answers. */
export function netscopeWishesPart() {
  return page(
    table(
      ['What was asked for', 'Where', 'Here'],
      wishes.map(({ wish, threads, answer }) => [wish, threads.map(link).join(' '), answer]),
    ),
  );
}

/** @param {number | `a${number}`} thread */
function link(thread) {
  const [, ofAnalyzer, number] = /^(a?)(\d+)$/.exec(String(thread)) ?? [];
  return `[#${number}](${ofAnalyzer ? analyzer : netscope}/issues/${number})`;
}

/**
 * @returns {string} Each figure, described and drawn.
 * @throws {Error} If a fixture is missing.
 */
export function netscopePairsPart() {
  const texts = new Map(fixtures('netscope').map(({ name, text }) => [name, text]));
  return page(
    "import Pair from '@site/src/components/Pair';",
    ...pairs.flatMap(
      ({ title, fixture, image, tool, size: [width, height], shows, form = '', better }) => {
        const text = texts.get(fixture);
        if (text === undefined) throw new Error(`There is no fixture \`${fixture}\`.`);
        const values = `width={${width}} height={${height}} alt=${JSON.stringify(shows)}`;
        return [
          `### ${title}`,
          `<Pair tool="${tool}" folder="netscope" image="${image}" ${values} ${form}>`,
          fence('nn source', text),
          better.map((line) => `- ${line}`).join('\n'),
          '</Pair>',
        ];
      },
    ),
  );
}
