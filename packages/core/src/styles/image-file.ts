/** Images that options name: data URLs as they are, files through the reader of the adapter. */
import type { Problem } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { DrawContext } from './style.js';

/** First characters of each format in base64, by its signature. */
const signatures: Readonly<Record<string, string>> = {
  iVBORw0KGgo: 'image/png',
  '/9j/': 'image/jpeg',
  R0lGOD: 'image/gif',
  UklGR: 'image/webp',
};

const dataUrl = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+={0,2}$/;

const formats = 'PNG, JPEG, GIF or WebP';

/**
 * Finds the image that an option gives.
 *
 * @param given A file or a data URL.
 * @param path Key of the option, and of what is in it.
 * @param context Reads files; where to report.
 * @returns The image as a data URL; nothing after a report.
 */
export function loadImage(
  given: string,
  path: readonly PropertyKey[],
  context: Pick<DrawContext, 'read' | 'reportOption'>,
): string | undefined {
  const fail = (problem: Pick<Problem, 'rule' | 'message' | 'hint'>): undefined => {
    context.reportOption(path, problem);
  };
  if (given.startsWith('data:')) {
    if (dataUrl.test(given)) return given;
    return fail({
      rule: 'wrong-value',
      message: `\`${String(path[0])}\` holds no image that can be drawn`,
      hint: `Write it as \`data:image/png;base64,…\`; it may be ${formats}.`,
    });
  }
  if (!context.read) {
    return fail({
      rule: 'unreadable-file',
      message: `\`${String(path[0])}\` names the file ${quote(given)}, but no files can be read here`,
      hint: 'Write the image as a data URL, `data:image/png;base64,…`.',
    });
  }
  let content: string;
  try {
    content = context.read(given, 'base64').replace(/\s/g, '');
  } catch (error) {
    return fail({
      rule: 'unreadable-file',
      message: `${quote(given)} cannot be read: ${(error as Error).message}`,
    });
  }
  const signature = Object.keys(signatures).find((start) => content.startsWith(start));
  const url = signature && `data:${signatures[signature]};base64,${content}`;
  if (url && dataUrl.test(url)) return url;
  return fail({
    rule: 'wrong-value',
    message: `${quote(given)} is no ${formats} image`,
  });
}
