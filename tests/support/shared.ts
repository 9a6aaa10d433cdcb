import { join } from 'node:path';
import { findShared, lacks } from '../../scripts/machine.mjs';

const lack = lacks().find(({ name }) => name === 'shared');
if (lack?.failure) throw new Error(`Left out, which a build machine must not: ${lack.sentence}.`);
if (lack) console.warn(`Left out: ${lack.sentence}.`);

/**
 * Finds a file of the reference data beside the project. A test that needs one
 * is left out where there is none: `describe.skipIf(!sharedPath('models'))`.
 *
 * @param parts Path inside the folder.
 * @returns The whole path, or nothing on a machine without the folder.
 * @throws {Error} When this module is loaded on a build machine without the folder.
 */
export function sharedPath(...parts: string[]): string | undefined {
  const shared = findShared();
  return shared === undefined ? undefined : join(shared, ...parts);
}
