import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../../src/styles/netscope/contents.js';
import { netscope } from '../../../src/styles/netscope/index.js';
import { options as schema } from '../../../src/styles/netscope/options.js';
import { graphOf, place } from '../../../src/styles/netscope/place.js';
import { outside, overlappingTexts, textsOnStrokes } from '../../geometry.js';
import { drawContext } from '../../networks.js';
import { fixtures, fixtureText, networkOf } from '../descriptions.js';
import { crossingsOf, problemsOf } from './layout/check.js';

const variants: Readonly<Record<string, Record<string, unknown>>> = {
  'as it is': {},
  'in one column': { columns: 1 },
  'in three columns': { columns: 3 },
  'to the right': { direction: 'right' },
  'with all copies, unstacked': { collapse: false, stack: 'none', frames: false },
};

/** Networks that cannot be drawn without crossings, and those that are only drawn with some. */
const crossed: ReadonlySet<string> = new Set(['densenet-121', 'ssd300']);

describe.each(Object.entries(variants))('%s', (name, given) => {
  const options = schema.parse(given);
  // Without collapsing, networks have hundreds of boxes: some are enough.
  const tried = name.startsWith('with all')
    ? fixtures.filter((_, index) => index % 6 === 0)
    : fixtures;

  test.each(tried)('%s is laid out without flaws', (fixture) => {
    const network = networkOf(fixtureText(fixture));
    const graph = graphOf(contentsOf(network, options, drawContext(network)));
    const placement = place(graph, options);
    const { direction, nodeGap, rankGap } = options;
    const wrap = Number.POSITIVE_INFINITY;
    expect(problemsOf(graph, placement, { direction, nodeGap, rankGap, wrap })).toEqual([]);
    if (!crossed.has(fixture)) expect(crossingsOf(graph, placement)).toEqual([]);
  });
});

test.each(fixtures)('%s has nothing outside', (fixture) => {
  const network = networkOf(fixtureText(fixture));
  const scene = netscope.draw(network, schema.parse({ heat: 'macs' }), drawContext(network));
  expect(outside(scene)).toEqual([]);
});

test.each(['lenet-5', 'googlenet', 'transformer'])(
  '%s has texts that nothing touches',
  (fixture) => {
    const network = networkOf(fixtureText(fixture));
    const context = drawContext(network, { legend: 'below' });
    const scene = netscope.draw(network, schema.parse({}), context);
    expect(overlappingTexts(scene)).toEqual([]);
    expect(textsOnStrokes(scene)).toEqual([]);
  },
);
