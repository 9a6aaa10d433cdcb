/** The gallery: the fixtures of the tests, each with its source. */
import { analyzeText, readers, renderFence, styles } from '../core.mjs';
import { fixtures, hasPage } from '../files.mjs';
import { fence, frontMatter, integer, page, sentence } from '../markdown.mjs';

const networks = {
  folder: 'networks',
  title: 'Known networks',
  lead: 'Networks as they are known, each whole in one block. The [conformance table](../reference/analysis.mdx#conformance) compares their counts with published ones.',
};

const caffe = {
  folder: 'caffe',
  title: 'Caffe',
  lead: 'Texts of [Caffe](../guides/caffe.mdx) as they are, in the style that they are drawn in where none is named.',
};

/** @returns {{name: string, text: string}[]} One page a folder of fixtures, and their index. */
export function galleryPages() {
  const folders = [
    ...styles.map(({ name, title, summary }) => ({
      folder: name,
      title: name,
      lead: [
        `${title}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
        ...(hasPage(name)
          ? [`[The style \`${name}\`](../styles/${name}.mdx) has its options.`]
          : []),
      ].join(' '),
    })),
    networks,
    caffe,
  ].filter(({ folder }) => fixtures(folder).length > 0);
  return [
    { name: 'index.mdx', text: index(folders) },
    ...folders.map((entry, position) => ({
      name: `${entry.folder}.mdx`,
      text: gallery(entry, position + 1),
    })),
  ];
}

/** @typedef {{folder: string, title: string, lead: string}} Folder */

/** @param {readonly Folder[]} folders */
function index(folders) {
  return page(
    `---\ntitle: Gallery\nslug: /gallery\nsidebar_position: 0\nhide_table_of_contents: true\n---`,
    'Every figure here is drawn by the plugin when this site is built, from the block above it. The blocks are the same files that the tests of nnfig draw.',
    ...folders.map(({ folder, title, lead }) => {
      const [first] = fixtures(folder);
      return page(
        `## [${title}](./${folder}.mdx)`,
        lead,
        ...(first ? [fence('nn', first.text)] : []),
      ).trimEnd();
    }),
  );
}

/**
 * @param {Folder} folder
 * @param {number} position
 */
function gallery({ folder, title, lead }, position) {
  return page(
    `${frontMatter({ title, hide_table_of_contents: true }).slice(0, -4)}\nsidebar_position: ${position}\n---`,
    lead,
    ...fixtures(folder).map(({ name, text }) => {
      const { title } = renderFence({ value: text, readers });
      const heading = /^(?:title|name):/m.test(text) ? title : nameOf(name);
      return page(
        `## ${sentence(heading ?? name)}`,
        counts(`${folder}/${name}`, text),
        fence('nn source', text),
      ).trimEnd();
    }),
  );
}

/**
 * @param {string} file
 * @param {string} text
 */
function counts(file, text) {
  const { analysis, diagnostics } = analyzeText(text, {}, { readers });
  if (!analysis) throw new Error(`tests/fixtures/${file}: ${diagnostics[0]?.message}`);
  const { params, macs, uncounted } = analysis.totals;
  if (uncounted) return 'Parameters and MACs are not known.';
  return `${integer(params)} parameters, ${integer(macs)} MACs.`;
}

/** @param {string} file Name of a file, such as `conv-autoencoder`. */
function nameOf(file) {
  const words = file.replaceAll('-', ' ');
  if (words.length < 4) return words.toUpperCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
