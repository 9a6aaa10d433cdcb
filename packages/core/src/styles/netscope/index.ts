/**
 * The style `netscope`: any network as boxes of stacked layers with arrows, as Netscope
 * (https://github.com/ethereon/netscope) and its analyzer draw Caffe's.
 */
import { withLegend } from '../kinds.js';
import { defineStyle } from '../style.js';
import { contentsOf } from './contents.js';
import { draw } from './draw.js';
import { legendOf } from './legend.js';
import { options } from './options.js';
import { graphOf, place } from './place.js';

/** Boxes of stacked layers, for any network. */
export const netscope = defineStyle({
  name: 'netscope',
  title: 'Netscope',
  summary:
    'Boxes of stacked layers with arrows that tell shapes, for any network of any size, as Netscope draws Caffe’s.',
  options,
  labels: {
    title: 'First row of a box: the name of the layer in its own notation, or what it does.',
    stacked: 'Further rows of a box, one a layer.',
    edge: 'On the connections that leave a box: the shape of what runs along them.',
  },
  refuses: () => undefined,
  draw(network, resolved, context) {
    const contents = contentsOf(network, resolved, context);
    const placement = place(graphOf(contents), resolved);
    const drawing = draw(placement, contents.drawing, context);
    // A heat map says nothing without its scale.
    const legend = contents.heat && context.legend === false ? 'below' : context.legend;
    if (legend === false) return { children: drawing };
    const entries = legendOf(contents, resolved.ends, context);
    return { children: withLegend(drawing, entries, { ...context, legend }) };
  },
});
