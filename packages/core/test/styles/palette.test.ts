import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/ops/operation.js';
import { categories, palettes } from '../../src/styles/palette.js';

type Triple = readonly [number, number, number];

const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Linear red, green and blue of `#rrggbb`. */
const channels = (hex: string) =>
  [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  ) as unknown as Triple;

const luminance = (hex: string) => {
  const [red, green, blue] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const vision: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** CIE L*a*b* of a colour as an eye sees it. */
function lab(hex: string, [red, green, blue]: readonly [Triple, Triple, Triple]): Triple {
  const rgb = channels(hex);
  const seen = [dot(red, rgb), dot(green, rgb), dot(blue, rgb)].map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as unknown as Triple;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const themes = ['light', 'dark'] as const;

describe.each(Object.entries(palettes))('%s', (_, palette) => {
  it.each(themes)('has text that can be read on every fill and on the page in %s mode', (theme) => {
    const surfaces = [palette.surface, ...Object.values(palette.category)];
    for (const text of [palette.ink, palette.muted]) {
      for (const surface of surfaces) {
        expect(contrast(text[theme], surface[theme]), `${surface.variable}`).toBeGreaterThan(4.5);
      }
    }
  });

  it.each(themes)('has outlines and edges that can be seen on the page in %s mode', (theme) => {
    for (const colour of [palette.edge, ...Object.values(palette.outline)]) {
      expect(contrast(colour[theme], palette.surface[theme]), colour.variable).toBeGreaterThan(4.5);
    }
  });

  it('names each colour once', () => {
    const { ink, muted, surface, edge, category, outline } = palette;
    const all = [ink, muted, surface, edge, ...Object.values(category), ...Object.values(outline)];
    expect(new Set(all.map(({ variable }) => variable)).size).toBe(4 + 2 * categories.length);
    for (const { light, dark } of all) expect(light + dark).toMatch(/^(#[\da-f]{6}){2}$/);
  });
});

describe('the kinds of operation that figures show most', () => {
  const common: readonly Category[] = [
    'convolution',
    'pooling',
    'dense',
    'normalization',
    'activation',
    'attention',
    'recurrent',
  ];
  const cases = themes.flatMap((theme) => Object.keys(vision).map((eye) => [theme, eye] as const));

  it.each(cases)('can be told apart in %s mode with vision %s', (theme, eye) => {
    for (const [index, a] of common.entries()) {
      for (const b of common.slice(index + 1)) {
        const matrix = vision[eye] as (typeof vision)[string];
        const [from, to] = [a, b].map((kind) => lab(palettes.nnfig.category[kind][theme], matrix));
        const distance = Math.hypot(
          ...(from as Triple).map((value, i) => value - (to as Triple)[i as 0]),
        );
        expect(distance, `${a} and ${b}`).toBeGreaterThan(6);
      }
    }
  });
});
