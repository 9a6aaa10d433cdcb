import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/machine.mjs';

const folder = join(root, 'tests', 'fixtures', 'networks');

/** A description that draws and counts. */
export interface Fixture {
  /** Name of its file, without the ending. */
  readonly name: string;
  readonly text: string;
}

/** Every network of `tests/fixtures/networks`, by name. */
export const fixtures: readonly Fixture[] = readdirSync(folder)
  .filter((file) => file.endsWith('.nn'))
  .map((file) => file.slice(0, -'.nn'.length))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, `${name}.nn`), 'utf8') }));

/**
 * Finds a fixture.
 *
 * @param name Name of its file, without the ending.
 * @returns Its text.
 * @throws {Error} If there is none.
 */
export function fixture(name: string): string {
  const found = fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`there is no fixture ${name}`);
  return found.text;
}
