/** Networks in the notation, for the tests of styles and of what they stand on. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Network } from '../../src/network/network.js';
import { analyzeText } from '../../src/render.js';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/networks/', import.meta.url));

/** Names of the fixtures that all parts share. */
export const fixtures: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.nn'))
  .map((file) => file.slice(0, -3))
  .sort();

/** The text of a fixture. */
export const fixtureText = (name: string): string => readFileSync(`${folder}${name}.nn`, 'utf8');

/** The network of a description; a description with a problem is a mistake of the test. */
export function networkOf(text: string): Network {
  const { network, diagnostics } = analyzeText(text);
  if (!network) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return network;
}
