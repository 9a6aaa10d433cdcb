/** Whose conventions operations are counted by. */

/** The conventions by name, ours first. */
export const countings = ['nnfig', 'netscope'] as const;

/** One of the conventions. */
export type Counting = (typeof countings)[number];
