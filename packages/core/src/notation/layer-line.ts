/** Reads the line of an operation: `conv 64 7x7 /2 p3 bn relu`. */
import type { Place } from '../diagnostics.js';
import { findOperation } from '../ops/index.js';
import type { Operation } from '../ops/operation.js';
import { editDistance, nearest, suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { LineReader } from './line-reader.js';
import { paddingValue, placeNumbers } from './numbers.js';
import type { Field, Follower, LayerStep, Name, Value } from './spec.js';
import type { Token } from './tokens.js';
import { attributeValue, isPlainName, numberValue, sizeValue } from './values.js';
import { attributeName, followerHint, followerRole, lineWords, wordMeaning } from './vocabulary.js';

/** A word that is a formula: the name of an operation can be one. */
const formula = /^\$[^$]*[^$\\]\$$/;

/** Whether a word is a misspelt `as`. */
function isAs(text: string): boolean {
  return text.length > 1 && editDistance(text.toLowerCase(), 'as', 1) <= 1;
}

/** What the words of one operation's line say, as they are read one by one. */
class LayerLine {
  readonly attributes = new Map<string, Field>();
  readonly followers: Follower[] = [];
  readonly operands: Name[] = [];
  readonly numbers: Field[] = [];
  share: Name | undefined;
  readonly #takesMany: boolean;

  constructor(
    readonly reader: LineReader,
    readonly operation: Operation,
  ) {
    this.#takesMany = (operation.inputs?.max ?? 1) > 1;
  }

  set(name: string, field: Field | undefined): void {
    if (!field) return;
    if (!this.attributes.has(name)) this.attributes.set(name, field);
    else {
      this.reader.report(
        'given-twice',
        `${quote(name)} of \`${this.operation.name}\` is given twice`,
        field.place,
        'Keep one of them.',
      );
    }
  }

  /** Reads one word. */
  word(token: Token): void {
    const { operation, reader } = this;
    const { text, place } = token;
    // The first word of an operation that nnfig does not know is its name.
    if (
      operation.name === 'op' &&
      !this.attributes.has('name') &&
      (formula.test(text) || (isPlainName(text) && text !== 'as'))
    ) {
      this.attributes.set('name', { value: { kind: 'text', text }, place });
    } else if (!reader.common(token) && !this.#assignment(token) && !this.#short(token)) {
      if (!this.#flag(token) && !this.#follow(text, place) && !this.#operand(token)) {
        if (!this.#number(token)) this.#unknown(token);
      }
    }
  }

  /** `key=value`. */
  #assignment(token: Token): boolean {
    const { text, place } = token;
    const { operation, reader } = this;
    const [whole, key = '', written = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
    if (whole === undefined) return false;
    if (written === '') {
      reader.flawed = true;
      reader.report(
        'missing-value',
        `a value is missing after ${quote(text)}`,
        place,
        `Write \`${key}=1\`.`,
      );
    } else if (key === 'norm' || key === 'act' || key === 'activation') {
      this.#followerKey(key === 'norm' ? 'norm' : 'act', key, written, place);
    } else if (key === 'share') {
      this.share = { text: written.replace(/^\$/, ''), place };
    } else if (this.#takesMany && ['kv', 'memory', 'with'].includes(key)) {
      const names = written.split(',');
      this.operands.push(...names.map((name) => ({ text: name.replace(/^\$/, ''), place })));
    } else {
      const attribute = attributeName(operation, key);
      if (attribute !== undefined) {
        this.set(attribute, { value: attributeValue(written, reader.isSize), place });
      } else {
        const known = [...Object.keys(operation.attributes.shape), 'from', 'share', 'repeat'];
        const all = known.map((name) => `\`${name}\``).join(', ');
        reader.flawed = true;
        reader.report(
          'unknown-key',
          `\`${operation.name}\` has no ${quote(key)}`,
          place,
          suggestion(key, known, `It has ${all}.`),
        );
      }
    }
    return true;
  }

  /** `norm=bn`, `act=none`. */
  #followerKey(role: 'norm' | 'act', key: string, written: string, place: Place): void {
    const { operation, reader } = this;
    if (!operation.composable) {
      reader.report(
        'unknown-key',
        `\`${operation.name}\` takes no ${quote(key)}`,
        place,
        'Write it on a line of its own.',
      );
    } else if (written === 'none' || written === 'false') {
      this.followers.push({ role, op: 'none', place });
    } else {
      const follower = followerRole(written);
      if (follower?.role === role) this.followers.push({ ...follower, place });
      else {
        const what = role === 'norm' ? 'normalisation' : 'activation';
        reader.report(
          'unknown-word',
          `${quote(written)} is no ${what}`,
          place,
          followerHint(written, role),
        );
      }
    }
  }

  /** `p3`, `d2`, `g32`. */
  #short(token: Token): boolean {
    const { text, place } = token;
    const [whole, letter, written = ''] = /^([pdg])(\d.*|\$.+)$/.exec(text) ?? [];
    if (whole === undefined || this.reader.isSize(text)) return false;
    const name = letter === 'p' ? 'padding' : letter === 'd' ? 'dilation' : 'groups';
    const attribute = attributeName(this.operation, name);
    if (attribute === undefined) {
      this.reader.report(
        'unknown-word',
        `\`${this.operation.name}\` takes no ${name}, but here is ${quote(text)}`,
        place,
        'Leave it out.',
      );
    } else {
      this.set(
        attribute,
        letter === 'p'
          ? paddingValue(written, this.reader, place)
          : this.reader.size(written, place, name),
      );
    }
    return true;
  }

  /** `causal`, `no-bias`, `same`. */
  #flag({ text, place }: Token): boolean {
    const meaning = wordMeaning(this.operation, text);
    if (!meaning) return false;
    const value: Value =
      typeof meaning.value === 'boolean'
        ? { kind: 'literal', value: meaning.value }
        : { kind: 'text', text: meaning.value };
    this.set(meaning.attribute, { value, place });
    return true;
  }

  /** `bn`, `relu`. */
  #follow(text: string, place: Place): boolean {
    const follower = this.operation.composable ? followerRole(text) : undefined;
    if (!follower) return false;
    this.followers.push({ ...follower, place });
    return true;
  }

  /** `$memory`, or the name of an earlier tensor. */
  #operand({ text, place }: Token): boolean {
    const [whole, marked, name = ''] = /^(\$?)([A-Za-z_]\w*)$/.exec(text) ?? [];
    if (!this.#takesMany || whole === undefined) return false;
    // A parameter may be a number or a tensor: `add` and `concat` have no use for numbers.
    const takesNumbers = (this.operation.positional ?? []).length > 0;
    if (marked === '' && takesNumbers && this.reader.isSize(name)) return false;
    this.operands.push({ text: name, place });
    return true;
  }

  /** `64`, `4*$c`, `d`, `3x3`. */
  #number({ text, place }: Token): boolean {
    const { operation, reader } = this;
    const value =
      numberValue(text) ?? (reader.isSize(text) ? { kind: 'word' as const, text } : undefined);
    if (value) {
      this.numbers.push({ value, place });
      return true;
    }
    const size = sizeValue(text, reader.isSize);
    if (!size) return false;
    if (operation.size !== undefined) this.set(operation.size, { value: size, place });
    else {
      reader.report(
        'unknown-word',
        `\`${operation.name}\` takes no size, but here is ${quote(text)}`,
        place,
        'Leave it out.',
      );
    }
    return true;
  }

  /** What a word may be that is near to no known one. */
  #guess(text: string): string {
    const [first] = this.operation.positional ?? [];
    const isName = isPlainName(text) && text.length <= 20;
    const lacks = first !== undefined && this.numbers.length === 0 && isName;
    return lacks
      ? `If it is a size, give it a value: \`dims: {${text}: 64}\`.`
      : 'Leave it out, or name it as `key=value`.';
  }

  #unknown({ text, place }: Token): void {
    const { operation, reader } = this;
    const next = reader.peek();
    if (isAs(text) && next && isPlainName(next.text)) {
      const message = `\`${operation.name}\` does not know ${quote(text)}`;
      reader.report('unknown-word', message, place, 'Did you mean `as`?');
      reader.common({ text: 'as', place });
      return;
    }
    const known = [...lineWords(operation), ...reader.context.vocabulary.sizes];
    const other = findOperation(text);
    if (reader.context.reporter.full) return;
    const hint = other
      ? 'Write it on a line of its own.'
      : /^\{\$?\w+\}$/.test(text)
        ? `A parameter is written \`$${text.replace(/\W/g, '')}\`.`
        : suggestion(text, known, this.#guess(text));
    // A misspelt normalisation or activation leaves the shape as it is.
    if (other || followerRole(nearest(text, known) ?? '') === undefined) reader.flawed = true;
    reader.report(
      'unknown-word',
      `\`${operation.name}\` does not know ${quote(text)}`,
      place,
      hint,
    );
    // The words after another operation are that one's.
    if (other) for (let word = reader.take(); word; word = reader.take()) reader.common(word);
  }
}

/**
 * Reads the line of an operation.
 *
 * @param reader The words after the operation's name.
 * @param operation The operation.
 * @param opToken Its name as written.
 * @returns The layer.
 */
export function readLayer(reader: LineReader, operation: Operation, opToken: Token): LayerStep {
  const line = new LayerLine(reader, operation);
  for (let token = reader.take(); token; token = reader.take()) line.word(token);
  placeNumbers(line.numbers, operation, reader, (name, field) => line.set(name, field));
  if (reader.stride) {
    const attribute = attributeName(operation, 'stride');
    if (attribute !== undefined) line.set(attribute, reader.stride);
    else {
      reader.report(
        'unknown-word',
        `\`${operation.name}\` takes no stride`,
        reader.stride.place,
        'Leave it out.',
      );
    }
  }
  const { attributes, followers, operands, share } = line;
  return {
    kind: 'layer',
    ...reader.base(),
    op: operation.name,
    opPlace: opToken.place,
    attributes,
    followers,
    operands,
    each: reader.each,
    ...(share && { share }),
  };
}
