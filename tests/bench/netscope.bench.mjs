/**
 * Draws Caffe networks as layered graphs, and times it: `node tests/bench/netscope.bench.mjs`,
 * after a build.
 *
 * The peer is mermaid, which draws the same boxes and arrows in the same page of the same
 * browser; it is left out where there is no Chromium. nnfig is timed from the text of the
 * prototxt to the text of the SVG, there and in Node; mermaid from the text of its flowchart to
 * the SVG in the page. Then chains of more and more residual layers are drawn. Of all runs the
 * fastest counts, which is the one that other work on the machine disturbed least.
 *
 * Netscope itself cannot be installed from a registry. On two cores like a small server's, its own
 * parse, layout and drawing took 73 ms for GoogLeNet and 62 ms for ResNet-50.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readers } from '@nnfig/formats';
import { render } from 'nnfig';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { findChromium, findShared } from '../../scripts/machine.mjs';

const [warm, timed] = [30, 40];
const leastRatio = 10;
/** What Netscope took, in ms, where it was measured. */
const netscope = { googlenet: 73, 'resnet-50': 62 };
/** Of the time for twice the layers; a square would give 4. */
const mostGrowth = 3;
const settings = { style: 'netscope' };

const shared = findShared();
if (shared === undefined) {
  console.log('Left out: the models stand in the folder `shared` beside the project.');
  process.exit(0);
}
const models = Object.keys(netscope).map((name) => ({
  name,
  text: readFileSync(
    join(shared, 'models/caffe/dgschwend__netscope/presets', `${name}.prototxt`),
    'utf8',
  ),
}));

/** @param {string} text @param {object} [options] */
function draw(text, options) {
  const { svg, network, diagnostics } = render(text, {}, { ...settings, options }, { readers });
  if (svg === undefined || network === undefined) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }
  return { svg, network };
}

/**
 * @param {() => unknown} run What to time, warm.
 * @param {number} [before] How often it runs first.
 * @param {number} [times] How often it is timed.
 * @returns {number} The least, in ms.
 */
function least(run, before = warm, times = timed) {
  for (let index = 0; index < before; index++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...taken);
}

/**
 * The boxes and arrows of a figure as mermaid writes them.
 *
 * @param {string} svg The figure.
 * @returns {string} A flowchart.
 */
function flowchart(svg) {
  const ids = [...svg.matchAll(/<g data-role="(?:box|layer)" data-layer="([^"]+)"/g)].map(
    ([, id]) => id,
  );
  const edges = [...svg.matchAll(/data-from="([^"]+)" data-to="([^"]+)"/g)];
  const ends = new Set(edges.flatMap(([, from, to]) => [from, to]));
  const boxes = ids.filter((id) => ends.has(id));
  const numbers = new Map(boxes.map((id, index) => [id, `n${index}`]));
  return [
    'flowchart TD',
    ...boxes.map((id) => `  ${numbers.get(id)}["${id}"]`),
    ...edges.map(([, from, to]) => `  ${numbers.get(from)} --> ${numbers.get(to)}`),
  ].join('\n');
}

/** Core and the readers as one file for a page. */
async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-bench-'));
  const entry = '\0entry';
  try {
    const built = await rolldown({
      input: entry,
      platform: 'browser',
      logLevel: 'silent',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? entry : null),
          load: (id) =>
            id === entry
              ? `export { render } from ${JSON.stringify(resolved('nnfig'))};
                 export { readers } from ${JSON.stringify(resolved('@nnfig/formats'))};`
              : null,
        },
      ],
      external: [/^node:/, /^module$/],
    });
    const { output } = await built.generate({
      format: 'iife',
      name: 'nnfig',
      codeSplitting: false,
    });
    return output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const require = createRequire(import.meta.url);
const resolved = (name) => new URL(import.meta.resolve(name)).pathname;

/** Times nnfig and mermaid in one page. */
async function inBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.setContent('<!doctype html><title>Benchmark</title><body></body>');
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    await page.addScriptTag({ content: await bundle() });
    const jobs = models.map(({ name, text }) => ({ name, text, chart: flowchart(draw(text).svg) }));
    return await page.evaluate(
      async ({ jobs, settings, warm, timed }) => {
        const { mermaid, nnfig } = globalThis;
        mermaid.initialize({ startOnLoad: false, maxEdges: 10_000 });
        const holder = document.createElement('div');
        document.body.append(holder);
        const least = async (run, before, times) => {
          for (let index = 0; index < before; index++) await run();
          let best = Number.POSITIVE_INFINITY;
          for (let index = 0; index < times; index++) {
            const start = performance.now();
            await run();
            best = Math.min(best, performance.now() - start);
          }
          return best;
        };
        const results = [];
        for (const { name, text, chart } of jobs) {
          const figure = () =>
            nnfig.render(text, {}, settings, { readers: nnfig.readers }).svg ?? '';
          let count = 0;
          results.push({
            name,
            text: await least(figure, warm, timed),
            shown: await least(
              () => {
                holder.innerHTML = figure();
                holder.firstElementChild?.getBoundingClientRect();
              },
              5,
              timed,
            ),
            mermaid: await least(
              async () => {
                const { svg } = await mermaid.render(`m${count++}`, chart);
                holder.innerHTML = svg;
                holder.firstElementChild?.getBoundingClientRect();
              },
              2,
              5,
            ),
          });
        }
        return results;
      },
      { jobs, settings, warm, timed },
    );
  } finally {
    await browser.close();
  }
}

const columns = [12, 7, 12, 14, 14, 12, 10];
const row = (...cells) =>
  console.log(cells.map((cell, index) => String(cell).padStart(columns[index] ?? 8)).join('  '));
const ms = (value) => `${value.toFixed(1)} ms`;

let missed = false;
const found = await inBrowser();
row('network', 'layers', 'Node', 'browser', 'on the page', 'mermaid', 'ratio');
for (const { name, text } of models) {
  const { network } = draw(text);
  const node = least(() => draw(text));
  const here = found?.find((each) => each.name === name);
  if (!here) {
    row(name, network.layers.length, ms(node), '–', '–', '–', '–');
    continue;
  }
  const ratio = here.mermaid / here.shown;
  missed ||= ratio < leastRatio || netscope[name] / here.text < leastRatio;
  row(
    name,
    network.layers.length,
    ms(node),
    ms(here.text),
    ms(here.shown),
    ms(here.mermaid),
    `${ratio.toFixed(1)} ×`,
  );
}
if (!found) console.log('Left out: mermaid, as there is no Chromium.');

/** @param {number} count How many residual layers. */
const chain = (count) =>
  `input: 64x8x8\nlayers: [{residual: [conv 64 3x3 p1 bn relu], repeat: ${count}}]`;
console.log();
row('blocks', 'layers', 'time', 'growth');
let before;
for (const count of [625, 1250, 2500, 5000, 10_000]) {
  const text = chain(count);
  const time = least(() => draw(text, { collapse: false }), 1, 3);
  const growth = before === undefined ? undefined : time / before;
  missed ||= (growth ?? 0) > mostGrowth;
  row(count, 1 + 4 * count, ms(time), growth === undefined ? '' : `${growth.toFixed(1)} ×`);
  before = time;
}
if (missed) {
  console.error('\nSlower than it should be.');
  process.exitCode = 1;
}
