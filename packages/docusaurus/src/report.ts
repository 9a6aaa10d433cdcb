/**
 * Problems for the terminal. Docusaurus drops the messages of a file and shows a
 * thrown one as JSON, so they are printed here.
 */
import { isAbsolute, relative } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/**
 * Makes the error that stops the build of a page: all its problems, as text.
 *
 * @param messages
 *   Messages of the page, in the order of the page.
 * @param file
 *   The page.
 * @param siteDir
 *   Folder that paths are shown from.
 * @returns
 *   A plain error, which is what webpack can keep in its cache.
 */
export function createPageError(
  messages: readonly VFileMessage[],
  file: VFile,
  siteDir: string,
): Error {
  const count = messages.length === 1 ? '1 problem' : `${messages.length} problems`;
  const error = new Error(`${count} in the nn blocks of ${pathOf(file, siteDir)}`);
  // Docusaurus prints the stack as the details of an error; a reader wants the
  // problems there, and not where in the plugin they were found.
  error.stack = messages.map((message) => formatMessage(message, file, siteDir)).join('\n\n');
  return error;
}

/**
 * Writes a message for the terminal.
 *
 * @param message
 *   Message.
 * @param file
 *   File it is of.
 * @param siteDir
 *   Folder that paths are shown from.
 * @returns
 *   `path:line:column severity message`, then its note and its page.
 */
export function formatMessage(message: VFileMessage, file: VFile, siteDir: string): string {
  const severity = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info';
  const position = message.line === undefined ? '' : `:${message.line}:${message.column}`;
  const lines = (message.note ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^```/.test(line));
  return [
    `${pathOf(file, siteDir)}${position} ${severity}: ${message.reason} (${message.ruleId})`,
    ...lines.map((line) => `  ${line}`),
    ...(message.url === undefined ? [] : [`  ${message.url}`]),
  ].join('\n');
}

function pathOf({ path }: VFile, siteDir: string): string {
  if (path === undefined) return 'a page';
  return isAbsolute(path) ? relative(siteDir, path) : path;
}
