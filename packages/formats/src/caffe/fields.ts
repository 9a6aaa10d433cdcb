/** Reads the fields of one message by their types, as Caffe's own schema has them. */
import { nearest, quote, suggestion } from 'nnfig/readers';
import type { Field, Message, Scalar } from '../prototxt/message.js';
import type { Problems, Span } from './problems.js';

/** Whether all of a layer could be read; fields that could not are reported once. */
export interface Health {
  failed: boolean;
}

/** A field whose value is a message. */
type Nested = Field & { readonly value: Message };

const isNested = (field: Field): field is Nested => field.value.kind === 'message';

/** The fields of a message such as `convolution_param`. */
export class Fields {
  /**
   * @param title Name of the message, for messages.
   * @param fields What is in it; nothing when the text has no such message.
   * @param span Where what it lacks is reported.
   * @param problems Where problems go.
   * @param health Fails with the first value that cannot be read.
   */
  constructor(
    readonly title: string,
    readonly fields: readonly Field[],
    readonly span: Span,
    readonly problems: Problems,
    readonly health: Health,
  ) {}

  /**
   * @param name Name of a field.
   * @returns Whether it is there.
   */
  has(name: string): boolean {
    return this.fields.some((field) => field.name === name);
  }

  /**
   * @param name Name of a field.
   * @returns The stretch of its last value; nothing when it is not there.
   */
  spanOf(name: string): Span | undefined {
    let found: Span | undefined;
    for (const field of this.fields) if (field.name === name) found = field.value;
    return found;
  }

  /**
   * Reports something wrong with the layer; its shape is unknown then.
   *
   * @param rule Kind of problem.
   * @param message What is wrong.
   * @param hint What to do.
   * @param name Field at fault; the layer unless given.
   */
  fail(rule: string, message: string, hint?: string, name?: string): undefined {
    const span = (name !== undefined && this.spanOf(name)) || this.span;
    this.problems.error(rule, message, span, hint);
    this.health.failed = true;
    return undefined;
  }

  #values(name: string): Scalar[] {
    const found: Scalar[] = [];
    for (const { name: own, value } of this.fields) {
      if (own !== name) continue;
      if (value.kind !== 'message') found.push(value);
      else this.#wrong(name, 'a value', value, '{ … }');
    }
    return found;
  }

  #one(name: string): Scalar | undefined {
    const values = this.#values(name);
    const second = values[1];
    if (second) {
      this.problems.error(
        'given-twice',
        `${quote(name)} is given twice`,
        second,
        'Keep one of them.',
      );
      this.health.failed = true;
    }
    return values[0];
  }

  #wrong(name: string, expected: string, span: Span, given: string, hint?: string): undefined {
    this.problems.error(
      'wrong-value',
      `${quote(name)} must be ${expected}, not ${quote(given)}`,
      span,
      hint,
    );
    this.health.failed = true;
    return undefined;
  }

  #checked<T>(
    name: string,
    value: Scalar | undefined,
    expected: string,
    read: (value: Scalar) => T | undefined,
  ): T | undefined {
    if (value === undefined) return undefined;
    if (value.kind === 'unknown') {
      this.health.failed = true;
      return undefined;
    }
    const hint = /^[A-Za-z]/.test(value.text)
      ? 'Write the value in place of this word.'
      : undefined;
    return read(value) ?? this.#wrong(name, expected, value, value.text, hint);
  }

  /**
   * @param name Name of a field.
   * @param min Smallest value that it may have.
   * @returns Its values; those that are no whole numbers are reported and left out.
   */
  wholes(name: string, min = 0): number[] {
    return this.#values(name).flatMap((value) => this.#whole(name, value, min) ?? []);
  }

  /**
   * @param name Name of a field.
   * @param min Smallest value that it may have.
   * @returns Its value; nothing when it is not there, or after a report.
   */
  whole(name: string, min = 0): number | undefined {
    return this.#whole(name, this.#one(name), min);
  }

  #whole(name: string, value: Scalar | undefined, min: number): number | undefined {
    const expected = `a whole number${min > Number.MIN_SAFE_INTEGER ? ` of at least ${min}` : ''}`;
    return this.#checked(name, value, expected, ({ kind, number }) =>
      kind === 'number' && Number.isSafeInteger(number) && number >= min ? number : undefined,
    );
  }

  /**
   * @param name Name of a field that counts from the end when it is negative.
   * @returns Its value; nothing when it is not there, or after a report.
   */
  index(name: string): number | undefined {
    return this.whole(name, Number.MIN_SAFE_INTEGER);
  }

  /**
   * @param name Name of a field that the layer cannot do without.
   * @returns Its value; nothing after a report.
   */
  required(name: string): number | undefined {
    if (this.has(name)) return this.whole(name, 1);
    return this.missing(name, `Write \`${this.title} { ${name}: 1 }\` with the right number.`);
  }

  /**
   * Reports that a field is not there, at one whose name is nearly the same if there is one.
   *
   * @param name The field.
   * @param hint What to do where no other was likely meant.
   */
  missing(name: string, hint: string): undefined {
    const meant = this.fields.find((field) => nearest(field.name, [name]) === name);
    return this.fail(
      'missing-value',
      `${quote(this.title)} needs ${quote(name)}`,
      meant ? `Did you mean it by ${quote(meant.name)}?` : hint,
      meant?.name,
    );
  }

  /**
   * @param name Name of a field.
   * @returns Its values; those that are no numbers are reported and left out.
   */
  numbers(name: string): number[] {
    return this.#values(name).flatMap(
      (value) =>
        this.#checked(name, value, 'a number', ({ number }) =>
          Number.isNaN(number) ? undefined : number,
        ) ?? [],
    );
  }

  /**
   * @param name Name of a field.
   * @param initial Its value when it is not there.
   * @returns Its value.
   */
  number(name: string, initial: number): number {
    return this.numbers(name)[0] ?? initial;
  }

  /**
   * @param name Name of a field.
   * @param initial Its value when it is not there.
   * @returns Its value.
   */
  flag(name: string, initial: boolean): boolean {
    const value = this.#checked(name, this.#one(name), '`true` or `false`', ({ kind, text }) => {
      if (kind === 'string') return undefined;
      if (/^(true|t|1)$/i.test(text)) return true;
      return /^(false|f|0)$/i.test(text) ? false : undefined;
    });
    return value ?? initial;
  }

  /**
   * @param name Name of a field that takes one word of a few.
   * @param words The words, in the order of their numbers in Caffe's schema; the first is
   *   the value when the field is not there.
   * @returns The word; nothing after a report.
   */
  choice<const Words extends readonly [string, ...string[]]>(
    name: string,
    words: Words,
  ): Words[number] | undefined {
    const value = this.#one(name);
    if (value === undefined) return words[0];
    if (value.kind === 'unknown') {
      this.health.failed = true;
      return undefined;
    }
    const found =
      value.kind === 'number'
        ? words[value.number]
        : words.find((word) => word === value.text.toUpperCase());
    if (found !== undefined) return found;
    const expected = `one of ${words.map((word) => `\`${word}\``).join(', ')}`;
    return this.#wrong(name, expected, value, value.text, suggestion(value.text, words));
  }

  /**
   * @param name Name of a field.
   * @returns Its strings or words.
   */
  texts(name: string): Scalar[] {
    return this.#values(name).filter(({ kind }) => kind !== 'unknown');
  }

  /**
   * @param name Name of a field.
   * @returns Its first string or word; nothing when it is not there.
   */
  text(name: string): string | undefined {
    return this.texts(name)[0]?.text;
  }

  /**
   * @param name Name of a field whose value is a message.
   * @returns Its fields; of several, of all. None when it is not there.
   */
  message(name: string): Fields {
    const found = this.fields.filter((field) => field.name === name).filter(isNested);
    const [first] = found;
    const fields =
      found.length < 2 ? (first?.value.fields ?? []) : found.flatMap(({ value }) => value.fields);
    return new Fields(name, fields, this.span, this.problems, this.health);
  }

  /**
   * @param name Name of a repeated field whose values are messages.
   * @returns Each of them.
   */
  messages(name: string): Fields[] {
    return this.fields
      .filter((field) => field.name === name)
      .filter(isNested)
      .map(({ value }) => new Fields(name, value.fields, value, this.problems, this.health));
  }
}
