/** What a drawing says of its network: which boxes it has, and what connects them. */

/** What a box is connected with. */
export interface Links {
  /** The connections that end at it. */
  readonly edges: SVGElement[];
  /** Boxes that it gives to. */
  readonly next: SVGElement[];
  /** Boxes that it takes from. */
  readonly previous: SVGElement[];
}

/** The boxes of a drawing. */
export interface Graph {
  /** Each box with its links, in the order of the drawing. */
  readonly boxes: ReadonlyMap<SVGElement, Links>;
  /** Boxes by the ids of the layers that they show. */
  readonly byLayer: ReadonlyMap<string | undefined, SVGElement>;
}

/**
 * Reads the boxes of a drawing and their connections. A layer that stands in no
 * box is one itself.
 *
 * @param svg The drawing.
 * @returns Its boxes.
 */
export function readGraph(svg: SVGElement): Graph {
  const boxes = new Map<SVGElement, Links>();
  const byLayer = new Map<string | undefined, SVGElement>();
  for (const group of svg.querySelectorAll<SVGElement>('[data-role=box],[data-role=layer]')) {
    const box = boxAround(boxes, group) ?? group;
    if (box === group) boxes.set(box, { edges: [], next: [], previous: [] });
    byLayer.set(group.dataset.layer, byLayer.get(group.dataset.layer) ?? box);
  }
  for (const edge of svg.querySelectorAll<SVGElement>('[data-from]')) {
    const source = byLayer.get(edge.dataset.from);
    const target = byLayer.get(edge.dataset.to);
    if (!source || !target) continue;
    const [before, after] = [boxes.get(source), boxes.get(target)];
    before?.edges.push(edge);
    before?.next.push(target);
    after?.edges.push(edge);
    after?.previous.push(source);
  }
  return { boxes, byLayer };
}

/**
 * Finds the box that something belongs to.
 *
 * @param boxes The boxes of the drawing.
 * @param element The box itself, or what is in it.
 * @returns The box, if any.
 */
export function boxAround(boxes: Graph['boxes'], element: Element): SVGElement | undefined {
  let outer: Element | null = element;
  while (outer && !boxes.has(outer as SVGElement)) outer = outer.parentElement;
  return (outer as SVGElement | null) ?? undefined;
}
