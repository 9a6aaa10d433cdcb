/** Brings the root, which changesets leaves alone, to the version of the packages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine.mjs';

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const manifest = read('package.json');
manifest.devDependencies['@nnfig/cli'] = read('packages/cli/package.json').version;
writeFileSync(join(root, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
