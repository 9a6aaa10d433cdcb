/// <reference path="../theme.d.ts" preserve="true" />
export type { PluginOptions } from './options.js';
export { validateOptions } from './options.js';
export { default } from './plugin.js';
export { getSwizzleConfig } from './swizzle.js';
