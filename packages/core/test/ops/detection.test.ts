/** Operations of detection and of training: shapes as Caffe, SSD and Fast R-CNN have them. */
import { describe, expect, test } from 'vitest';
import { failure, run } from './call.js';

describe('roipool', () => {
  const features = [1, 512, 25, 31];

  // Faster R-CNN: 300 proposals, each image index and corners.
  test('gives a map for each region', () => {
    const { shape, featureMap } = run('roipool', { size: 7 }, [features, [300, 5]]);
    expect(shape).toEqual([300, 512, 7, 7]);
    expect(featureMap).toBe(true);
  });

  // R-FCN: 21 classes of 7×7 cells.
  test('takes other channels for each cell where it is position-sensitive', () => {
    const inputs = [
      [1, 1029, 25, 31],
      [300, 5],
    ];
    expect(run('roipool', { size: [7, 7], out: 21 }, inputs).shape).toEqual([300, 21, 7, 7]);
    expect(failure('roipool', { size: 7, out: 20 }, inputs).message).toBe(
      '`out` `20` takes `980` channels, but gets `1029×25×31`',
    );
  });
});

// SSD300 has 6 boxes at each of 19×19 positions: 2166 boxes of 4 numbers.
test('priorbox gives corners and variances of all boxes, once for the batch', () => {
  const inputs = [
    [8, 1024, 19, 19],
    [8, 3, 300, 300],
  ];
  expect(run('priorbox', { boxes: 6 }, inputs).shape).toEqual([1, 2, 8664]);
});

describe('objective', () => {
  test('is one number for the batch', () => {
    expect(run('objective', {}, [[10, 1000], [10]]).outputs).toEqual([[1]]);
    expect(run('objective', { name: 'Hinge' }, [[10, 1000], [10]]).label).toBe('Hinge');
  });

  test('gives its predictions, too, when asked', () => {
    const { outputs } = run('objective', { predictions: true }, [[10, 1000], [10]]);
    expect(outputs).toEqual([[1], [10, 1000]]);
  });
});

test('accuracy is one number, and one a class when asked', () => {
  expect(run('accuracy', { top: 5 }, [[10, 21, 500, 500]]).outputs).toEqual([[1]]);
  expect(run('accuracy', { each: true }, [[10, 21, 500, 500]]).outputs).toEqual([[1], [21]]);
});

describe('argmax', () => {
  // ArgMaxLayer::Reshape of Caffe.
  test('gives places, with values beside them when asked', () => {
    expect(run('argmax', {}, [[10, 1000]]).shape).toEqual([10, 1, 1]);
    expect(run('argmax', { top: 5, values: true }, [[10, 1000]]).shape).toEqual([10, 2, 5]);
    expect(run('argmax', {}, [[1, 21, 8, 9]]).shape).toEqual([1, 1, 1, 1]);
  });

  test('keeps the other axes along an axis', () => {
    expect(run('argmax', { axis: 1 }, [[1, 21, 8, 9]])).toMatchObject({
      shape: [1, 1, 8, 9],
      work: { comparisons: 20 * 72 },
    });
    expect(failure('argmax', { axis: 1, top: 22 }, [[1, 21, 8, 9]]).message).toBe(
      '`top` `22` is more than the `21` values that there are',
    );
  });
});

describe('input', () => {
  test('gives labels beside images', () => {
    const { outputs } = run('input', { shape: [3, 8, 8], batch: 2, further: [[2], [2, 5]] }, []);
    expect(outputs).toEqual([[2, 3, 8, 8], [2], [2, 5]]);
  });

  test('may be one number an example', () => {
    expect(run('input', { shape: [], batch: 4 }, []).outputs).toEqual([[4]]);
  });
});

test('op gives whole shapes, batch axis included', () => {
  const { outputs } = run(
    'op',
    {
      name: 'Proposal',
      shapes: [
        [300, 5],
        [300, 1],
      ],
    },
    [[1, 8]],
  );
  expect(outputs).toEqual([
    [300, 5],
    [300, 1],
  ]);
});
