import { type Diagnostic, render } from 'nnfig';
import { describe, expect, it } from 'vitest';
import { topics } from './cases.js';

const all = Object.values(topics).flat();

/** One problem as the cases write it. */
function written({ rule, severity, message, hint, place }: Diagnostic): string {
  const at = place
    ? `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`
    : 'nowhere';
  const kind = severity === 'error' ? '' : `${severity} `;
  return `${at} ${kind}${rule}: ${message}${hint === undefined ? '' : ` → ${hint}`}`;
}

/** Puts `[…]` where a pattern has it, so that both can be compared as they are. */
function shortened(text: string, pattern: string | undefined): string {
  const [head, tail] = pattern?.split('[…]') ?? [];
  const fits = head !== undefined && tail !== undefined && text.startsWith(head);
  return fits && pattern !== undefined ? pattern : text;
}

it('has cases of many kinds, each under a name of its own', () => {
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
});

describe.each(Object.entries(topics))('%s', (_, cases) => {
  it.each(cases)('$name', ({ text, problems }) => {
    const { diagnostics, svg } = render(text);
    expect(
      diagnostics.map((diagnostic, index) => shortened(written(diagnostic), problems[index])),
    ).toEqual(problems);
    expect(svg === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  });

  it.each(cases)('$name: lines, columns and offsets agree', ({ text }) => {
    for (const { place } of render(text).diagnostics) {
      if (!place) throw new Error('a problem of a block has a place');
      expect(place.start.offset).toBeLessThanOrEqual(place.end.offset);
      for (const { line, column, offset } of [place.start, place.end]) {
        const before = text.slice(0, offset).split('\n');
        expect([line, column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
      }
    }
  });
});

it('words every problem as a sentence without a full stop, and every hint with one', () => {
  for (const { text } of all) {
    for (const { rule, message, hint, url } of render(text).diagnostics) {
      expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(message).toMatch(/^(?:YAML |[^A-Z\s]).*[^.\s]$/);
      expect(message).not.toMatch(/undefined|\[object/);
      if (hint !== undefined) expect(hint).toMatch(/^[A-Z`].*[.?]$/);
      expect(url).toMatch(new RegExp(`#${rule}$`));
    }
  }
});

it('leaves the prototype of objects alone', () => {
  for (const { text } of topics.prototypes ?? []) render(text);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
