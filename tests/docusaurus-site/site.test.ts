import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf, findAll, textOf } from '../support/html.js';
import { bundlers, Site } from './site.js';

/** Names of the figures of each page. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'index.html': ['On the home page'],
  'docs/index.html': ['A small network', 'In a list', 'In an admonition'],
  'docs/weights/index.html': ['With weights from a file'],
  'docs/caffe/index.html': ['From a file', 'In the page'],
  'docs/math/index.html': ['With a formula'],
  'docs/component/index.html': ['In a partial from outside', 'In a partial', 'LeNet-5'],
  'blog/index.html': ['In a post'],
  'blog/2026/01/01/post/index.html': ['In a post', 'In the rest of a post'],
  'page/index.html': ['In a page'],
  'plain/index.html': ['In plain Markdown'],
};

/**
 * The one line. Bundlers keep what they made as long as the configuration is the
 * same, so that options that come from elsewhere show whether it is stale.
 */
const line =
  "plugins: [process.env.SITE_OPTIONS ? ['nnfig', JSON.parse(process.env.SITE_OPTIONS)] : 'nnfig'],";

let site: Site;
beforeAll(() => {
  site = new Site();
  site.configure(line);
});
afterAll(() => site?.dispose());

function figures(out: string, page: string) {
  return figuresOf(readFileSync(join(site.folder, out, page), 'utf8'));
}

describe.each(Object.entries(bundlers))(
  'a site with one line added, built with %s',
  (name, future) => {
    const out = `build-${name}`;

    it('builds', () => {
      expect(site.build({ future, out })).toMatchObject({ status: 0 });
    });

    it.each(Object.entries(pages))('has the figures of %s', (page, titles) => {
      const found = figures(out, page);
      expect(found.map(({ properties }) => properties.ariaLabel)).toEqual(titles);
      for (const figure of found) {
        const [svg, ...others] = findAll(figure, 'svg');
        expect(others).toEqual([]);
        expect(svg?.properties.role).toBe('img');
        expect(JSON.stringify(svg)).toContain('light-dark(');
      }
    });

    it('shows caption and source, and leaves `render=false` as YAML', () => {
      const [first] = figures(out, 'docs/index.html');
      if (!first) throw new Error('there is no figure');
      expect(findAll(first, 'figcaption').map(textOf)).toEqual([
        expect.stringContaining('Two layers'),
      ]);
      expect(findAll(first, 'code').map(textOf)).toEqual(['784 -> 12 relu -> 10 softmax']);
      expect(site.read(`${out}/plain/index.html`)).toMatch(/class="?[^">]*language-yaml/);
    });

    it('draws formulas, which MathJax is loaded for', () => {
      const [figure] = figures(out, 'docs/math/index.html');
      const formula =
        figure && findAll(figure, 'g').find(({ properties }) => properties.dataRole === 'formula');
      if (!formula) throw new Error('there is no formula');
      expect(findAll(formula, 'path')).toHaveLength(1);
      expect(findAll(formula, 'text').map(textOf)).toEqual(['in']);
    });

    it('is not stale when a file that a block reads changes', () => {
      const drawing = (folder: string) =>
        JSON.stringify(figures(folder, 'docs/weights/index.html'));
      expect(drawing(out)).toContain('--nnfig-weight-negative');
      const weights = site.read('shared/weights.json');
      site.write('shared/weights.json', '{ "weights": [[[1, 1]]] }');
      const { status } = site.build({ future, out: `${out}-weights` });
      site.write('shared/weights.json', weights);
      expect(status).toBe(0);
      expect(drawing(`${out}-weights`)).toContain('--nnfig-weight-positive');
      expect(drawing(`${out}-weights`)).not.toContain('--nnfig-weight-negative');
    });

    it('is not stale when the file of a network changes', () => {
      const drawing = (folder: string) => JSON.stringify(figures(folder, 'docs/caffe/index.html'));
      expect(drawing(out)).toContain('"dataLayer":"relu1"');
      const path = 'docs/caffe/net.prototxt';
      const net = site.read(path);
      site.write(path, net.replaceAll('relu1', 'other').replace('"ReLU"', '"Sigmoid"'));
      const { status } = site.build({ future, out: `${out}-caffe` });
      site.write(path, net);
      expect(status).toBe(0);
      expect(drawing(`${out}-caffe`)).toContain('"dataLayer":"other"');
      expect(drawing(`${out}-caffe`)).not.toContain('"dataLayer":"relu1"');
    });

    it('is not stale when options change and the configuration does not', () => {
      const env = { SITE_OPTIONS: '{"theme":"dark"}' };
      expect(site.build({ future, out: `${out}-dark`, env })).toMatchObject({ status: 0 });
      for (const [page, titles] of Object.entries(pages)) {
        const drawings = figures(`${out}-dark`, page).flatMap((figure) => findAll(figure, 'svg'));
        expect(drawings).toHaveLength(titles.length);
        expect(JSON.stringify(drawings)).not.toContain('light-dark(');
      }
    });

    it('fails on broken blocks, each problem with file, line, column and hint', () => {
      const text = [
        '# Broken',
        '',
        '* > ```nn titel="x"',
        '  > input: 3x8x8',
        '  > layers:',
        '  >   - cnov 6 3x3',
        '  >   - maxpol 2',
        '  > ```',
        '',
      ];
      site.write('docs/broken.md', text.join('\n'));
      site.write('src/pages/broken.md', '```nn\n4 -> 3 sofmax\n```\n');
      const outside = join(import.meta.dirname, 'site.ts');
      site.write(
        'src/pages/outside.md',
        `\`\`\`nn style=fcnn\ninput: 2\nlayers: [dense 1]\noptions:\n  weights: '${outside}'\n\`\`\`\n`,
      );
      site.write('src/pages/away.md', `\`\`\`nn\nfrom: '${outside}'\n\`\`\`\n`);
      site.write('src/pages/lacking.md', '* ```nn\n  from: ./lacking.prototxt\n  ```\n');
      site.write(
        'src/pages/lacking.prototxt',
        'layer { name: "data" type: "Data" top: "data" }\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" }\n',
      );
      const { status, output } = site.build({ future, out: 'build-broken' });
      site.remove('docs/broken.md');
      for (const name of ['broken.md', 'outside.md', 'away.md', 'lacking.md', 'lacking.prototxt']) {
        site.remove(`src/pages/${name}`);
      }
      expect(status).not.toBe(0);
      const path = (...parts: string[]) => join(...parts);
      expect(output).toContain(`${path('docs', 'broken.md')}:3:11 error: `);
      expect(output).toContain('Did you mean `title`?');
      expect(output).toContain(`${path('docs', 'broken.md')}:6:9 error: `);
      expect(output).toContain('Did you mean `conv`?');
      expect(output).toContain(`${path('docs', 'broken.md')}:7:9 error: `);
      expect(output).toContain('Did you mean `maxpool`?');
      expect(output).toContain(`${path('src', 'pages', 'broken.md')}:2:8 error: `);
      expect(output).toContain('Did you mean `softmax`?');
      expect(output).toContain(`${path('src', 'pages', 'outside.md')}:5:12 error: `);
      expect(output).toContain(
        `cannot be read: it is outside of the folder \`${basename(site.folder)}\``,
      );
      expect(output).toContain(
        // A message cuts a long path; the line of the page under it has the whole.
        `${path('src', 'pages', 'away.md')}:2:7 error: \`${outside.slice(0, 20)}`,
      );
      expect(output).toContain(`from: '${outside}'`);
      expect(output).toContain(
        `${path('src', 'pages', 'lacking.md')}:2:9 error: in \`./lacking.prototxt:1:1\`, \`data\` does not say how large it is`,
      );
      expect(output).toContain('`input: 3x227x227`');
    });
  },
);

describe('a site', () => {
  it('has the same drawings with both bundlers', () => {
    for (const page of Object.keys(pages)) {
      const [first, second] = Object.keys(bundlers).map((name) =>
        figures(`build-${name}`, page).flatMap((figure) => findAll(figure, 'svg')),
      );
      expect(second).toEqual(first);
    }
  });

  it('is told of a wrong option, with the right ones', () => {
    site.configure("plugins: [['nnfig', { them: 'dark' }]],");
    const { status, output } = site.build({ future: bundlers.Rspack, out: 'build-option' });
    expect(status).not.toBe(0);
    expect(output).toContain(
      'docusaurus-plugin-nnfig: Unknown option `them`; expected one of `id`,',
    );
  });

  it('can use the remark plugin where it wants, by the way that Docusaurus documents', () => {
    site.configure(
      "plugins: [['nnfig', { inject: false }]],\n  presets: [['classic', { docs: { remarkPlugins: [[remarkNnfig, { palette: 'classic', read: readWithin('.') }]] } }]],",
      "import remarkNnfig from 'remark-nnfig';\nimport { readWithin } from 'remark-nnfig/files';\n",
    );
    const { status, output } = site.build({ future: bundlers.Rspack, out: 'build-remark' });
    expect(status, output).toBe(0);
    expect(figures('build-remark', 'docs/index.html')).toHaveLength(3);
    expect(figures('build-remark', 'docs/weights/index.html')).toHaveLength(1);
    expect(figures('build-remark', 'docs/caffe/index.html')).toHaveLength(2);
    expect(JSON.stringify(figures('build-remark', 'docs/index.html'))).toContain(
      '--nnfig-classic-',
    );
    expect(figures('build-remark', 'page/index.html')).toHaveLength(0);
  });
});
