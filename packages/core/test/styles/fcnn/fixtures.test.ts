import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render.js';
import type { Scene } from '../../../src/scene/scene.js';
import { circlesOf } from '../../geometry.js';
import { edgesOf, expectTidy, tipGaps } from './support.js';

const folder = new URL('../../../../../tests/fixtures/fcnn/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.nn'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.each(names)('%s', (name) => {
  const { svg, scene, title, diagnostics } = render(read(name));

  it('is drawn without a problem, under a title', () => {
    expect(diagnostics).toEqual([]);
    expect(svg).toMatch(/^<svg /);
    expect(title).not.toBe('');
  });

  it('has nothing that touches what is not its own', () => {
    expectTidy(scene as Scene);
  });

  it('has arrowheads that end at circles', () => {
    expect(Math.max(0, ...tipGaps(scene as Scene))).toBeLessThan(0.01);
  });

  it('is tidy in every direction', () => {
    for (const direction of ['right', 'left', 'up', 'down']) {
      const turned = render(read(name), {}, { options: { direction } });
      expect(turned.diagnostics).toEqual([]);
      expectTidy(turned.scene as Scene);
      expect(Math.max(0, ...tipGaps(turned.scene as Scene))).toBeLessThan(0.01);
    }
  });
});

it('the default network of NN-SVG has 39 circles and 322 edges', () => {
  const { scene } = render(read('nn-svg-default.nn'));
  expect(circlesOf(scene as Scene)).toHaveLength(39);
  expect(edgesOf(scene as Scene)).toHaveLength(322);
});
