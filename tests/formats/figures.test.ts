import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readers } from '@nnfig/formats';
import { analyzeText } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../packages/core/src/styles/netscope/contents.js';
import { options as schema } from '../../packages/core/src/styles/netscope/options.js';
import { graphOf, place } from '../../packages/core/src/styles/netscope/place.js';
import { drawContext } from '../../packages/core/test/networks.js';
import { crossingsOf, problemsOf } from '../../packages/core/test/styles/netscope/layout/check.js';
import { sharedPath } from '../support/shared.js';

const folder = sharedPath('models', 'caffe');
const files =
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.prototxt') && !file.includes('template'))
        .sort();

/** Sizes for files whose data layers say none. */
const sizes = ['', '3x227x227', '784', '1x28x28', '2x28x28'] as const;

/** Whatever a file lacks: the first sizes that its network works with. */
function networkOf(text: string) {
  for (const input of sizes) {
    const { network } = analyzeText(text, input === '' ? {} : { input }, { readers });
    if (network) return network;
  }
  const several = 'color=3x227x227,depth=1x227x227,hha=3x227x227';
  for (const input of [
    'color=3x227x227,depth=3x227x227',
    'color=3x227x227,hha=3x227x227',
    several,
  ]) {
    const { network } = analyzeText(text, { input }, { readers });
    if (network) return network;
  }
  return undefined;
}

/**
 * How often connections may cross: each of the six heads of an SSD goes to the same three layers,
 * which no plane holds without crossings; every other network is planar.
 */
const most = (file: string): number => (/SSD/.test(file) ? 31 : 0);

const variants = {
  'as it is': {},
  'to the right': { direction: 'right' },
} as const;

describe.skipIf(files.length === 0).each(Object.entries(variants))('%s', (_, given) => {
  const options = schema.parse(given);
  test.each(files)('%s is laid out without flaws', (file) => {
    const network = networkOf(readFileSync(`${folder}/${file}`, 'utf8'));
    if (!network) throw new Error(`${relative('.', file)} has no network`);
    const graph = graphOf(contentsOf(network, options, drawContext(network)));
    const placement = place(graph, options);
    const { direction, nodeGap, rankGap } = options;
    const wrap = Number.POSITIVE_INFINITY;
    expect(problemsOf(graph, placement, { direction, nodeGap, rankGap, wrap })).toEqual([]);
    expect(crossingsOf(graph, placement).length).toBeLessThanOrEqual(most(file));
  });
});
