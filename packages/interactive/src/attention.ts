/**
 * Which box has the reader's attention: the one under the pointer, else the one
 * with the focus. It is lit, with its connections and its neighbours; classes say
 * so, and the stylesheet dims the rest.
 */
import { boxAround, type Graph, readGraph } from './graph.js';
import { hideTooltip, showTooltip } from './tooltip.js';

/** Between two boxes the pointer is on none; what is lit stays for that long, in ms. */
const grace = 100;

const graphs = new WeakMap<Element, Graph>();
let hovered: SVGElement | undefined;
let focused: SVGElement | undefined;
let lit: SVGElement | undefined;
/** Each element that has a class for what is lit, with that class. */
let marks = new Map<Element, string>();
let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * Takes a drawing among those that light up.
 *
 * @param svg The drawing.
 * @returns Its boxes, in its order.
 */
export function adopt(svg: SVGElement): SVGElement[] {
  const graph = readGraph(svg);
  graphs.set(svg, graph);
  return [...graph.boxes.keys()];
}

/**
 * Finds the boxes of the drawing that something is in.
 *
 * @param element The drawing, or what is in it.
 * @returns The boxes; none for an element elsewhere.
 */
export function graphOf(element: Element | null | undefined): Graph | undefined {
  const svg = element?.closest('svg');
  return svg ? graphs.get(svg) : undefined;
}

/**
 * Finds the box that an event is about.
 *
 * @param target Target of the event: a part of a box, or of the row of a layer in a table.
 * @returns The box, if any.
 */
export function boxAt(target: EventTarget | null): SVGElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest<HTMLElement>('tr[data-layer]');
  if (row)
    return graphOf(row.closest('.nnfig')?.querySelector('svg'))?.byLayer.get(row.dataset.layer);
  const graph = graphOf(target);
  return graph && boxAround(graph.boxes, target);
}

/**
 * Notes that the pointer is on a box.
 *
 * @param box The box; none when it is elsewhere.
 */
export function hover(box?: SVGElement): void {
  clearTimeout(leaving);
  leaving = setTimeout(
    () => {
      hovered = box;
      show();
    },
    box ? 0 : grace,
  );
}

/**
 * Notes that a box has the focus.
 *
 * @param box The box; none when the focus is elsewhere.
 */
export function focus(box?: SVGElement): void {
  focused = box;
  // Who moves the focus looks at it, wherever the pointer rests.
  if (box) hovered = undefined;
  show();
}

/** Restores the drawing. */
export function release(): void {
  clearTimeout(leaving);
  hovered = undefined;
  focus();
}

function show(): void {
  const box = hovered ?? focused;
  if (box === lit) return;
  lit = box;
  hideTooltip();
  const fresh = box ? marksOf(box) : new Map<Element, string>();
  // What stays as it is costs nothing: a drawing may have thousands of boxes.
  for (const [element, name] of marks) {
    if (fresh.get(element) !== name) element.classList.remove(name);
  }
  for (const [element, name] of fresh) element.classList.add(name);
  marks = fresh;
  // The row of a layer says itself what it is.
  if (box && (box === focused || box.matches(':hover'))) showTooltip(box);
}

/** Classes of what is lit with a box. */
function marksOf(box: SVGElement): Map<Element, string> {
  const found = new Map<Element, string>();
  const links = graphOf(box)?.boxes.get(box);
  if (!links) return found;
  for (const element of [box, ...links.edges, ...links.next, ...links.previous]) {
    // Opacity goes down the tree: groups around what is lit must not have any.
    for (let way: Element | null = element; way?.closest('svg'); way = way.parentElement) {
      found.set(way, way === element ? 'nnfig-on' : 'nnfig-way');
    }
  }
  found.set(box, 'nnfig-here');
  for (const row of box.closest('.nnfig')?.querySelectorAll('tr[data-layer]') ?? []) {
    if (boxAt(row) === box) found.set(row, 'nnfig-here');
  }
  return found;
}
