import { type Browser, chromium } from 'playwright-core';
import { findChromium, lacks } from '../../scripts/machine.mjs';

const lack = lacks().find(({ name }) => name === 'chromium');
if (lack?.failure) throw new Error(`Left out, which a build machine must not: ${lack.sentence}.`);
if (lack) console.warn(`Left out: ${lack.sentence}.`);

/** Whether there is a browser; a test that needs one is left out where there is none: `describe.skipIf(!hasChromium)`. */
export const hasChromium = lack === undefined;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser; close it after use.
 *
 * @returns The browser.
 * @throws {Error} If there is none.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium');
  return chromium.launch({ executablePath, args: flags });
}
