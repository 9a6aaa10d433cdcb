import { type Rendering, render } from 'nnfig';
import type { Scene, SceneNode } from 'nnfig/writers';
import { expect } from 'vitest';

/**
 * Draws a description that has no problems.
 *
 * @param text The description.
 * @returns The figure.
 */
export function draw(text = '784 -> 128 relu -> 10 softmax'): Rendering {
  const drawing = render(text);
  expect(drawing.diagnostics).toEqual([]);
  return drawing;
}

/** Black in both themes. */
export const ink = { light: '#000000', dark: '#ffffff' } as const;

/**
 * A scene.
 *
 * @param children Its nodes.
 * @returns What the writers take.
 */
export function sceneOf(...children: readonly SceneNode[]): { readonly scene: Scene } {
  return { scene: { children } };
}

/** Images of one pixel, as data URLs: green, black, and two broken ones. */
export const images = {
  gif: 'data:image/gif;base64,R0lGODlhAQABAIAAAAD/AAAAACwAAAAAAQABAAACAkQBADs=',
  webp: 'data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA',
  cut: 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAA=',
  broken: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=',
} as const;

/**
 * An image that fills a square of 16 px.
 *
 * @param href Its data URL.
 * @returns What the writers take.
 */
export function imageScene(href: string): { readonly scene: Scene } {
  return sceneOf({ kind: 'image', x: 0, y: 0, width: 16, height: 16, href });
}
