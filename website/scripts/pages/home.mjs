/** The counts of the networks on the home page, from the blocks on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeText } from '../core.mjs';
import { website } from '../files.mjs';
import { integer } from '../markdown.mjs';

/** @returns {string} JSON: the counts of each named network. */
export function homeCounts() {
  const text = readFileSync(join(website, 'src/pages/index.mdx'), 'utf8');
  const counts = [...text.matchAll(/^```nn[^\n]*\n([\s\S]*?)\n```$/gm)].flatMap(
    ([, block = '']) => {
      const { network, analysis } = analyzeText(block);
      if (!network?.name || !analysis) return [];
      const { params, macs, layers } = analysis.totals;
      const entry = { params: integer(params), macs: integer(macs), layers: integer(layers) };
      return [[network.name, entry]];
    },
  );
  return `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`;
}
