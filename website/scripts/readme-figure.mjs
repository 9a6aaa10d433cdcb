/**
 * The figure of the README, in plain colours for both themes: GitHub shows images
 * by themselves, where no page says which theme it has. Run it to write the files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from 'nnfig';
import { root } from './files.mjs';

/**
 * @returns {{path: string, svg: string}[]} Paths from the root of the project, and what
 *   the files should hold.
 * @throws {Error} If the figure cannot be drawn.
 */
export function readmeFigures() {
  const text = readFileSync(join(root, 'tests/fixtures/networks/lenet-5.nn'), 'utf8');
  return /** @type {const} */ (['light', 'dark']).map((theme) => {
    const { svg, diagnostics } = render(text, {}, { style: 'lenet', theme });
    if (svg === undefined) throw new Error(diagnostics[0]?.message);
    return { path: `website/static/img/lenet-${theme}.svg`, svg: `${svg}\n` };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, svg } of readmeFigures()) writeFileSync(join(root, path), svg);
}
