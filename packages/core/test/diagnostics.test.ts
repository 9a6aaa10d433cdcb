import { expect, test } from 'vitest';
import { type Problem, Reporter } from '../src/diagnostics.js';

const at = (offset: number, severity: Problem['severity'] = 'error'): Problem => ({
  rule: 'a-rule',
  message: 'it is wrong',
  severity,
  place: {
    start: { line: 1, column: offset + 1, offset },
    end: { line: 1, column: offset + 2, offset: offset + 1 },
  },
});

test('keeps each problem once, in the order of the text', () => {
  const reporter = new Reporter();
  for (const offset of [4, 2, 4]) reporter.report(at(offset));
  expect(reporter.diagnostics.map(({ place }) => place?.start.offset)).toEqual([2, 4]);
});

test('keeps a hundred errors', () => {
  const reporter = new Reporter();
  for (let offset = 0; offset < 99; offset++) reporter.report(at(offset));
  expect(reporter.full).toBe(false);
  for (let offset = 99; offset < 300; offset++) reporter.report(at(offset));
  expect(reporter.full).toBe(true);
  expect(reporter.diagnostics).toHaveLength(100);
});

test('keeps an error after any number of warnings', () => {
  const reporter = new Reporter();
  for (let offset = 1; offset < 300; offset++) reporter.report(at(offset, 'warning'));
  expect([reporter.diagnostics.length, reporter.failed]).toEqual([100, false]);
  reporter.report(at(0));
  expect([reporter.diagnostics.length, reporter.failed]).toEqual([101, true]);
  expect(reporter.diagnostics[0]).toMatchObject({ severity: 'error' });
});
