/** Reads the parts that steps of the long form have in common. */
import type { ParsedNode, YAMLMap } from 'yaml';
import { isScalar, isSeq } from 'yaml';
import type { Place } from '../diagnostics.js';
import type { Operation } from '../ops/operation.js';
import { suggestion } from '../suggest.js';
import { quote } from '../validation.js';
import type { ReadContext } from './line-reader.js';
import type { Source } from './source.js';
import type { Field, Follower, Name, StepBase, Value } from './spec.js';
import { isPlainName, nameRule, plainValue, sizeValue } from './values.js';
import { attributeName, followerHint, followerRole } from './vocabulary.js';

/** What reading nodes needs. */
export interface StepContext extends ReadContext {
  readonly source: Source;
}

/** A key and its value. */
export interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** `S x d` where nothing says what S and d are: sizes all the same, each to be reported. */
function namedSizes(text: string): Value | undefined {
  return sizeValue(text.trim(), () => true);
}

/** Pairs of a map, by key. */
export type Pairs = ReadonlyMap<string, Pair>;

/**
 * @param node A node, if there is one.
 * @returns Whether nothing is written there.
 */
export function isNothing(node: ParsedNode | null | undefined): node is null | undefined {
  return !node || (isScalar(node) && node.value === null);
}

/** Reads values, names, shapes and attributes from nodes. */
export class NodeReader {
  /** @param context What is known and where problems go. */
  constructor(readonly context: StepContext) {}

  /**
   * @param node A node of the document.
   * @returns Where it stands.
   */
  placeOf(node: ParsedNode): Place {
    return this.context.source.place(node.range[0], node.range[1]);
  }

  /**
   * Reports a problem.
   *
   * @param rule Kind of problem.
   * @param message What is wrong.
   * @param place Where.
   * @param hint What to do.
   */
  report(rule: string, message: string, place: Place, hint?: string): void {
    this.context.reporter.report({ rule, message, place, hint });
  }

  /**
   * Lists the pairs of a map, with text keys.
   *
   * @param node A map.
   * @returns Its pairs by key.
   */
  pairs(node: YAMLMap.Parsed): Map<string, Pair> {
    const pairs = new Map<string, Pair>();
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (!pairs.has(name)) pairs.set(name, { key, value });
    }
    return pairs;
  }

  /**
   * Reports keys that nothing reads.
   *
   * @param pairs A map.
   * @param known Keys that something reads.
   * @param subject What the map is, in words.
   * @param hint What to do, when no known key is near.
   * @returns Whether there are any.
   */
  rest(pairs: Pairs, known: readonly string[], subject: string, hint?: string): boolean {
    let found = false;
    for (const [key, { key: node }] of pairs) {
      if (known.includes(key)) continue;
      found = true;
      this.report(
        'unknown-key',
        `${subject} has no ${quote(key)}`,
        this.placeOf(node),
        suggestion(key, known, hint),
      );
    }
    return found;
  }

  /**
   * Reads a value of the long form; reports maps and nothing.
   *
   * @param key Its key.
   * @param pair The key and the value.
   * @returns The value, not yet evaluated.
   */
  field(key: string, pair: Pair): Field | undefined {
    const { value } = pair;
    const place = this.placeOf(value ?? pair.key);
    const plain = value ? (value.toJSON() as unknown) : null;
    const read = plainValue(plain, (name) => this.context.vocabulary.sizes.has(name));
    if (!read || (plain === null && value === null)) {
      this.report(
        'wrong-value',
        read ? `${quote(key)} has no value` : `${quote(key)} must be a number, a word or a list`,
        place,
      );
      return undefined;
    }
    return { value: read, place };
  }

  /**
   * Reads names: one text, or a list of them.
   *
   * @param pair The key and the value, if it is given.
   * @returns The names.
   */
  names(pair: Pair | undefined): Name[] {
    if (!pair) return [];
    const nodes = isSeq(pair.value) ? (pair.value.items as ParsedNode[]) : [pair.value];
    return nodes.flatMap((node) => {
      const text = isScalar(node) ? String(node.value ?? '') : '';
      const names = text.split(/[\s,]+/).filter((part) => part !== '');
      const place = this.placeOf(isNothing(node) ? pair.key : node);
      if (names.length === 0) {
        this.report('missing-name', 'a name is missing here', place, 'Name a layer by `as e1`.');
      }
      return names.map((name) => ({ text: name.replace(/^\$/, ''), place }));
    });
  }

  /**
   * Reads names that a step gives to its outputs; reports what is no name.
   *
   * @param pair The key and the value, if it is given.
   * @returns Those that are.
   */
  givenNames(pair: Pair | undefined): Name[] {
    return this.names(pair).filter(({ text, place }) => {
      const right = isPlainName(text);
      // A number that YAML reads otherwise than it is written is reported as that.
      const written = this.context.source.text.slice(place.start.offset, place.end.offset);
      if (!right && written.includes(text)) {
        this.report('wrong-name', `${quote(text)} is no name`, place, nameRule);
      }
      return right;
    });
  }

  /**
   * Reads what every step can carry.
   *
   * @param node The step.
   * @param pairs Its keys and values.
   * @returns Its names, repeat, belief and sources.
   */
  base(node: ParsedNode, pairs: Pairs): StepBase {
    const pick = (key: string) => {
      const pair = pairs.get(key);
      return pair ? this.field(key, pair) : undefined;
    };
    const repeat = pick('repeat');
    const expected = pairs.get('expect')?.value;
    const expect = expected ? this.shape(expected) : undefined;
    const from = this.names(pairs.get('from'));
    return {
      place: this.placeOf(node),
      as: this.givenNames(pairs.get('as')),
      ...(repeat && { repeat }),
      ...(expect && { expect }),
      ...(from.length > 0 && { from }),
    };
  }

  /**
   * Reads a switch of the long form; reports anything but `true` and `false`.
   *
   * @param key Its key.
   * @param pair The key and the value, if it is given.
   * @returns Whether it is on.
   */
  flag(key: string, pair: Pair | undefined): boolean {
    const value = pair?.value?.toJSON() as unknown;
    if (!pair || typeof value === 'boolean') return value === true;
    const place = this.placeOf(pair.value ?? pair.key);
    const message = `${quote(key)} must be \`true\` or \`false\`, not ${quote(value ?? null)}`;
    this.report('wrong-value', message, place);
    return false;
  }

  /**
   * Reads the sizes of a shape.
   *
   * @param node `3x224x224`, `S x d`, a number, or a list.
   * @returns The sizes, or nothing after a report.
   */
  shape(node: ParsedNode): Field | undefined {
    const place = this.placeOf(node);
    const plain = node.toJSON() as unknown;
    const isSize = (name: string) => this.context.vocabulary.sizes.has(name);
    const read =
      typeof plain === 'string'
        ? (sizeValue(plain.trim(), isSize) ?? namedSizes(plain) ?? plainValue(plain, isSize))
        : plainValue(plain, isSize);
    if (read && read.kind !== 'text' && plain !== null && plain !== '')
      return { value: read, place };
    this.report(
      'wrong-value',
      plain === null ? 'a shape is missing here' : `${quote(plain)} is no shape`,
      place,
      'Write `3x224x224`, or `784` for a vector.',
    );
    return undefined;
  }

  /**
   * Reads the attributes and followers of an operation from a map.
   *
   * @param operation The operation.
   * @param pairs The map.
   * @param others Keys that something else reads.
   * @returns What it says, and whether a problem hides a part of it.
   */
  attributes(
    operation: Operation,
    pairs: Pairs,
    others: readonly string[],
  ): { attributes: Map<string, Field>; followers: Follower[]; flawed: boolean } {
    let flawed = false;
    const attributes = new Map<string, Field>();
    const followers: Follower[] = [];
    for (const [key, pair] of pairs) {
      if (operation.composable && (key === 'norm' || key === 'act')) {
        const written = pair.value?.toJSON() as unknown;
        const place = this.placeOf(pair.value ?? pair.key);
        const follower = typeof written === 'string' ? followerRole(written) : undefined;
        if (written === 'none' || written === false || written === null) {
          followers.push({ role: key, op: 'none', place });
        } else if (follower?.role === key) followers.push({ ...follower, place });
        else {
          this.report(
            'unknown-word',
            `${quote(written)} is no ${key === 'norm' ? 'normalisation' : 'activation'}`,
            place,
            followerHint(String(written), key),
          );
        }
        continue;
      }
      const attribute = attributeName(operation, key);
      if (attribute === undefined) {
        if (others.includes(key)) continue;
        const known = [
          ...Object.keys(operation.attributes.shape),
          ...(operation.composable ? ['norm', 'act'] : []),
          ...others.filter((other) => other !== 'op'),
        ];
        flawed = true;
        this.report(
          'unknown-key',
          `\`${operation.name}\` has no ${quote(key)}`,
          this.placeOf(pair.key),
          suggestion(key, known, `It has ${known.map((name) => `\`${name}\``).join(', ')}.`),
        );
        continue;
      }
      const field = this.field(key, pair);
      if (field) attributes.set(attribute, field);
      else flawed = true;
    }
    return { attributes, followers, flawed };
  }
}
