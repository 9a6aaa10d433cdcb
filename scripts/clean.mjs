/** Removes what builds and tests leave behind; dependencies stay. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine.mjs';

const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name, 'dist'));
const leftovers = [...packages, 'website/build', 'website/.docusaurus', 'tests/output', 'coverage'];
for (const path of leftovers) rmSync(join(root, path), { recursive: true, force: true });
