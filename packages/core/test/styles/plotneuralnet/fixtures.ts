/** Descriptions that the style is tried with. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fixtures, fixtureText } from '../descriptions.js';
import { unusual } from './unusual.js';

const folder = fileURLToPath(
  new URL('../../../../../tests/fixtures/plotneuralnet/', import.meta.url),
);

/** Names of the fixtures of this style. */
export const ownFixtures: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.nn'))
  .map((file) => file.slice(0, -3))
  .sort();

/** The text of a fixture of this style. */
export const ownText = (name: string): string => readFileSync(`${folder}${name}.nn`, 'utf8');

/** Everything, by name: own fixtures, those that all styles share, unusual networks. */
export const everything: readonly (readonly [name: string, text: string])[] = [
  ...ownFixtures.map((name) => [`${name}, a figure of the style`, ownText(name)] as const),
  ...fixtures.map((name) => [name, fixtureText(name)] as const),
  ...Object.entries(unusual),
];
