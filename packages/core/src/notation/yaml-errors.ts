/** Says what YAML's own errors mean to somebody who wanted to write a network. */
import type { Document, YAMLError } from 'yaml';
import { isCollection, visit } from 'yaml';
import type { Place } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Source } from './source.js';

/** One error of YAML, in words. */
export interface YamlProblem {
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
  /** Lines that cannot be trusted, from the first to the last. */
  readonly lines: readonly [number, number];
}

interface Explanation {
  readonly message: string;
  readonly hint: string;
  readonly from: number;
  readonly to: number;
  /** Whether it stands for itself; what else goes wrong is often only its consequence. */
  readonly certain: boolean;
}

/** Words YAML's errors, one by one. */
class Explainer {
  constructor(
    readonly document: Document.Parsed,
    readonly source: Source,
  ) {}

  /** Bounds of the line around an offset, without its end. */
  #line(offset: number): { from: number; to: number; text: string } {
    const { text } = this.source;
    const from = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    const to = (end < 0 ? text.length : end) - (text[end - 1] === '\r' ? 1 : 0);
    return { from, to, text: text.slice(from, to) };
  }

  /** Where a quoted text starts that reaches an offset. */
  #quoteBefore(offset: number): number | undefined {
    let found: number | undefined;
    visit(this.document, {
      Scalar(_, node) {
        if (!node.type?.startsWith('QUOTE') || !node.range) return;
        if (node.range[0] < offset && node.range[1] >= offset) [found] = node.range;
      },
    });
    return found;
  }

  /** Where the innermost bracket opens that is never closed. */
  #openBracket(): number | undefined {
    let found: number | undefined;
    visit(this.document, {
      Collection: (_, node) => {
        if (!isCollection(node) || !node.flow || !node.range) return;
        const [from, to] = node.range;
        const closing = this.source.text[from] === '[' ? ']' : '}';
        if (to - from < 2 || this.source.text[to - 1] !== closing) found = from;
      },
    });
    return found;
  }

  explain(error: YAMLError): Explanation {
    const [start, end] = error.pos;
    const character = this.source.text[start] ?? '';
    const line = this.#line(start);
    switch (error.code) {
      case 'TAB_AS_INDENT': {
        const tabs = /^\t+/.exec(this.source.text.slice(start))?.[0].length ?? 1;
        return {
          message: 'a tab indents this line; YAML takes spaces only',
          hint: 'Replace each tab by two spaces.',
          from: start,
          to: start + tabs,
          certain: true,
        };
      }
      case 'BAD_SCALAR_START':
        return this.#start(start, character);
      case 'BAD_ALIAS':
        return {
          message: 'a leading `*` is a YAML alias, and nothing is named so',
          hint: 'Put the value in quotes, or move the `*` off its start.',
          from: start,
          to: end,
          certain: true,
        };
      case 'BAD_DQ_ESCAPE': {
        const written = this.source.text.slice(start, start + 2);
        return {
          message: `${quote(written)} means nothing between double quotes`,
          hint: 'Put the text in single quotes, where a backslash is one.',
          from: start,
          to: start + 2,
          certain: true,
        };
      }
      case 'MULTIPLE_DOCS':
        return {
          message: '`---` ends the description, and what follows it is not read',
          hint: 'Take it out, or make two blocks.',
          from: start,
          to: start + 3,
          certain: true,
        };
      case 'UNEXPECTED_TOKEN': {
        const mark = /([>|])[-+\d]*\s+$/.exec(line.text.slice(0, start - line.from));
        if (mark) return this.#start(line.from + mark.index, mark[1] ?? '');
        if (character === ',') {
          return {
            message: 'there is nothing before this comma',
            hint: 'Write an item before it, or take it out.',
            from: start,
            to: start + 1,
            certain: true,
          };
        }
        break;
      }
    }
    return { ...this.#structure(error, line), certain: false };
  }

  /** A character that starts a value has a meaning of its own. */
  #start(start: number, character: string): Explanation {
    const value = this.source.text.slice(start, this.#line(start).to).trimEnd();
    const plain = !/['`]/.test(value);
    return {
      message: `${character === '`' ? 'a backtick' : quote(character)} cannot start a value in YAML`,
      hint: plain
        ? `Put the value in quotes: \`'${value}'\`.`
        : 'Take it out, or put the value in quotes.',
      from: start,
      to: start + 1,
      certain: true,
    };
  }

  /** Quotes, brackets and indentation that do not fit together. */
  #structure(error: YAMLError, line: { from: number; to: number; text: string }) {
    const [start, end] = error.pos;
    if (error.code === 'MISSING_CHAR' && /quote/i.test(error.message)) {
      const from = this.#quoteBefore(start) ?? start;
      return {
        message: 'a quote is opened here and never closed',
        hint: 'Close it.',
        from,
        to: this.#line(from).to,
      };
    }
    const bracket = this.#openBracket();
    if (bracket !== undefined && (error.code === 'MISSING_CHAR' || /flow/i.test(error.message))) {
      const opening = this.source.text[bracket] ?? '';
      return {
        message: `\`${opening}\` is opened here and never closed`,
        hint: `Close it with \`${opening === '[' ? ']' : '}'}\`.`,
        from: bracket,
        to: bracket + 1,
      };
    }
    // A formula that no quote stands before; brackets mean something to YAML in a map on one line.
    const formula = /^[^'"]*?[{[][^'"]*?(\$[^\s$'"][^$'"]*[{[][^$'"]*\$)/.exec(line.text);
    if (formula) {
      const to = line.from + formula[0].length;
      return {
        message: 'YAML takes the brackets of this formula for its own',
        hint: 'Put the text in single quotes.',
        from: to - (formula[1]?.length ?? 0),
        to,
      };
    }
    const glued = /^\s*(?:- )?([A-Za-z_]\w*):[^\s:]/.exec(line.text);
    if (glued) {
      const from = line.from + line.text.indexOf(glued[1] ?? '');
      return {
        message: `a space is missing after \`${glued[1]}:\``,
        hint: `Write \`${glued[1]}: …\`.`,
        from,
        to: from + (glued[1]?.length ?? 0) + 1,
      };
    }
    if (error.code !== 'MISSING_CHAR' && /:\s.*:\s/.test(line.text)) {
      return {
        message: 'there are two `: ` in this line',
        hint: 'Put text that holds a colon in quotes.',
        from: start,
        to: line.to,
      };
    }
    if (/\{\$?\w+\}/.test(line.text)) {
      return {
        message: 'YAML takes these braces for a map',
        hint: 'A parameter is written `$c`, not `{c}`.',
        from: start,
        to: this.source.text.indexOf('}', start) + 1 || end,
      };
    }
    if (error.code === 'MISSING_CHAR') {
      return {
        message: 'a comma or a bracket is missing before this',
        hint: 'Put a comma between the items, and close each bracket.',
        from: start,
        to: end,
      };
    }
    if (/INDENT|IMPLICIT_KEY|COLLECTION/.test(error.code)) {
      const wrong = this.#misplaced(line);
      return {
        message: 'this line is not indented as those around it',
        hint: 'The items of a list, and the keys of a map, start in one column.',
        from: wrong.from + (/^\s*/.exec(wrong.text)?.[0].length ?? 0),
        to: wrong.to,
      };
    }
    const first = (error.message.split('\n', 1)[0] ?? '').replace(/ at line \d+.*$/, '');
    return {
      message: `this is not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`,
      hint: 'Check the indentation, brackets and quotes around it.',
      from: start,
      to: end,
    };
  }

  /** YAML sees some wrong indents only from the line before, whose value they go on. */
  #misplaced(line: { from: number; to: number; text: string }) {
    if (!/^\s*[^\s:]+:\s+\S/.test(line.text)) return line;
    const next = this.source.text.indexOf('\n', line.to);
    if (next < 0 || next + 1 >= this.source.text.length) return line;
    const after = this.#line(next + 1);
    return /^\s+\S/.test(after.text) ? after : line;
  }
}

/**
 * Words the errors of a text. Of errors that may be the consequence of another only
 * the first is kept, and none beside one that stands for itself.
 *
 * @param document What was parsed.
 * @param source Text of the block.
 * @returns One problem a mistake.
 */
export function explainErrors(document: Document.Parsed, source: Source): YamlProblem[] {
  const explainer = new Explainer(document, source);
  const all = document.errors.map((error) => ({ error, ...explainer.explain(error) }));
  const lineOf = (offset: number) => source.point(offset).line;
  const certain = all.filter((each) => each.certain);
  const first = all.find((each) => !each.certain);
  const near =
    first !== undefined &&
    certain.some(({ from }) => Math.abs(lineOf(from) - lineOf(first.error.pos[0])) <= 1);
  const kept = first && !near ? [...certain, first] : certain;
  return kept.map(({ error, message, hint, from, to }) => ({
    message,
    hint,
    place: source.place(from, to),
    lines: [lineOf(Math.min(from, error.pos[0])), lineOf(Math.max(to, error.pos[1]))],
  }));
}

/**
 * Finds where a mark such as `&name` or `!tag` stands, which YAML leaves out of its node.
 *
 * @param mark The mark.
 * @param node The node that it belongs to.
 * @param source Text of the block.
 * @returns The place of the mark; that of the node when it is not found.
 */
export function markPlace(
  mark: string,
  node: { readonly range?: readonly [number, number, number] | null | undefined },
  source: Source,
): Place {
  const [start, end] = node.range ?? [0, 0];
  const from = source.text.lastIndexOf(mark, start);
  return from < 0 ? source.place(start, end) : source.place(from, from + mark.length);
}
