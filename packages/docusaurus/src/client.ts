/**
 * What readers of a site get with `interactive: true`. Docusaurus calls this when
 * the first page has come to life, and after each change of page; figures that
 * come later, in tabs for instance, are found by the watch.
 */
export { watch as onRouteDidUpdate } from '@nnfig/interactive';
