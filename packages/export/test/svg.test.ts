import { describe, expect, test } from 'vitest';
import { toSvg } from '../src/index.js';
import { draw, ink, sceneOf } from './drawings.js';

describe('toSvg', () => {
  test('stands alone: plain colours, and nothing that is for a page', async () => {
    const { content, warnings } = await toSvg(draw());
    expect(warnings).toEqual([]);
    expect(content).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*<\/svg>\n$/);
    expect(content).not.toMatch(/light-dark|var\(|style=/);
    expect((await toSvg(draw(), { theme: 'dark' })).content).not.toBe(content);
  });

  test('keeps titles, the description and the width', async () => {
    const { content } = await toSvg(draw('title: A & B\nlayers: 2 -> 1\n'), { width: 123 });
    expect(content).toContain('aria-label="A &amp; B"');
    expect(content).toMatch(/<desc>[^<]*3 parameters/);
    expect(content).toMatch(/<svg [^>]* width="123"/);
  });

  test('is transparent unless it is given a background', async () => {
    const scene = sceneOf({ kind: 'circle', x: 10, y: 10, radius: 10, paint: { fill: ink } });
    expect((await toSvg(scene)).content).not.toContain('<rect');
    expect((await toSvg(scene, { background: '#fec' })).content).toContain(
      '<rect x="-8" y="-8" width="36" height="36" fill="#ffeecc"/>',
    );
  });

  test('draws texts as outlines in the same frame', async () => {
    const text = await toSvg(draw());
    const outlines = await toSvg(draw(), { text: 'outlines' });
    expect(outlines.content).not.toContain('<text');
    const viewBox = (svg: string) => /viewBox="([^"]+)"/.exec(svg)?.[1];
    expect(viewBox(outlines.content)).toBe(viewBox(text.content));
  });
});
