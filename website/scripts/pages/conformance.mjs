/** The table that compares nnfig's counts of known networks with published ones. */

import { published } from '../../data/published.mjs';
import { analyzeText } from '../core.mjs';
import { fixtures } from '../files.mjs';
import { integer, page, sentence, table } from '../markdown.mjs';

/**
 * @returns {string} The table.
 * @throws {Error} If a count is not the published one.
 */
export function conformancePart() {
  const texts = new Map(fixtures('networks').map(({ name, text }) => [name, text]));
  const entries = published.filter(({ network }) => texts.has(network));
  const rows = entries.map((entry) => {
    const { analysis, network } = analyzeText(texts.get(entry.network) ?? '');
    if (!analysis || !network) throw new Error(`\`${entry.network}\` has an error.`);
    const { params, macs } = analysis.totals;
    check(entry, params, macs);
    const { source, url, text } = entry;
    return [
      sentence(network.name || entry.network),
      integer(params),
      integer(macs),
      text ?? `${integer(entry.params ?? 0)}; ${entry.gigamacs} G`,
      url === undefined ? source : `[${source}](${url})`,
    ];
  });
  return page(table(['Network', 'Parameters', 'MACs', 'Published', 'By'], rows, 'lrrll'));
}

/**
 * @param {import('../../data/published.mjs').Published} entry
 * @param {number} params
 * @param {number} macs
 */
function check({ network, params: wanted, gigamacs, macs: exact }, params, macs) {
  const giga = gigamacs && (macs / 1e9).toFixed(gigamacs.split('.')[1]?.length);
  if (
    (wanted !== undefined && wanted !== params) ||
    (exact !== undefined && exact !== macs) ||
    (gigamacs !== undefined && giga !== gigamacs)
  ) {
    throw new Error(
      `\`${network}\` has ${params} parameters and ${macs} MACs, not those published.`,
    );
  }
}
