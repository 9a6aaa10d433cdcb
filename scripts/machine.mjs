/** What a machine has besides Node, and what happens when it lacks it. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether this is a build machine, where nothing may be left out silently. */
export const strict = process.env.CI === 'true';

/** Names of what a build machine may lack all the same: `shared`, `chromium`. */
const waived = new Set((process.env.NNFIG_LEAVE_OUT ?? '').split(',').map((name) => name.trim()));

/**
 * Finds the folder of reference data beside the project.
 *
 * @returns {string | undefined} Its path, or nothing when there is none.
 */
export function findShared() {
  const path = join(root, '..', 'shared');
  return existsSync(path) ? path : undefined;
}

/**
 * Finds a Chromium: `CHROME_PATH`, else the first of the usual names on `PATH`.
 *
 * @returns {string | undefined} Path of its executable, or nothing when there is none.
 */
export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROME_PATH, ...onPath].find(
    (path) => path !== undefined && path !== '' && isExecutable(path),
  );
}

/**
 * Finds pdflatex on `PATH`.
 *
 * @returns {string | undefined} Path of its executable, or nothing when there is none.
 */
export function findPdflatex() {
  return onPath(['pdflatex', 'pdflatex.exe']);
}

/**
 * Finds LibreOffice on `PATH`.
 *
 * @returns {string | undefined} Path of its executable, or nothing when there is none.
 */
export function findLibreOffice() {
  return onPath(['soffice', 'libreoffice', 'soffice.com']);
}

/**
 * @param {string[]} names
 * @returns {string | undefined} The first that there is, in the order of `PATH`.
 */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lists what the checks cannot do on this machine.
 *
 * @returns {{name: string, sentence: string, failure: boolean}[]} One entry a
 *   lack; `failure` where it must not be left out.
 */
export function lacks() {
  const all = [
    {
      name: 'shared',
      found: findShared(),
      sentence: 'comparisons with reference data: there is no folder `shared` beside the project',
    },
    {
      name: 'chromium',
      found: findChromium(),
      sentence: 'tests in a browser: there is no Chromium on PATH or at CHROME_PATH',
    },
    {
      // A TeX of several hundred megabytes is not asked even of a build machine.
      name: 'pdflatex',
      found: findPdflatex(),
      optional: true,
      sentence: 'compiling of LaTeX: there is no pdflatex on PATH',
    },
    {
      // Nor an office suite.
      name: 'libreoffice',
      found: findLibreOffice(),
      optional: true,
      sentence: 'pictures of slides: there is no LibreOffice (soffice) on PATH',
    },
  ];
  return all
    .filter(({ found }) => found === undefined)
    .map(({ name, sentence, optional }) => ({
      name,
      sentence,
      failure: strict && !optional && !waived.has(name),
    }));
}
