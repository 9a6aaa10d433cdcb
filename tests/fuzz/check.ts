/** What must hold of every answer, whatever was asked. */
import { JSDOM } from 'jsdom';
import type { Diagnostic } from 'nnfig';
import { expect } from 'vitest';

/** What `render` and `renderFence` have in common. */
interface Answer {
  readonly svg?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const { DOMParser } = new JSDOM('').window;

/** Elements that a figure is made of; anything else came from the text. */
const elements = new Set([
  'svg',
  'title',
  'desc',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
]);

const numeric = new Set([
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'dx',
  'dy',
  'd',
  'points',
  'width',
  'height',
  'viewBox',
  'transform',
  'stroke-width',
  'font-size',
  'opacity',
]);

/**
 * Checks that a place lies in a text, and that its lines and columns are those of its offsets.
 *
 * @param diagnostic A problem.
 * @param text The text that it is in.
 */
export function checkPlace({ place, message }: Diagnostic, text: string): void {
  if (!place) return;
  const { start, end } = place;
  expect(start.offset, message).toBeGreaterThanOrEqual(0);
  expect(end.offset, message).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset, message).toBeLessThanOrEqual(text.length);
  for (const { line, column, offset } of [start, end]) {
    const before = text.slice(0, offset).split('\n');
    expect([line, column], message).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
  }
}

/**
 * Checks that an SVG is well-formed, and that nothing in it runs, styles, links or is numbered.
 *
 * @param svg The SVG.
 */
export function checkSvg(svg: string): void {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  for (const element of document.querySelectorAll('*')) {
    expect(elements).toContain(element.localName);
    expect(element.namespaceURI).toBe('http://www.w3.org/2000/svg');
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^(?:on|id$|href$|xlink:|src$)/i);
      if (name === 'style') {
        // The root alone says how it fits a page, in words that no text can change.
        expect(element.localName).toBe('svg');
        expect(value).toMatch(/^(?:[a-z-]+: (?:auto|\d+(?:px|%))(?:; |$))+$/);
      }
      if (numeric.has(name)) expect(value, name).not.toMatch(/NaN|undefined|Infinity|null/);
      if (/url\(/i.test(value)) expect(name).toMatch(/^(?:aria-label|data-(?:layer|from|to))$/);
    }
  }
}

/**
 * Checks an answer: problems that say something at places in the text, and a figure
 * exactly where none of them is an error.
 *
 * @param answer The answer.
 * @param text The text that places are in.
 */
export function checkAnswer({ svg, diagnostics }: Answer, text: string): void {
  for (const diagnostic of diagnostics) {
    expect(diagnostic.message).toMatch(/\S/);
    expect(diagnostic.message).not.toMatch(/undefined|\[object /);
    expect(diagnostic.rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    checkPlace(diagnostic, text);
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  expect(svg === undefined).toBe(failed);
  if (svg !== undefined) checkSvg(svg);
}
