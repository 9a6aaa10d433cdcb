export type { OnError, Options, RemarkNnfigOptions } from './options.js';
export { remarkNnfig as default } from './plugin.js';
