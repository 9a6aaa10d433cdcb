import { describe, expect, test } from 'vitest';
import type { ImageNode, Scene } from '../../../src/scene/scene.js';
import { layersOf, leaves, pathsOf } from '../../geometry.js';
import { boxOf, drawn, faults, lenet5, shapesOf } from './drawing.js';

/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const url = `data:image/png;base64,${pixel}`;

const imagesOf = (scene: Scene): ImageNode[] =>
  leaves(scene).flatMap(({ node }) => (node.kind === 'image' ? [node] : []));

const columnsOf = (scene: Scene) =>
  layersOf(scene).flatMap(({ children }, column) =>
    children.flatMap((node) => (node.kind === 'image' ? [column] : [])),
  );

describe('images', () => {
  test('fill the first map', () => {
    const { scene, problems } = drawn(lenet5, { image: url, imageOpacity: 0.7 });
    expect(problems).toEqual([]);
    const [image, ...more] = imagesOf(scene);
    expect(more).toEqual([]);
    expect(image).toMatchObject({ width: 128, height: 128, href: url, opacity: 0.7 });
    const [left, top] = boxOf(shapesOf(scene)[0] ?? []);
    expect([image?.x, image?.y]).toEqual([left, top]);
    expect(faults(scene)).toEqual([]);
  });

  test('fill the foremost map of any stack, by name or operation', () => {
    const { scene } = drawn(lenet5, { images: { first: url, maxpool: url } });
    expect(columnsOf(scene)).toEqual([1, 2, 4]);
    const [image] = imagesOf(scene);
    const front = shapesOf(scene)[1]?.at(-1);
    expect([image?.x, image?.y]).toEqual(boxOf(front ? [front] : []).slice(0, 2));
  });

  test('fill the maps of a stack one by one', () => {
    const { scene } = drawn(lenet5, { images: { first: [url, null, url] } });
    const [one, two, ...more] = imagesOf(scene);
    expect(more).toEqual([]);
    expect([(two?.x ?? 0) - (one?.x ?? 0), (two?.y ?? 0) - (one?.y ?? 0)]).toEqual([16, 16]);
  });

  test('stand under outlines, and kernels on them are set off', () => {
    const { scene } = drawn(lenet5, { image: url });
    const kinds = layersOf(scene)[0]?.children.map(({ kind }) => kind);
    expect(kinds).toEqual(['path', 'image', 'path']);
    const halos = (options: object) =>
      pathsOf(drawn(lenet5, options).scene, 'edges').filter(({ paint }) => paint.strokeOpacity);
    expect(halos({ image: url })).toHaveLength(3);
    expect(halos({})).toHaveLength(0);
  });

  test('are read from files', () => {
    const asked: unknown[] = [];
    const read = (path: string, encoding?: string) => {
      asked.push([path, encoding]);
      return pixel;
    };
    const { scene, problems } = drawn(lenet5, { image: 'digits/7.png' }, { read });
    expect(problems).toEqual([]);
    expect(asked).toEqual([['digits/7.png', 'base64']]);
    expect(imagesOf(scene)[0]?.href).toBe(url);
  });
});

describe('messages', () => {
  const message = (options: object, read?: (path: string) => string) => {
    const { scene, problems } = drawn(lenet5, options, read ? { read } : {});
    expect(imagesOf(scene)).toEqual([]);
    return problems.map(({ rule, message: text }) => `${rule}: ${text}`);
  };

  test('of files without a reader', () => {
    expect(message({ image: '7.png' })).toEqual([
      'unreadable-file: `image` names the file `7.png`, but no files can be read here',
    ]);
  });

  test('of files that cannot be read', () => {
    const read = () => {
      throw new Error('there is no such file');
    };
    expect(message({ image: '7.png' }, read)).toEqual([
      'unreadable-file: `7.png` cannot be read: there is no such file',
    ]);
  });

  test('of files that are no images', () => {
    expect(message({ images: { first: 'a.txt' } }, () => 'aGVsbG8=')).toEqual([
      'wrong-value: `a.txt` is no PNG, JPEG, GIF or WebP image',
    ]);
  });

  test.each(['data:image/svg+xml;base64,AAAA', 'data:text/html,<b>', 'data:image/png;base64,"><x'])(
    'of data URLs that are no raster images: %s',
    (given) => {
      expect(message({ image: given })).toEqual([
        'wrong-value: `image` holds no image that can be drawn',
      ]);
    },
  );

  test('of vectors', () => {
    expect(message({ images: { dense1: url } })).toEqual([
      'wrong-value: `dense1` is a vector, and only feature maps can have an image',
    ]);
  });

  test('of names that no layer has', () => {
    expect(message({ images: { frist: url } })).toEqual([
      'unknown-name: `images` names `frist`, but no stack or vector is called so',
    ]);
  });

  test('of more images than maps', () => {
    const { problems } = drawn(lenet5, { images: { input: [url, url] } });
    expect(problems).toMatchObject([
      { message: '`images.input` has 2 images, but 1 map is drawn' },
    ]);
  });
});
