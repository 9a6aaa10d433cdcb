/** Text of any kind as LaTeX that says the same: no character of it is ever read as a command. */
import {
  accents,
  alphabets,
  lowered,
  mathCommands,
  plain,
  raised,
  spaces,
  textCommands,
} from './symbols.js';

/** What the preamble has only for those who need it: packages for formulas, commands of nnfig. */
export type Need = 'formulas' | 'formula-size' | 'script-letters' | 'scripts' | 'missing';

/** What a text needs, and what it cannot have. */
export interface TextNeeds {
  /** Adds something to the preamble. */
  need(name: Need): void;
  /** Is told of a character that pdflatex has no sign for. */
  miss(character: string): void;
}

/** What a reader does not see: controls, joiners, marks of direction, variation selectors. */
const invisible = /^(?:[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector})$/u;

const cluster = /(\P{M})(\p{M}*)|(\p{M}+)/gu;

/**
 * Writes a text as LaTeX.
 *
 * @param text Any text.
 * @param needs What is told of packages and of characters that cannot be shown.
 * @returns LaTeX for horizontal mode, in the encoding T1.
 */
export function escapeText(text: string, needs: TextNeeds): string {
  const pieces: string[] = [];
  for (const [, base, marks = '', stray] of text.normalize('NFC').matchAll(cluster)) {
    const piece =
      base === undefined ? strayMarks(stray ?? '', needs) : write(base, [...marks], needs);
    const last = pieces.at(-1);
    // Formulas that follow each other are one: two dollars begin another kind of formula.
    if (last?.startsWith('$') && piece.startsWith('$')) {
      pieces[pieces.length - 1] = `${last.slice(0, -1)} ${piece.slice(1)}`;
    } else {
      pieces.push(piece);
    }
  }
  return (
    pieces
      .join('')
      // Fonts join these to dashes, quotes and marks that the text does not have.
      .replace(/-(?=-)/g, '-{}')
      .replace(/,(?=,)/g, ',{}')
      .replace(/([!?])(?=\\`)/g, '$1{}')
  );
}

/**
 * Writes a character as a part of a formula.
 *
 * @param character Any character.
 * @param needs What is told of packages.
 * @returns Its command; nothing when formulas have none.
 */
export function mathCharacter(
  character: string,
  needs: Pick<TextNeeds, 'need'>,
): string | undefined {
  const command = mathCommands.get(character);
  if (command !== undefined) {
    if (command.includes('\\')) needs.need('formulas');
    return command;
  }
  const code = character.codePointAt(0) ?? 0;
  const alphabet = alphabets.find(([first, last]) => code >= first && code <= last);
  if (!alphabet) return undefined;
  const letter = character.normalize('NFKD');
  const [, , name] = alphabet;
  needs.need('formulas');
  return name === '' ? letter : `${name}{${letter}}`;
}

function write(base: string, marks: readonly string[], needs: TextNeeds): string {
  const seen = marks.filter((mark) => !invisible.test(mark));
  if (seen.length > 0) return accented(base, seen, needs);
  return single(base, needs) ?? missing(base, needs);
}

/** Nothing when there is no way to show it. */
function single(character: string, needs: TextNeeds): string | undefined {
  if (character === ' ' || /[a-zA-Z0-9]/.test(character)) return character;
  const command = textCommands.get(character) ?? spaces.get(character);
  if (command !== undefined) return command;
  if (/^\s$/.test(character)) return ' ';
  if (invisible.test(character)) return '';
  if (/^[!-~]$/.test(character)) return character;
  if (raised.test(character) && !plain.test(character)) return script('Super', character, needs);
  if (lowered.test(character)) return script('Sub', character, needs);
  if (plain.test(character)) return character;
  const math = mathCharacter(character, needs);
  if (math !== undefined) return `$${math}$`;
  return decomposed(character, needs);
}

function script(name: 'Super' | 'Sub', character: string, needs: TextNeeds): string | undefined {
  const base = character.normalize('NFKD');
  const inner = [...base].map((each) => (each === character ? undefined : single(each, needs)));
  if (inner.includes(undefined)) return undefined;
  needs.need('scripts');
  return `\\nnfig${name}{${inner.join('')}}`;
}

/** A letter with accents that no font has as one sign, or a variant of other characters. */
function decomposed(character: string, needs: TextNeeds): string | undefined {
  const [base = '', ...marks] = character.normalize('NFD');
  if (marks.length > 0 && base !== character) {
    return marks.every((mark) => accents.has(mark)) ? accented(base, marks, needs) : undefined;
  }
  const parts = [...character.normalize('NFKD')];
  if (parts[0] === character) return undefined;
  const written = parts.map((part) => single(part, needs));
  return written.includes(undefined) ? undefined : written.join('');
}

const dotless: Readonly<Record<string, string>> = { i: 'ı', j: 'ȷ' };

/** Accents above a letter cannot stand on one another in a font; those below go around them. */
function accented(base: string, marks: readonly string[], needs: TextNeeds): string {
  const found = marks.map((mark) => accents.get(mark));
  // The font of the text has no j without its dot, that of formulas has.
  if (/^[a-ik-zA-Z]$/.test(base) && found.every((accent) => accent?.text !== undefined)) {
    const below = /^\\[dckb]$/;
    const commands = found.map((accent) => accent?.text as string);
    const above = commands.filter((command) => !below.test(command));
    if (above.length <= 1) {
      const under = commands.filter((command) => below.test(command));
      return [...above, ...under].reduce((inner, command) => `${command}{${inner}}`, base);
    }
  }
  const letter = /^[a-hk-zA-Z0-9]$/.test(base) ? base : mathCharacter(dotless[base] ?? base, needs);
  if (letter !== undefined && found.every((accent) => accent?.math !== undefined)) {
    needs.need('formulas');
    const text = found.reduce((inner, accent) => `${accent?.math}{${inner}}`, letter);
    return `$${text}$`;
  }
  const written = single(base, needs) ?? missing(base, needs);
  return written + strayMarks(marks.join(''), needs);
}

function strayMarks(marks: string, needs: TextNeeds): string {
  return [...marks]
    .filter((mark) => !invisible.test(mark))
    .map((mark) => missing(mark, needs))
    .join('');
}

/** A box with the number of the character, as browsers show one that no font has. */
function missing(character: string, needs: TextNeeds): string {
  needs.miss(character);
  needs.need('missing');
  const code = character.codePointAt(0) ?? 0;
  return `\\nnfigMissing{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
}
