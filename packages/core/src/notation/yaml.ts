/** Reads the YAML of a block and says when one of YAML's traps bites. */
import type { Document, ParsedNode, YAMLError } from 'yaml';
import { isAlias, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Place, Reporter } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Source } from './source.js';

/** Longest text that is read, in characters: a description that a person wrote is far below. */
const longest = 1_000_000;

/** A parsed block. */
export interface Yaml {
  readonly root: ParsedNode | null;
  readonly document: Document.Parsed;
  /** Lines on which the YAML itself is wrong; what else is said of them would mislead. */
  readonly brokenLines: ReadonlySet<number>;
}

/** What YAML's own message means to somebody who wanted to write a network. */
function explainSyntax(error: YAMLError, source: Source): { message: string; hint?: string } {
  const [start] = error.pos;
  const line =
    source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0] ?? '';
  const character = source.text[start] ?? '';
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'a tab indents this line; YAML takes spaces only',
        hint: 'Replace each tab by two spaces.',
      };
    case 'BAD_SCALAR_START':
      return {
        message: `${quote(character)} cannot start a value in YAML`,
        hint: `Put the value in quotes: \`'${line.trim().replace(/^- /, '')}'\`.`,
      };
    case 'BAD_ALIAS':
      return {
        message: 'a leading `*` is a YAML alias, and nothing is named so',
        hint: 'Put the value in quotes, or move the `*` off its start.',
      };
    case 'DUPLICATE_KEY': {
      const key = source.text.slice(start).match(/^[^\s:]+/)?.[0] ?? '';
      return { message: `${quote(key)} is given twice`, hint: 'Keep one of them.' };
    }
    case 'UNEXPECTED_TOKEN':
      if (character === '%' || character === '>' || character === '|') {
        return {
          message: `a leading \`${character}\` has a meaning of its own in YAML`,
          hint: 'Put the value in quotes.',
        };
      }
      break;
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:\s.*:\s/.test(line)) {
        return {
          message: 'there are two `: ` in this line',
          hint: 'Put text that holds a colon in quotes.',
        };
      }
      break;
    case 'MISSING_CHAR':
      if (/^[^'"]*['"]/.test(line) && /quote/i.test(error.message)) {
        return { message: 'a quote is opened here and never closed', hint: 'Close it.' };
      }
      return {
        message: 'a bracket is opened here and never closed, or an item has no comma before it',
        hint: 'Close `[` with `]` and `{` with `}`, with a comma between the items.',
      };
  }
  const first = error.message.split('\n', 1)[0] ?? '';
  const text = first.replace(/ at line \d+, column \d+:?$/, '');
  return {
    message: `this is not YAML: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    ...(/\{\w+\}/.test(line)
      ? { hint: 'A parameter is written `$c`, not `{c}`: braces are a map in YAML.' }
      : { hint: 'Check the indentation, brackets and quotes around it.' }),
  };
}

/** Text of a scalar as it stands in the source. */
function rawText(
  node: { range?: readonly [number, number, number] | null },
  source: Source,
): string {
  return node.range ? source.text.slice(node.range[0], node.range[1]) : '';
}

/** Reports what YAML reads otherwise than the author meant, though it is no error to YAML. */
function reportTraps(document: Document.Parsed, source: Source, reporter: Reporter): void {
  const used = new Set<string>();
  visit(document, {
    Alias(_, alias) {
      used.add(alias.source);
      if (!alias.range) return;
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
          place,
          hint: 'Put the value in quotes, or leave the `&` out.',
        });
      }
      if ('tag' in node && node.tag?.startsWith('!') && !node.tag.startsWith('tag:')) {
        reporter.report({
          rule: 'yaml-tag',
          message: `YAML takes ${quote(node.tag)} for a tag`,
          place,
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
          place: source.place(value.range[1], value.range[2]),
          hint: 'Put the whole text in quotes.',
        });
      }
    },
  });
}

/**
 * Parses the text of a block.
 *
 * @param source The text.
 * @param reporter Where problems go.
 * @returns The tree as far as it could be read.
 */
export function readYaml(source: Source, reporter: Reporter): Yaml {
  const place: Place = source.place(0, 0);
  const tooLong = source.text.length > longest;
  if (tooLong) {
    reporter.report({
      rule: 'too-long',
      message: `the block has ${source.text.length} characters; at most ${longest} are read`,
      place,
      hint: 'Say repeated parts once, as `blocks:`.',
    });
  }
  const document = parseDocument(tooLong ? '' : source.text, {
    lineCounter: source.lines,
    prettyErrors: false,
    stringKeys: false,
    uniqueKeys: true,
    merge: false,
    logLevel: 'silent',
  });
  const brokenLines = new Set<number>();
  for (const error of document.errors) {
    const at = source.place(error.pos[0], error.pos[1]);
    for (let line = at.start.line; line <= at.end.line; line++) brokenLines.add(line);
    const { message, hint } = explainSyntax(error, source);
    reporter.report({ rule: 'yaml-syntax', message, place: at, hint });
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
  reportTraps(document, source, reporter);
  return { root: document.contents, document, brokenLines };
}
