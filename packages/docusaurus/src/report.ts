/**
 * Problems for the terminal. Docusaurus drops the messages of a file and shows a
 * thrown one as JSON, so they are printed here.
 */
import { isAbsolute, relative } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** What stops the build of a page: all its problems, as text. */
export class FigureError extends Error {
  /**
   * @param messages
   *   Messages of the page, errors and others.
   * @param file
   *   The page.
   * @param siteDir
   *   Folder that paths are shown from.
   */
  constructor(messages: readonly VFileMessage[], file: VFile, siteDir: string) {
    const count = messages.length === 1 ? '1 problem' : `${messages.length} problems`;
    const path = pathOf(file, siteDir);
    const [first] = messages;
    super(
      `${count} in the nn blocks of ${path}; the first is at ${path}:${first?.line}:${first?.column}`,
    );
    Object.defineProperty(this, 'name', { value: 'FigureError' });
    // Docusaurus prints the stack as the details of an error; a reader wants the
    // problems there, and not where in the plugin they were found.
    this.stack = messages.map((message) => formatMessage(message, file, siteDir)).join('\n\n');
  }
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
