/**
 * Formulas for LaTeX. MathJax has typeset them before, so they are right; what is checked here is
 * that they do nothing but typeset, and that LaTeX has their commands too.
 */
import { escapeText, mathCharacter, type TextNeeds } from './characters.js';
import {
  alphabetLetters,
  binaryMacros,
  environments,
  signMacros,
  symbolMacros,
  textMacros,
  unaryMacros,
} from './macros.js';

/** Why a formula stays as outlines. */
class Refusal extends Error {}

const token = /\\operatorname\*|\\[a-zA-Z]+|\\[^a-zA-Z]|\s+|[^\\\s]/gu;

/** What needs something beside it, so that it is no script and no argument. */
const dependent = /^\\(?:left|right|middle|limits|nolimits|hline|not|[bB]igg?[lrm]?)$/;

/** Commands of MathJax by another name. */
const renamed: Readonly<Record<string, string>> = { lt: '<', gt: '>', omicron: 'o' };

/** A formula with more than this is no label. */
const longest = 4000;

/**
 * Checks a formula and writes it for LaTeX.
 *
 * @param tex What MathJax typeset, without dollars.
 * @param needs What is told of packages.
 * @returns The formula for between dollars, or what keeps it from there, as part of a sentence.
 */
export function formulaText(
  tex: string,
  needs: TextNeeds,
): { readonly tex: string } | { readonly refused: string } {
  try {
    if (tex.length > longest) throw new Refusal('its length');
    const reader = new Reader(tex, needs);
    const written = reader.list(undefined);
    needs.need('formulas');
    return { tex: written.trim() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #needs: TextNeeds;
  #at = 0;
  /** How many environments are open. */
  #cells = 0;

  constructor(tex: string, needs: TextNeeds) {
    this.#tokens = tex.match(token) ?? [];
    this.#needs = needs;
    if (this.#tokens.join('').length !== tex.length) throw new Refusal('a lone `\\`');
  }

  /** Everything to a closing brace, to the end of an environment, or to the end. */
  list(end: '}' | '\\end' | undefined): string {
    let text = '';
    let raised: '' | 'script' | 'prime' = '';
    for (;;) {
      const next = this.#tokens[this.#at];
      if (next === undefined || next === end) {
        if (next !== end) throw new Refusal('a brace or an environment that is not closed');
        this.#at++;
        return text;
      }
      if (next === '^' || next === "'") {
        // Only what directly follows a prime shares its place.
        if (raised === 'script') throw new Refusal('two superscripts');
        raised = next === '^' ? 'script' : 'prime';
      } else if (next === '_' || /^\s/.test(next)) {
        if (raised === 'prime') raised = 'script';
      } else {
        raised = '';
      }
      text = join(text, this.#item());
    }
  }

  /** One thing with its arguments. */
  #item(): string {
    const next = this.#tokens[this.#at++] ?? '';
    if (/^\s/.test(next)) return ' ';
    if (next === '{') return `{${this.list('}')}}`;
    if (next === '^' || next === '_') return next + this.#script(next);
    if (next === '&' && this.#cells > 0) return next;
    if (/^[}&$#%]$/.test(next)) throw new Refusal(`\`${next}\``);
    if (next.startsWith('\\')) return this.#macro(next.slice(1));
    if (/^[ -~]$/.test(next)) return next;
    const command = mathCharacter(next, this.#needs);
    if (command === undefined) throw new Refusal(`\`${next}\``);
    return command;
  }

  /** MathJax lets a command with arguments be a script; LaTeX wants it in braces. */
  #script(mark: string): string {
    this.#space();
    const next = this.#tokens[this.#at];
    if (next === undefined || next === mark || /^[}&]$/.test(next))
      throw new Refusal(`\`${mark}\``);
    const item = this.#item();
    if (dependent.test(item)) throw new Refusal(`\`${mark}\``);
    return /^(?:\{|.$)/su.test(item) ? item : `{${item}}`;
  }

  #macro(name: string): string {
    if (name === '\\' && this.#cells === 0) throw new Refusal('`\\\\`');
    if (signMacros.has(name) || /^\s$/.test(name)) return `\\${name.replace(/\s/, ' ')}`;
    if (name === 'begin') return this.#environment();
    if (symbolMacros.has(name)) {
      return renamed[name] ?? `\\${name}`;
    }
    if (textMacros.has(name)) return `\\${name}{${this.#text()}}`;
    if (unaryMacros.has(name)) {
      const option = name === 'sqrt' ? this.#option() : '';
      const argument = this.#argument();
      const letters = alphabetLetters[name];
      if (letters && !letters.test(argument)) throw new Refusal(`\`\\${name}{${argument}}\``);
      if (name === 'mathscr') this.#needs.need('script-letters');
      return `\\${name}${option}{${argument}}`;
    }
    if (binaryMacros.has(name)) return `\\${name}{${this.#argument()}}{${this.#argument()}}`;
    throw new Refusal(`\`\\${name}\``);
  }

  /** Without its braces. */
  #argument(): string {
    this.#space();
    const item = this.#item();
    if (item === '' || /^[&^_]/.test(item) || dependent.test(item)) {
      throw new Refusal('an argument that is missing');
    }
    return item.startsWith('{') && item.endsWith('}') && !item.startsWith('{}')
      ? item.slice(1, -1)
      : item;
  }

  #option(): string {
    this.#space();
    if (this.#tokens[this.#at] !== '[') return '';
    this.#at++;
    let text = '';
    while (this.#tokens[this.#at] !== ']') {
      if (this.#tokens[this.#at] === undefined) throw new Refusal('`[`');
      text = join(text, this.#item());
    }
    this.#at++;
    return `[{${text}}]`;
  }

  #text(): string {
    return escapeText(this.#raw(/^[^\\{}$&#^_~%]$|^\s+$/u), this.#needs);
  }

  #environment(): string {
    const name = this.#raw(/^[a-zA-Z]$/);
    if (!environments.has(name)) throw new Refusal(`\`\\begin{${name}}\``);
    const columns = name === 'array' ? `{${this.#raw(/^[lcr|\s]$/)}}` : '';
    this.#cells++;
    const inner = this.list('\\end');
    this.#cells--;
    if (this.#raw(/^[a-zA-Z]$/) !== name) throw new Refusal(`\`\\begin{${name}}\``);
    return `\\begin{${name}}${columns}${inner}\\end{${name}}`;
  }

  /** An argument in braces that is not a formula. */
  #raw(allowed: RegExp): string {
    this.#space();
    if (this.#tokens[this.#at++] !== '{') throw new Refusal('an argument without braces');
    let text = '';
    for (;;) {
      const next = this.#tokens[this.#at++];
      if (next === '}') return text;
      if (next === undefined || !allowed.test(next)) throw new Refusal(`\`${next ?? '{'}\``);
      text += next;
    }
  }

  #space(): void {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++;
  }
}

/** A letter that follows a command would become part of its name. */
function join(before: string, after: string): string {
  return /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z*]/.test(after)
    ? `${before} ${after}`
    : before + after;
}
