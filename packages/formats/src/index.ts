/** Readers of other notations and of model files. */
import type { ModelReader } from 'nnfig/readers';

/** Every reader. */
export const readers: readonly ModelReader[] = [];
