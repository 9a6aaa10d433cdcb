/**
 * Writes the pages and parts of pages that come from the tables of nnfig, from
 * its fixtures and from `data/`; they are not kept in the repository.
 */
import { prune, write } from './files.mjs';
import { conformancePart } from './pages/conformance.mjs';
import { galleryPages } from './pages/gallery.mjs';
import { homeData } from './pages/home.mjs';
import {
  netscopePairsPart,
  netscopePart,
  netscopePresetsPart,
  netscopeWishesPart,
} from './pages/netscope.mjs';
import { nnSvgPart } from './pages/nn-svg.mjs';
import { operationsPage } from './pages/operations.mjs';
import {
  plotNeuralNetPairsPart,
  plotNeuralNetPart,
  plotNeuralNetWishesPart,
} from './pages/plotneuralnet.mjs';
import { problemsPage } from './pages/problems.mjs';
import { placeholdersPart, settingsPart, sketchPart } from './pages/settings.mjs';
import { stylePages, styleParts, stylesPart } from './pages/styles.mjs';

write('docs/reference/operations.mdx', operationsPage());
write('docs/reference/problems.mdx', problemsPage());

const parts = [
  ...styleParts().map(({ name, text }) => ({ name: `style-${name}.mdx`, text })),
  { name: 'style-pages.json', text: stylePages() },
  { name: 'styles.mdx', text: stylesPart() },
  { name: 'settings.mdx', text: settingsPart() },
  { name: 'sketch.mdx', text: sketchPart() },
  { name: 'placeholders.mdx', text: placeholdersPart() },
  { name: 'conformance.mdx', text: conformancePart() },
  { name: 'nn-svg.mdx', text: nnSvgPart() },
  { name: 'plotneuralnet.mdx', text: plotNeuralNetPart() },
  { name: 'plotneuralnet-wishes.mdx', text: plotNeuralNetWishesPart() },
  { name: 'plotneuralnet-pairs.mdx', text: plotNeuralNetPairsPart() },
  { name: 'netscope.mdx', text: netscopePart() },
  { name: 'netscope-presets.mdx', text: netscopePresetsPart() },
  { name: 'netscope-wishes.mdx', text: netscopeWishesPart() },
  { name: 'netscope-pairs.mdx', text: netscopePairsPart() },
  { name: 'home.json', text: homeData() },
];
for (const { name, text } of parts) write(`generated/${name}`, text);
prune(
  'generated',
  parts.map(({ name }) => name),
);

const gallery = galleryPages();
for (const { name, text } of gallery) write(`docs/gallery/${name}`, text);
prune(
  'docs/gallery',
  gallery.map(({ name }) => name),
);
