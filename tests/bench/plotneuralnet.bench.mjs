/**
 * Draws the figures of PlotNeuralNet, and times it: `node tests/bench/plotneuralnet.bench.mjs`,
 * after a build.
 *
 * The peer is what PlotNeuralNet needs for each figure: pdflatex, here of the same
 * figures as nnfig writes them for LaTeX. It is left out where there is none. nnfig is timed
 * from the text of the block to the text of the SVG; then with more and more layers. Of all
 * runs the fastest counts, which is the one that other work on the machine disturbed least.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toTex } from '@nnfig/export';
import { render } from 'nnfig';
import { findPdflatex } from '../../scripts/machine.mjs';

const figures = ['fcn-8s', 'u-net', 'u-net-u', 'hed', 'vgg-16'];
const [warm, timed] = [60, 60];
const leastRatio = 20;
/** Of the time for twice the layers; a square would give 4. */
const mostGrowth = 3;

/** @param {string} text A block. @returns {string} The SVG. */
function draw(text) {
  const { svg, diagnostics } = render(text);
  if (svg === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return svg;
}

/**
 * Times a function that is warm.
 *
 * @param {() => unknown} run What to time.
 * @param {number} before How often it runs first.
 * @param {number} times How often it is timed.
 * @returns {number} The least, in ms.
 */
function least(run, before, times) {
  for (let index = 0; index < before; index++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...taken);
}

const pdflatex = findPdflatex();

/**
 * Times pdflatex.
 *
 * @param {string} text A block.
 * @returns {Promise<number>} The least of three, in ms.
 */
async function compile(text) {
  const { content, files = {} } = await toTex(render(text));
  const folder = mkdtempSync(join(tmpdir(), 'nnfig-bench-'));
  try {
    for (const [name, bytes] of Object.entries({ ...files, 'figure.tex': content })) {
      writeFileSync(join(folder, name), bytes);
    }
    const flags = ['-interaction=batchmode', '-halt-on-error', '-no-shell-escape', 'figure.tex'];
    return least(() => execFileSync(pdflatex ?? '', flags, { cwd: folder, stdio: 'ignore' }), 1, 3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`.padStart(10);
const failures = [];

for (const name of figures) {
  const file = new URL(`../fixtures/plotneuralnet/${name}.nn`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  const bytes = draw(text).length;
  const own = least(() => draw(text), warm, timed);
  const line = `${name.padEnd(9)} nnfig, text to SVG ${ms(own)}  ${bytes} bytes`;
  if (pdflatex === undefined) {
    console.log(`${line}  (no pdflatex)`);
    continue;
  }
  const peer = await compile(text);
  console.log(`${line}  pdflatex ${ms(peer)}  (${(peer / own).toFixed(0)} times)`);
  if (peer / own < leastRatio)
    failures.push(`${name}: not ${leastRatio} times as fast as pdflatex`);
}

/** A convolution, then residual blocks of two with two more after each. */
const layered = (/** @type {number} */ count) => {
  const residuals = Array.from({ length: Math.floor(count / 4) }, () => [
    '  - residual: [conv 16 3x3 p1 relu, conv 16 3x3 p1]',
    '  - relu',
    '  - conv 16 3x3 p1 relu',
    '  - conv 16 3x3 p1 relu',
  ]);
  const head = 'style: plotneuralnet\noptions: {fold: never}\ninput: 3x64x64\nlayers:';
  return [head, '  - conv 16 3x3 p1 relu', ...residuals.flat()].join('\n');
};

const counts = [25, 50, 100, 200, 400];
let last = 0;
for (const count of counts) {
  const text = layered(count);
  const time = least(() => draw(text), 5, 15);
  const growth = last === 0 ? '' : `  ${(time / last).toFixed(2)} times`;
  console.log(
    `${String(count).padStart(4)} convolutions ${ms(time)}  ${(time / count).toFixed(3)} ms each${growth}`,
  );
  if (last > 0 && time / last > mostGrowth) failures.push(`${count} layers: not linear`);
  last = time;
}

for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
