/** What the home page shows of nnfig's own: counts of the networks on it, and a message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeText, renderFence } from '../core.mjs';
import { website } from '../files.mjs';
import { integer } from '../markdown.mjs';

const broken = `input: 3x224x224
layers:
  - conv 64 7x7 /2 => 64x112x112
  - maxpol 3 /2 p1`;

/** @returns {string} JSON. */
export function homeData() {
  const { diagnostics } = renderFence({ value: broken });
  const message = diagnostics
    .map(({ place, message, hint }) => {
      const where = place ? `${place.start.line}:${place.start.column} ` : '';
      return [`${where}error: ${message}`, ...(hint ? [`  ${hint}`] : [])].join('\n');
    })
    .join('\n\n');
  return `${JSON.stringify({ counts: counts(), problem: { block: broken, message } }, null, 2)}\n`;
}

function counts() {
  const folder = join(website, 'src/pages');
  const files = readdirSync(folder).filter((name) => /^_.*\.mdx$/.test(name));
  const entries = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [, block = ''] = /^```nn[^\n]*\n([\s\S]*?)\n```$/m.exec(text) ?? [];
    const { network, analysis } = analyzeText(block);
    if (!network?.name || !analysis) return [];
    const { params, macs, layers } = analysis.totals;
    const entry = { params: integer(params), macs: integer(macs), layers: integer(layers) };
    return [[network.name, entry]];
  });
  return Object.fromEntries(entries);
}
