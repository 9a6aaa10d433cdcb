/** Makes what a page can load as it is: the script in one file, and the stylesheet, both small. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import { rolldown } from 'rolldown';

const file = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const script = await rolldown({ input: file('dist/auto.js') });
await script.write({ file: file('dist/bundle.js'), format: 'esm', minify: true, comments: false });

const filename = 'src/styles.css';
const { code } = transform({ filename, code: await readFile(file(filename)), minify: true });
await writeFile(file('dist/styles.css'), code);
