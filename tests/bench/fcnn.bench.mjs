/**
 * Draws 64-64-64-10 with all of its 8,832 edges, and times it:
 * `node tests/bench/fcnn.bench.mjs`, after a build.
 *
 * The peer does what NN-SVG does, with the library that it uses: an element for
 * each edge and each circle, by d3. It runs in jsdom, which is slower than a
 * browser; NN-SVG itself took 131 ms of script in Chromium 156 (median of five,
 * warm, two cores of an AMD EPYC), and that number is printed too. nnfig is timed
 * from the text of the block to the text of the SVG.
 */
import { select } from 'd3-selection';
import { JSDOM } from 'jsdom';
import { render } from 'nnfig';

const architecture = [64, 64, 64, 10];
const edges = 8832;
const inChromium = 131;
const mostBytes = 400_000;
const [warm, timed] = [10, 15];

const text = `style: fcnn\nlayers: ${architecture.join(' -> ')}\noptions: {elide: false}\n`;

/** @returns {string} The SVG. */
function drawByNnfig() {
  const { svg, diagnostics } = render(text);
  if (svg === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return svg;
}

const { document } = new JSDOM('<!doctype html><body>').window;

/** @returns {number} How many edges were drawn. */
function drawByD3() {
  document.body.textContent = '';
  const svg = select(document.body).append('svg');
  const nodes = architecture.flatMap((count, layer) =>
    Array.from({ length: count }, (_, unit) => ({
      layer,
      x: layer * 180,
      y: (64 - count) * 20 + unit * 40,
    })),
  );
  const links = nodes.flatMap((from) =>
    nodes.filter(({ layer }) => layer === from.layer + 1).map((to) => ({ from, to })),
  );
  svg
    .selectAll('.link')
    .data(links)
    .enter()
    .append('path')
    .attr('class', 'link')
    .attr('fill', 'none')
    .attr('stroke', '#505050')
    .attr('stroke-width', 0.5)
    .attr('stroke-opacity', 1)
    .attr('d', ({ from, to }) => `M${from.x},${from.y}, ${to.x},${to.y}`);
  svg
    .selectAll('.node')
    .data(nodes)
    .enter()
    .append('circle')
    .attr('class', 'node')
    .attr('r', 10)
    .attr('fill', '#ffffff')
    .attr('stroke', '#333333')
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ y }) => y);
  return links.length;
}

/**
 * Times a function that is warm.
 *
 * @param {() => unknown} run What to time.
 * @param {number} before How often it runs first.
 * @param {number} times How often it is timed.
 * @returns {number} The median, in ms.
 */
function median(run, before, times) {
  for (let index = 0; index < before; index++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0;
}

const svg = drawByNnfig();
const paths = svg.split('<path ').length - 1;
// A path moves to the start of each edge.
const drawn = [...svg.matchAll(/ d="([^"]*)"/g)].reduce(
  (sum, [, data = '']) => sum + (data.match(/m/gi)?.length ?? 0),
  0,
);
if (drawn !== edges || drawByD3() !== edges) throw new Error(`${drawn} edges, not ${edges}`);

const nnfig = median(drawByNnfig, warm, timed);
const d3 = median(drawByD3, 1, 5);
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
console.log(`64-64-64-10: ${edges} edges in ${paths} paths, ${svg.length} bytes`);
console.log(`nnfig, text to SVG            ${ms(nnfig)}`);
console.log(`d3 in jsdom, as NN-SVG draws  ${ms(d3)}  (${(d3 / nnfig).toFixed(1)} times)`);
console.log(
  `NN-SVG in Chromium, recorded  ${ms(inChromium)}  (${(inChromium / nnfig).toFixed(1)} times)`,
);

const failures = [
  ...(svg.length > mostBytes ? [`the SVG is larger than ${mostBytes} bytes`] : []),
  ...(d3 / nnfig < 10 ? ['nnfig is not ten times as fast as its peer'] : []),
];
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
