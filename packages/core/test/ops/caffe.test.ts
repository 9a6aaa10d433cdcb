/** Operations that Caffe and its forks brought: their shapes, parameters and work. */
import { describe, expect, test } from 'vitest';
import { failure, run } from './call.js';

const map = [2, 64, 12, 12];

test('tile repeats along an axis', () => {
  expect(run('tile', { times: 3 }, [map]).shape).toEqual([2, 192, 12, 12]);
  expect(run('tile', { times: 2, axis: -1 }, [map]).shape).toEqual([2, 64, 12, 24]);
});

describe('reduce', () => {
  test('makes one number of each tail', () => {
    expect(run('reduce', { start: 2, by: 'mean' }, [map])).toMatchObject({
      shape: [2, 64],
      work: { additions: 128 * 143, divisions: 128 },
    });
  });

  test('makes one number of the whole batch from axis 0 on', () => {
    expect(run('reduce', { start: 0 }, [map]).shape).toEqual([1]);
  });
});

describe('croplike', () => {
  // FCN-8s: the upsampled score, 568 wide, is cut from 31 on to the 500 of the image.
  test('keeps the size of its second input from an offset on', () => {
    const call = run('croplike', { offset: 31 }, [
      [1, 21, 568, 568],
      [1, 3, 500, 500],
    ]);
    expect(call.shape).toEqual([1, 21, 500, 500]);
    expect(call.windows(0)).toEqual([
      { kernel: 1, stride: 1, dilation: 1, padding: -31 },
      { kernel: 1, stride: 1, dilation: 1, padding: -31 },
    ]);
  });

  test('takes the channels, too, from axis 1 on', () => {
    const inputs = [map, [2, 32, 10, 8]];
    expect(run('croplike', { axis: 1, offset: [3, 1, 2] }, inputs).shape).toEqual([2, 32, 10, 8]);
  });

  test('says what is too small', () => {
    const inputs = [map, [2, 64, 10, 12]];
    expect(failure('croplike', { offset: 3 }, inputs).message).toBe(
      'axis `2` has `12` positions, too few to keep `10` from `3` on',
    );
    expect(failure('croplike', { offset: [1, 2, 3] }, inputs).message).toBe(
      '`offset` has 3 values, but 2 axes are cropped',
    );
    expect(failure('croplike', {}, [map, [2, 64]]).message).toContain('equally many axes');
  });
});

test('unpool enlarges by a factor or to a size', () => {
  expect(run('unpool', {}, [map, map]).shape).toEqual([2, 64, 24, 24]);
  expect(run('unpool', { size: [23, 25] }, [map, map]).shape).toEqual([2, 64, 23, 25]);
});

describe('maxpool', () => {
  test('gives places for unpool when asked', () => {
    expect(run('maxpool', { kernel: 2, places: true }, [map]).outputs).toEqual([
      [2, 64, 6, 6],
      [2, 64, 6, 6],
    ]);
  });
});

test('stochasticpool has the shape of other poolings', () => {
  const { shape } = run('stochasticpool', { kernel: 3, stride: 2 }, [map], { profile: 'caffe' });
  expect(shape).toEqual([2, 64, 6, 6]);
});

describe('scale and shift', () => {
  test('train one number a channel', () => {
    expect(run('scale', { axis: 1 }, [map])).toMatchObject({ shape: map, params: 64 });
    expect(run('scale', { axis: 1, bias: true }, [map]).params).toBe(128);
    expect(run('shift', { axis: 1 }, [map])).toMatchObject({
      shape: map,
      params: 64,
      work: { additions: 2 * 64 * 144, multiplications: 0 },
    });
  });

  test('train one for more axes, or for none', () => {
    expect(run('scale', { axis: 1, axes: 2 }, [map]).params).toBe(64 * 12);
    expect(run('scale', { axis: 1, axes: 'rest' }, [map]).params).toBe(64 * 144);
    expect(run('scale', { axes: 0, bias: true }, [map]).params).toBe(2);
    expect(failure('scale', { axis: 2, axes: 3 }, [map]).message).toBe(
      '`axes` `3` is more than there are from axis `2` on',
    );
  });

  // Squeeze-and-excitation in Caffe: Scale with axis 0 and a second bottom of N×C.
  test('take the numbers of a second input', () => {
    expect(run('scale', { axis: 0 }, [map, [2, 64]])).toMatchObject({ shape: map, params: 0 });
    expect(run('scale', { axis: 1, bias: true }, [map, [64]]).params).toBe(64);
    expect(failure('scale', { axis: 0 }, [map, [2, 32]]).message).toBe(
      '`scale` needs a second input of `2×64`, but gets `2×32`',
    );
  });
});

describe('l2norm', () => {
  // SSD: conv4_3 is scaled by 512 numbers.
  test('trains a scale for each channel, one for all, or none', () => {
    const inputs = [[1, 512, 38, 38]];
    expect(run('l2norm', {}, inputs)).toMatchObject({ shape: inputs[0], params: 512 });
    expect(run('l2norm', { shared: true }, inputs).params).toBe(1);
    expect(run('l2norm', { scale: false }, inputs).params).toBe(0);
  });

  test('divides the channels of each position by one length', () => {
    expect(run('l2norm', {}, [[1, 4, 3, 3]]).work).toEqual({
      comparisons: 0,
      additions: 9 * 3,
      multiplications: 9 * 4 + 36,
      divisions: 36,
      exponentials: 9,
    });
  });
});

test('mvn trains nothing', () => {
  expect(run('mvn', {}, [map])).toMatchObject({ shape: map, params: 0 });
  expect(run('mvn', { variance: false }, [[1, 2, 3, 3]]).work).toMatchObject({
    additions: 2 * 17,
    divisions: 2,
  });
});

describe('dense', () => {
  // InnerProductLayer of Caffe: all axes from `axis` on are one.
  test('takes all axes from one on', () => {
    const options = { featureMap: false };
    const call = (start: number) => run('dense', { out: 10, start }, [[2, 3, 4, 5]], options);
    expect(call(1)).toMatchObject({ shape: [2, 10], params: 610, macs: 1200 });
    expect(call(2)).toMatchObject({ shape: [2, 3, 10], params: 210 });
    expect(call(-1)).toMatchObject({ shape: [2, 3, 4, 10], params: 60 });
  });
});

test('embedding may have a bias, as in Caffe', () => {
  const call = run('embedding', { out: 8, vocab: 100, bias: true }, [[1, 5]]);
  expect(call).toMatchObject({ shape: [1, 5, 8], params: 808, work: { additions: 40 } });
});
