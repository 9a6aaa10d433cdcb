/** What any line can carry besides its own words: names, repeats, strides, beliefs. */
import type { Place, Reporter } from '../diagnostics.js';
import { quote } from '../validation.js';
import type { Field, Name, StepBase } from './spec.js';
import type { Token } from './tokens.js';
import { isPlainName, nameRule, numberValue, sizeValue } from './values.js';
import type { Vocabulary } from './vocabulary.js';

/** What every reader of the notation is given. */
export interface ReadContext {
  readonly vocabulary: Vocabulary;
  readonly reporter: Reporter;
}

/** Goes through the words of a line and keeps what any line can carry. */
export class LineReader {
  as: Name[] = [];
  from: Name[] | undefined;
  repeat: Field | undefined;
  expect: Field | undefined;
  stride: Field | undefined;
  each = false;
  /** Whether a problem hides a part of what the line says. */
  flawed = false;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly context: ReadContext,
  ) {
    this.#tokens = this.#withoutCommas();
  }

  /** Takes the commas from between words; reports the first, unless it stands between names. */
  #withoutCommas(): Token[] {
    let told = false;
    let naming = false;
    return this.tokens.map(({ text, place }) => {
      if (text === 'as' || text === '=>') naming = text === 'as';
      if (!/[^,],$/.test(text)) return { text, place };
      const word = text.slice(0, -1);
      if (!told && !naming) {
        told = true;
        const hint = `Write \`${word}\`.`;
        this.report('unknown-word', 'words are parted by spaces, not by commas', place, hint);
      }
      return { text: word, place };
    });
  }

  take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  get place(): Place {
    const first = this.tokens[0] as Token;
    const last = this.tokens[this.tokens.length - 1] as Token;
    return { start: first.place.start, end: last.place.end };
  }

  isSize = (name: string): boolean => this.context.vocabulary.sizes.has(name);

  report(rule: string, message: string, place: Place, hint?: string): void {
    this.context.reporter.report({ rule, message, place, hint });
  }

  /** Reads a number, a sum, a size or a known name; reports and gives nothing otherwise. */
  size(text: string, place: Place, what: string): Field | undefined {
    const value =
      numberValue(text) ??
      sizeValue(text, this.isSize) ??
      (this.isSize(text) ? ({ kind: 'word', text } as const) : undefined);
    if (value) return { value, place };
    this.flawed = true;
    if (what === 'a shape') {
      const hint = 'Write `=> 64x56x56`, or `=> 10` for a vector.';
      this.report('wrong-value', `${quote(text)} is no shape`, place, hint);
    } else this.report('wrong-value', `${what} must be a number, not ${quote(text)}`, place);
    return undefined;
  }

  /** After `as` stands nothing, or something that is no name. */
  #missingName(place: Place): void {
    const next = this.peek();
    if (!next || next.text === '=>' || /^(?:\/|[x×]\d)/.test(next.text)) {
      this.report('missing-name', 'a name is missing after `as`', place, 'Write `as e1`.');
      return;
    }
    this.take();
    this.report('wrong-name', `${quote(next.text)} is no name`, next.place, nameRule);
  }

  /** `stride = 2`, `stride= 2`, `stride =2`: a value with spaces around its `=`. */
  #spaced({ text, place }: Token): boolean {
    const key = /^([A-Za-z_]\w*)=?$/.exec(text)?.[1];
    const next = this.peek();
    if (key === undefined || !next || text.endsWith('=') === next.text.startsWith('='))
      return false;
    if (!text.endsWith('=') && !/^=(?!>)/.test(next.text)) return false;
    this.take();
    const last = text.endsWith('=') || next.text !== '=' ? next : (this.take() ?? next);
    this.flawed = true;
    this.report(
      'missing-value',
      `there are spaces around the \`=\` of \`${key}\``,
      { start: place.start, end: last.place.end },
      `Write \`${key}=${last.text.replace(/^=/, '') || '1'}\`.`,
    );
    return true;
  }

  /** Reads what any line can carry; says whether the word was such. */
  common(token: Token): boolean {
    const { text, place } = token;
    if (this.#spaced(token)) return true;
    if (text === 'as') {
      for (let name = this.peek(); name && name.text !== '=>'; name = this.peek()) {
        const texts = name.text.split(',').filter((part) => part !== '');
        // Only a split has several outputs; its names follow one another.
        if (!texts.every(isPlainName) || /^x\d+$/.test(name.text)) break;
        this.take();
        this.as.push(...texts.map((part) => ({ text: part, place: name.place })));
      }
      if (this.as.length === 0) this.#missingName(place);
      return true;
    }
    if (text === '=>') {
      const parts: Token[] = [];
      for (let part = this.peek(); part && part.text !== 'as'; part = this.peek()) {
        parts.push(part);
        this.take();
      }
      const first = parts[0];
      const last = parts[parts.length - 1];
      if (!first || !last) {
        this.report(
          'missing-value',
          'a shape is missing after `=>`',
          place,
          'Write `=> 64x56x56`.',
        );
        return true;
      }
      const where = { start: first.place.start, end: last.place.end };
      this.expect = this.size(parts.map((part) => part.text).join(' '), where, 'a shape');
      return true;
    }
    const repeat = /^[x×](\d[\d.]*|\$\w+)$/.exec(text)?.[1] ?? /^[x×](\w+)$/.exec(text)?.[1];
    if (
      repeat !== undefined &&
      (/^[\d$]/.test(repeat) || this.isSize(repeat)) &&
      !this.isSize(text)
    ) {
      this.repeat = this.size(repeat, place, 'a repeat');
      return true;
    }
    const each = /^each(\/.+)$/.exec(text)?.[1];
    if (each !== undefined) this.each = true;
    if (text.startsWith('/') || each !== undefined) {
      const written = (each ?? text).slice(1);
      this.stride =
        written === 's'
          ? { value: { kind: 'word', text: 's' }, place }
          : this.size(written, place, 'a stride');
      return true;
    }
    if (/^(?:from|repeat)=/.test(text)) {
      const [key = '', value = ''] = text.split('=', 2);
      if (key === 'repeat') this.repeat = this.size(value, place, 'a repeat');
      else this.from = value.split(',').map((name) => ({ text: name.replace(/^\$/, ''), place }));
      return true;
    }
    return false;
  }

  base(): StepBase {
    return {
      place: this.place,
      as: this.as,
      ...(this.repeat && { repeat: this.repeat }),
      ...(this.expect && { expect: this.expect }),
      ...(this.from && { from: this.from }),
      ...(this.flawed && { flawed: true as const }),
    };
  }
}
