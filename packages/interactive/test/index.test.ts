import { expect, it } from 'vitest';
import * as interactive from '../src/index.js';

it('can be imported where there is no page, and does nothing by itself', () => {
  expect(typeof document).toBe('undefined');
  expect(Object.keys(interactive).sort()).toEqual(['enhance', 'watch']);
});
