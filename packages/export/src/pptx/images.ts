/** Images as pictures. A picture can be turned and flipped, but not slanted: a slanted one is drawn anew. */
import { boundsOf, type ImageNode, type Scene, type SceneNode } from 'nnfig/writers';
import { element } from './xml.js';

/** Pixels of a drawn image for one px that it takes in the figure: 384 to the inch. */
const density = 4;

/** Longest side of a drawn image, in pixels. */
const longest = 4096;

/** Of the product of two sides: less is a rounding error, and the angle between them a right one. */
const slightest = 1e-4;

/**
 * Draws the slanted images of a scene as upright ones on clear ground.
 *
 * @param scene A scene whose images are PNG or JPEG.
 * @param zoom Px of the figure for one px of the scene.
 * @returns A scene that looks the same.
 */
export async function straightenImages(scene: Scene, zoom: number): Promise<Scene> {
  return { children: await Promise.all(scene.children.map((node) => straighten(node, zoom))) };
}

async function straighten(node: SceneNode, zoom: number): Promise<SceneNode> {
  if (node.kind === 'group') {
    const children = await Promise.all(node.children.map((child) => straighten(child, zoom)));
    return { ...node, children };
  }
  return node.kind === 'image' && isSlanted(node) ? drawn(node, zoom) : node;
}

function isSlanted({ matrix, width, height }: ImageNode): boolean {
  if (!matrix || width * height === 0) return false;
  const [a, b, c, d] = matrix;
  return Math.abs(a * c + b * d) > slightest * Math.hypot(a, b) * Math.hypot(c, d);
}

async function drawn(node: ImageNode, zoom: number): Promise<ImageNode> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { left, top, right, bottom } = boundsOf(node);
  const sides = [right - left, bottom - top] as const;
  const scale = Math.min(density * zoom, longest / Math.max(...sides));
  // Whole pixels, so that none is stretched.
  const [across, down] = sides.map((side) => Math.ceil(side * scale)) as [number, number];
  const [width, height] = [across / scale, down / scale];
  const image = element('image', {
    x: node.x,
    y: node.y,
    width: node.width,
    height: node.height,
    preserveAspectRatio: 'none',
    transform: `matrix(${node.matrix?.join(' ')})`,
    href: node.href,
  });
  const size = { width: across, height: down, viewBox: [left, top, width, height].join(' ') };
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, [image]);
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
  const href = `data:image/png;base64,${drawing.asPng().toString('base64')}`;
  const { matrix: _, ...upright } = node;
  return { ...upright, x: left, y: top, width, height, href };
}

/**
 * Lists the images of a scene, each once.
 *
 * @param scene The scene.
 * @returns Their data URLs, in paint order.
 */
export function imagesOf(scene: Scene): string[] {
  const found = new Set<string>();
  const look = (nodes: readonly SceneNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'group') look(node.children);
      else if (node.kind === 'image') found.add(node.href);
    }
  };
  look(scene.children);
  return [...found];
}
