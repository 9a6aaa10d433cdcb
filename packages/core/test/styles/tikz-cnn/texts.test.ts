import { describe, expect, it, test } from 'vitest';
import { boundsOf, imageCorners } from '../../../src/scene/bounds.js';
import type { ImageNode, Scene } from '../../../src/scene/scene.js';
import type { XY } from '../../../src/scene/shapes.js';
import { layersOf, leaves } from '../../geometry.js';
import { asThere, cuboidsOf, drawn, example, expectTidy, textNames } from './drawing.js';

describe('texts', () => {
  const pair = 'input: 3x32x32\nlayers: [conv 8 3x3 p1, conv 8 3x3 p1, maxpool 2, gap, dense 5]';

  it('are said once for like layers side by side, or for each', () => {
    expect(textNames(drawn(pair).scene)).toEqual(['conv', 'pool', 'pool', 'fc']);
    const all = drawn(pair, { repeatLabels: true }).scene;
    expect(textNames(all)).toEqual(['conv', 'conv', 'pool', 'pool', 'fc']);
  });

  it('follow the templates, and wrap', () => {
    const labels = { label: '{channels}{units}', caption: '{height} rows of the maps' };
    const { scene } = drawn(pair, {}, { labels });
    // The wide pair has room for a line, the plane of the input has not.
    expect(textNames(scene)).toEqual(expect.arrayContaining(['32 rows of the', 'maps']));
    expectTidy(scene);
  });

  test.each([8, 13, 20, 30])('of %i px push boxes apart', (fontSize) => {
    expectTidy(drawn(example, { fontSize }).scene);
  });
});

describe('images', () => {
  const picture = 'data:image/png;base64,iVBORw0KGgo=';
  const text = 'input: 1x32x32\nlayers: [conv 8 3x3 p1, conv 1 3x3 p1]';
  const imagesOf = (scene: Scene) =>
    leaves(scene).flatMap(({ node }) => (node.kind === 'image' ? [node] : []));

  it('lie on the right faces of input and output, not mirrored', () => {
    const { scene, problems } = drawn(text, { image: picture, outputImage: picture });
    expect(problems).toEqual([]);
    const images = imagesOf(scene);
    expect(images).toHaveLength(2);
    const cuboids = cuboidsOf(scene);
    for (const [image, corners] of [
      [images[0], cuboids[0]],
      [images[1], cuboids[2]],
    ] as [ImageNode, XY[]][]) {
      const [left, right] = imageCorners(image);
      const [, , farRight, , nearRight] = corners as [XY, XY, XY, XY, XY];
      expect(right.x).toBeCloseTo(farRight.x);
      expect(right.y).toBeCloseTo(farRight.y);
      expect(left.x).toBeCloseTo(nearRight.x);
    }
  });

  it('are seen whole', () => {
    const { scene } = drawn(text, { image: picture });
    const [image] = imagesOf(scene);
    const right = Math.max(...imageCorners(image as ImageNode).map(({ x }) => x));
    const next = layersOf(scene)[1];
    expect(boundsOf(next as (typeof scene.children)[number]).left).toBeGreaterThan(right);
  });

  it('are reported where there is no plane for them', () => {
    const dense = 'input: 10\nlayers: [dense 5]';
    const { problems } = drawn(dense, { image: picture, outputImage: 'none.png' });
    expect(problems.map(({ message }) => message)).toEqual([
      'The input is a vector, and only feature maps can have an image',
      'The output is a vector, and only feature maps can have an image',
    ]);
    const none = drawn(text, { image: picture, input: false });
    expect(none.problems.map(({ message }) => message)).toEqual([
      'There is no input to have an image',
    ]);
    const unread = drawn(text, { image: 'photo.png' });
    expect(unread.problems[0]?.message).toContain('no files can be read here');
  });
});

describe('the legend', () => {
  const legendTexts = (paletteName: 'nnfig' | 'classic') => {
    const { scene } = drawn(example, asThere, { paletteName, legend: 'below' });
    return leaves(scene).flatMap(({ node, roles }) =>
      node.kind === 'text' && roles.includes('legend') ? [node.text] : [],
    );
  };

  it('says what the colours mean', () => {
    expect(legendTexts('nnfig')).toEqual(['Input', 'Convolution', 'Merge']);
    expect(legendTexts('classic')).toEqual([
      'Input',
      'Layer',
      'Layer of a branch',
      'Merge',
      'Output',
    ]);
  });
});
