/** Where a fence and its settings stand in a file, for other programs that read Markdown. */
export { type Fence, readFence } from './fence.js';
export { type FrontMatter, readFrontMatter } from './front-matter.js';
export { readSource, type Source } from './source.js';
