/** Reads the YAML of a block and says when one of YAML's traps bites. */
import type { Document, ParsedNode } from 'yaml';
import { isAlias, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Reporter } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Source } from './source.js';
import { explainErrors, markPlace } from './yaml-errors.js';

/** Longest text that is read, in characters: a description that a person wrote is far below. */
const longest = 200_000;

/** Deepest nesting that is read. */
const deepest = 100;

/**
 * Finds where brackets or `- - -` nest so deeply that no parser could follow.
 *
 * @returns Offset of the first that is too deep.
 */
function tooDeep(text: string): number | undefined {
  const dashes = /(?:- +){100}/.exec(text);
  if (dashes) return dashes.index;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > deepest) return index;
  }
  return undefined;
}

/** No-break and other spaces at the start of a line, as they come along when text is copied. */
const strangeIndent = /^([ \t]*)[\u00a0\u2000-\u200b\u202f\u3000]+/gm;

/** A parsed block. */
export interface Yaml {
  readonly root: ParsedNode | null;
  readonly document: Document.Parsed;
  /** Lines on which the YAML itself is wrong; what else is said of them would mislead. */
  readonly brokenLines: ReadonlySet<number>;
}

/** Text of a scalar as it stands in the source. */
function rawText(
  node: { range?: readonly [number, number, number] | null },
  source: Source,
): string {
  return node.range ? source.text.slice(node.range[0], node.range[1]) : '';
}

/**
 * Reports what YAML reads otherwise than the author meant, though it is no error to YAML.
 *
 * @returns Lines on which something of the description is lost by it.
 */
function reportTraps(document: Document.Parsed, source: Source, reporter: Reporter): number[] {
  const lost: number[] = [];
  const used = new Set<string>();
  visit(document, {
    Alias(_, alias) {
      used.add(alias.source);
      if (!alias.range) return;
      lost.push(source.point(alias.range[0]).line);
      reporter.report({
        rule: 'yaml-alias',
        message: `YAML takes ${quote(`*${alias.source}`)} for an alias, which a description does not use`,
        place: source.place(alias.range[0], alias.range[1]),
        hint: 'Say repeated parts once, as `blocks:`, or put the value in quotes.',
      });
    },
  });
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || !node.range) return;
      const place = source.place(node.range[0], node.range[1]);
      if ('anchor' in node && node.anchor !== undefined && !used.has(node.anchor)) {
        reporter.report({
          rule: 'yaml-anchor',
          message: `YAML takes ${quote(`&${node.anchor}`)} for an anchor and drops it`,
          place: markPlace(`&${node.anchor}`, node, source),
          hint: 'Put the value in quotes, or leave the `&` out.',
        });
      }
      if ('tag' in node && node.tag?.startsWith('!') && !node.tag.startsWith('tag:')) {
        lost.push(place.start.line);
        reporter.report({
          rule: 'yaml-tag',
          message: `YAML takes ${quote(node.tag)} for a tag`,
          place: markPlace(node.tag, node, source),
          hint: 'Put the value in quotes.',
        });
      }
      if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'number') {
        const raw = rawText(node, source);
        if (/^[-+]?0[xo]|^[-+]?0\d|e/i.test(raw)) {
          reporter.report({
            rule: 'yaml-number',
            message: `YAML reads ${quote(raw)} as the number ${quote(node.value)}`,
            place,
            hint: `Put it in quotes if it is a name, or write \`${node.value}\`.`,
          });
        }
      }
    },
    Map(_, map) {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const place = source.place(key.range[0], key.range[1]);
        if (keys.has(name)) {
          lost.push(place.start.line);
          reporter.report({
            rule: 'yaml-syntax',
            message: `${quote(name)} is given twice`,
            place,
            hint: 'Keep one of them.',
          });
        }
        keys.add(name);
      }
    },
    Pair(_, pair) {
      if (!isPair(pair) || !isScalar(pair.value)) return;
      const { key, value } = pair;
      if (!isScalar(key) || !['title', 'caption', 'description'].includes(String(key.value)))
        return;
      if (value.type === 'PLAIN' && value.comment && /^\S/.test(value.comment) && value.range) {
        reporter.report({
          rule: 'yaml-comment',
          severity: 'warning',
          message: `YAML takes ${quote(`#${value.comment}`)} for a comment and drops it`,
          place: markPlace(`#${value.comment}`, { range: [value.range[2], 0, 0] }, source),
          hint: 'Put the whole text in quotes.',
        });
      }
    },
  });
  return lost;
}

/**
 * Reports a text that is longer than anything a person wrote.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns Whether it is too long to be read.
 */
export function isTooLong(source: Source, reporter: Reporter): boolean {
  if (source.text.length <= longest) return false;
  reporter.report({
    rule: 'too-long',
    message: `the block has ${source.text.length} characters; at most ${longest} are read`,
    place: source.place(0, 0),
    hint: 'Say repeated parts once, as `blocks:`.',
  });
  return true;
}

/**
 * Parses the text of a block.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns The tree as far as it could be read.
 */
export function readYaml(source: Source, reporter: Reporter): Yaml {
  const tooLong = isTooLong(source, reporter);
  const deep = tooDeep(source.text);
  if (!tooLong && deep !== undefined) {
    reporter.report({
      rule: 'too-deep',
      message: `brackets or items are nested more than ${deepest} deep`,
      place: source.place(deep, deep + 1),
      hint: 'Name the inner steps as a block.',
    });
  }
  const unread = tooLong || deep !== undefined;
  const document = parseDocument(unread ? '' : source.text, {
    prettyErrors: false,
    stringKeys: false,
    // Keys are compared one by one there, which takes long where there are many.
    uniqueKeys: false,
    merge: false,
    logLevel: 'error',
  });
  const brokenLines = new Set<number>(unread ? [1] : []);
  for (const { message, hint, place: at, lines } of explainErrors(document, source)) {
    for (let line = lines[0]; line <= lines[1]; line++) brokenLines.add(line);
    reporter.report({ rule: 'yaml-syntax', message, place: at, hint });
  }
  for (const match of source.text.matchAll(strangeIndent)) {
    const at = match.index + (match[1]?.length ?? 0);
    brokenLines.add(source.point(at).line);
    reporter.report({
      rule: 'yaml-space',
      message: 'a space that is not a plain one indents this line',
      place: source.place(at, match.index + match[0].length),
      hint: 'Type it anew: YAML takes plain spaces only.',
    });
  }
  for (const warning of document.warnings) {
    // An unknown tag is reported as a trap, with a hint.
    if (warning.code === 'TAG_RESOLVE_FAILED') continue;
    reporter.report({
      rule: 'yaml-syntax',
      severity: 'warning',
      message: warning.message,
      place: source.place(warning.pos[0], warning.pos[1]),
    });
  }
  for (const line of reportTraps(document, source, reporter)) brokenLines.add(line);
  return { root: document.contents, document, brokenLines };
}
