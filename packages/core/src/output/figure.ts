/** The `<figure>` around a drawing, and the card that stands in its place when there is none. */
import type { Element, ElementContent, Properties } from 'hast';
import type { Diagnostic } from '../diagnostics.js';
import { cleanText } from './characters.js';
import { excerpt } from './excerpt.js';

/** What a figure holds. */
export interface FigureOptions {
  /** The `<svg>` element. */
  readonly svg: Element;
  /** Name of the figure for assistive technology. */
  readonly title: string;
  readonly caption?: string;
  /** The table of shapes and costs, to show under it. */
  readonly table?: Element;
  /** The description it was drawn from, to show under it. */
  readonly source?: { readonly text: string; readonly lang: string };
  /** Class of the figure and start of the classes in it. */
  readonly className?: string;
}

/** What an error card says. */
export interface ErrorOptions {
  readonly diagnostics: readonly Diagnostic[];
  /** Text that the places of the diagnostics are in. */
  readonly text: string;
  /** Line of the file on which the text starts; 1 unless given. */
  readonly firstLine?: number;
  /** File that the text is in. */
  readonly path?: string;
  readonly className?: string;
}

// Wide drawings scroll in their figure: they never shrink below legibility.
const figureStyle = 'overflow-x: auto; max-width: 100%; margin: 1.5rem 0; text-align: center';
const sourceStyle = 'text-align: left; margin-top: 0.75rem';
const cardStyle =
  'max-width: 100%; margin: 1.5rem 0; padding: 1rem 1.25rem; text-align: left; ' +
  'border: 1px solid light-dark(#b3261e, #f2857c); border-left-width: 5px; border-radius: 6px; ' +
  'background: light-dark(#fdf3f2, #2b1614); color: light-dark(#1b1f24, #f1f3f6)';
const excerptStyle =
  'overflow-x: auto; margin: 0.5rem 0; padding: 0.5rem 0.75rem; border-radius: 4px; ' +
  'background: light-dark(#f7e4e2, #3d211e); color: light-dark(#1b1f24, #f1f3f6)';
const linkStyle = 'color: light-dark(#8f1d17, #ffb4ab); text-decoration: underline';

/**
 * A drawing in its figure: it scrolls when it is wider than the page, and the
 * keyboard can scroll it too.
 *
 * @param options What it holds.
 * @returns The `<figure>` element.
 */
export function figureElement(options: FigureOptions): Element {
  const { svg, title, caption, table, source, className = 'nnfig' } = options;
  const children: ElementContent[] = [svg];
  if (caption) children.push(element('figcaption', {}, [text(caption)]));
  if (table) children.push(table);
  if (source) {
    const code = element('code', { className: [`language-${source.lang}`] }, [raw(source.text)]);
    children.push(
      element('details', { className: [`${className}-source`], style: sourceStyle }, [
        element('summary', {}, [text('Source')]),
        element('pre', {}, [code]),
      ]),
    );
  }
  const name = cleanText(title).trim() || 'Neural network';
  return element(
    'figure',
    { className: [className], tabIndex: 0, ariaLabel: name, style: figureStyle },
    children,
  );
}

/**
 * A card that shows what is wrong with a description, and where.
 *
 * @param options The problems and the text they are in.
 * @returns The `<figure>` element.
 */
export function errorElement(options: ErrorOptions): Element {
  const { diagnostics, className = 'nnfig' } = options;
  const count = diagnostics.length;
  const heading = `This figure has ${count === 1 ? 'a problem' : `${count} problems`}`;
  return element(
    'figure',
    { className: [className, `${className}-error`], role: 'alert', style: cardStyle },
    [
      element('p', { style: 'margin: 0 0 0.5rem' }, [element('strong', {}, [text(heading)])]),
      ...diagnostics.flatMap((diagnostic) => problem(diagnostic, options)),
    ],
  );
}

function problem(diagnostic: Diagnostic, options: ErrorOptions): Element[] {
  const { message, place, hint, url } = diagnostic;
  const { path, firstLine = 1 } = options;
  const position = place ? [`${place.start.line + firstLine - 1}:${place.start.column}`] : [];
  const where = [...(path === undefined ? [] : [path]), ...position].join(':');
  const more = [
    ...(hint === undefined ? [] : [...inline(hint), text(' ')]),
    ...(url === undefined ? [] : [element('a', { href: url, style: linkStyle }, [text('More')])]),
  ];
  return [
    element('p', { style: 'margin: 0.5rem 0 0' }, [
      ...(where ? [element('strong', {}, [text(where)]), text(' ')] : []),
      ...inline(message),
    ]),
    ...(place
      ? [
          element('pre', { tabIndex: 0, style: excerptStyle }, [
            element('code', {}, [raw(excerpt(options.text, place, firstLine))]),
          ]),
        ]
      : []),
    ...(more.length > 0 ? [element('p', { style: 'margin: 0' }, more)] : []),
  ];
}

/** A sentence, with what is in backticks as code. */
function inline(sentence: string): ElementContent[] {
  return sentence.split('`').flatMap((part, index) => {
    if (part === '') return [];
    return [index % 2 === 1 ? element('code', {}, [text(part)]) : text(part)];
  });
}

function text(value: string): ElementContent {
  return { type: 'text', value: cleanText(value) };
}

/** Text that keeps its lines. */
function raw(value: string): ElementContent {
  return {
    type: 'text',
    value: value
      .split(/\r\n|\r|\n/)
      .map(cleanText)
      .join('\n'),
  };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
