/**
 * All checks of the project, in order, each under a heading; a summary ends
 * them. `npm test` runs it after setting up and building. Names as arguments
 * run those checks alone: `node scripts/check.mjs unit types`.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { lacks, root } from './machine.mjs';

/** @type {{name: string, title: string, command: string[]}[]} */
const checks = [
  { name: 'lint', title: 'Lint and format', command: ['biome', 'check', '.'] },
  { name: 'types', title: 'Types of tests and scripts', command: ['tsc', '-p', 'tests'] },
  {
    name: 'unit',
    title: 'Unit tests',
    // By itself, vitest leaves one core free, which is half of a small machine.
    command: ['vitest', 'run', '--project', 'unit', '--maxWorkers=100%'],
  },
  // The website comes before the tests of the whole, which look at it as built.
  { name: 'website', title: 'Website', command: ['pnpm', '--filter', 'website', 'run', 'build'] },
  {
    name: 'site-types',
    title: 'Types of the website',
    command: ['pnpm', '--filter', 'website', 'run', 'types'],
  },
  { name: 'packages', title: 'Packages as published', command: ['node', 'scripts/packages.mjs'] },
  { name: 'whole', title: 'Tests of the whole', command: ['vitest', 'run', '--project', 'whole'] },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  const known = checks.map(({ name }) => name).join(', ');
  console.error(`There is no check ${unknown.join(', ')}; there are ${known}.`);
  process.exit(2);
}

/** @type {NodeJS.ProcessEnv} */
const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/** @type {string[]} */
const lines = [];
let passed = 0;
let failed = 0;

/**
 * @param {string} title
 * @param {boolean} ok
 * @param {string} [detail]
 */
function record(title, ok, detail = '') {
  if (ok) passed += 1;
  else failed += 1;
  lines.push(`${ok ? 'passed' : 'FAILED'}  ${title}${detail}`);
}

for (const { name, title, command } of checks) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const [program = '', ...args] = command;
  console.log(`\n=== ${title}: ${command.join(' ')}\n`);
  const start = performance.now();
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  record(title, status === 0, ` (${seconds} s)`);
  if (name === 'website' && status === 0) environment.NNFIG_WEBSITE_BUILT = '1';
}

for (const { name, sentence, failure } of lacks()) {
  if (failure) record(`This machine lacks ${name}`, false, `; left out: ${sentence}`);
  else lines.push(`left out  ${sentence}`);
}

console.log(`\n=== Summary\n\n${lines.join('\n')}\n`);
console.log(`checks: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
