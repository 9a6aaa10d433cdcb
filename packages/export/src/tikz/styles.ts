/** Names of the colours and looks of a drawing, so that each is said once. */
import type { Colour, Paint, TextNode } from 'nnfig/writers';
import { decimal } from './numbers.js';

/** Unit of lengths in a `.tex` file: one px of the figure. */
export const pixel = String.raw`\nnfigpx`;

const hexColour = /^#[\da-f]{6}$/i;

/** How a text looks, whatever it says. */
export type TextLook = Pick<TextNode, 'size' | 'weight' | 'italic' | 'fill'>;

interface Look {
  readonly key: string;
  readonly options: string;
  /** What a name for it starts with. */
  readonly stem: string;
}

/** Whether a shape has an outline that can be seen: TeX would draw a width of 0 as a hairline. */
export function hasStroke({ stroke, strokeWidth }: Paint): boolean {
  return stroke !== undefined && (strokeWidth ?? 1) > 0;
}

/** The colours and looks of one drawing. Looks that come again get a name. */
export class Styles {
  readonly #theme: 'light' | 'dark';
  /** Hex digits by name. */
  readonly #colours = new Map<string, string>();
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();
  /** Options by name, in the order in which they are first used. */
  readonly #styles = new Map<string, string>();

  /** @param theme Which side of each colour. */
  constructor(theme: 'light' | 'dark') {
    this.#theme = theme;
  }

  /** Tells that a look is used; all uses are told before the first `paint` or `text`. */
  count(look: Paint | TextLook): void {
    const { key } = 'size' in look ? this.#textLook(look) : this.#paintLook(look);
    this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
  }

  /** @returns Options of a path. */
  paint(paint: Paint): string {
    return this.#named(this.#paintLook(paint));
  }

  /** @returns Options of a node. */
  text(look: TextLook): string {
    return this.#named(this.#textLook(look));
  }

  /** @returns Name of a colour, such as `nnfigConv`. */
  colour(colour: Colour): string {
    const hex = this.#hex(colour);
    const words = (colour.variable ?? '').split(/[^a-zA-Z0-9]+/).filter(Boolean);
    const stem = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
    // A page may have one variable in several colours; a document has one colour by a name.
    const plain = `nnfig${stem || hex}`;
    const known = this.#colours.get(plain);
    const name = known === undefined || known === hex ? plain : `${plain}${hex}`;
    this.#colours.set(name, hex);
    return name;
  }

  /** @returns Definitions of all colours so far. */
  get colours(): string[] {
    return [...this.#colours].map(([name, hex]) => `\\definecolor{${name}}{HTML}{${hex}}`);
  }

  /** @returns Definitions of all named looks so far. */
  get styles(): string[] {
    return [...this.#styles].map(([name, options]) => `${name}/.style={${options}}`);
  }

  #hex({ light, dark }: Colour): string {
    const side = this.#theme === 'light' ? light : dark;
    if (hexColour.test(side)) return side.slice(1).toUpperCase();
    return this.#theme === 'light' ? '000000' : 'FFFFFF';
  }

  #named(look: Look): string {
    if ((this.#uses.get(look.key) ?? 0) < 2) return look.options;
    const known = this.#names.get(look.key);
    if (known !== undefined) return known;
    let name = look.stem;
    for (let number = 2; this.#styles.has(name); number++) name = `${look.stem} ${number}`;
    this.#names.set(look.key, name);
    this.#styles.set(name, look.options);
    return name;
  }

  #paintLook(paint: Paint): Look {
    const { fill } = paint;
    const stroke = hasStroke(paint) ? paint.stroke : undefined;
    const options: string[] = [];
    if (stroke) {
      const width = `${decimal(paint.strokeWidth ?? 1)}${pixel}`;
      options.push(`draw=${this.colour(stroke)}`, `line width=${width}`);
      options.push(...opacity('draw', paint.strokeOpacity));
      const dash = dashes(paint.dash);
      if (dash) options.push(`dash pattern=${dash}`);
      if (paint.cap && paint.cap !== 'butt') {
        options.push(`line cap=${paint.cap === 'square' ? 'rect' : 'round'}`);
      }
      if (paint.join && paint.join !== 'miter') options.push(`line join=${paint.join}`);
    }
    if (fill) options.push(`fill=${this.colour(fill)}`, ...opacity('fill', paint.fillOpacity));
    const stem = ['nn', this.#word(fill ?? stroke), ...(fill ? [] : ['line'])].join(' ');
    const text = options.join(', ');
    return { key: text, options: text, stem };
  }

  #textLook({ size, weight, italic, fill }: TextLook): Look {
    const bold = weight === 'bold';
    const shape = `${bold ? String.raw`\bfseries\boldmath` : ''}${italic ? String.raw`\itshape` : ''}`;
    const font = `\\nnfigFont{${decimal(size)}}${shape}`;
    const text = `font=${font}, text=${this.colour(fill)}`;
    const word = this.#word(fill);
    const stem = [
      'nn text',
      decimal(size),
      ...(bold ? ['bold'] : []),
      ...(italic ? ['italic'] : []),
      ...(word === 'ink' ? [] : [word]),
    ].join(' ');
    return { key: text, options: text, stem: stem.replace('.', '-') };
  }

  /** Name of a colour in the name of a look. */
  #word(colour: Colour | undefined): string {
    if (!colour) return 'nothing';
    return (colour.variable ?? '').replace(/[^a-zA-Z0-9]+/g, ' ').trim() || this.#hex(colour);
  }
}

function opacity(kind: 'draw' | 'fill', value: number | undefined): string[] {
  if (value === undefined || value === 1) return [];
  return [`${kind} opacity=${decimal(Math.max(0, Math.min(1, value)), 3)}`];
}

/** Nothing for a line without gaps; an odd list is said twice, as in SVG. */
function dashes(lengths: readonly number[] | undefined): string | undefined {
  if (!lengths?.some((length) => length > 0)) return undefined;
  const even = lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
  return even
    .map((length, index) => `${index % 2 === 0 ? 'on' : 'off'} ${decimal(length)}${pixel}`)
    .join(' ');
}
