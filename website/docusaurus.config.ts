import type { Options as Preset, ThemeConfig } from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { highlightDark, highlightLight } from './src/highlight';

const repository = 'https://github.com/nnfig/nnfig';

const config: Config = {
  title: 'nnfig',
  tagline: 'Neural network figures from a few lines of Markdown',
  favicon: 'img/favicon.svg',
  url: 'https://nnfig.github.io',
  // A project page of GitHub is served from a folder: BASE_URL=/nnfig/.
  baseUrl: process.env.BASE_URL ?? '/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  future: { v4: true, faster: true },
  plugins: [['nnfig', { interactive: true }]],
  presets: [
    [
      'classic',
      {
        docs: { sidebarPath: './sidebars.ts', editUrl: `${repository}/edit/main/website/` },
        blog: false,
        theme: { customCss: './src/css/custom.css' },
      } satisfies Preset,
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { hideable: true } },
    navbar: {
      title: 'nnfig',
      logo: { alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 32, height: 32 },
      items: [
        { type: 'docSidebar', sidebarId: 'docs', label: 'Docs' },
        { type: 'docSidebar', sidebarId: 'gallery', label: 'Gallery' },
        { to: '/docs/reference/notation', label: 'Notation' },
        { href: repository, label: 'GitHub', position: 'right' },
      ],
    },
    footer: {
      links: [
        {
          title: 'Begin',
          items: [
            { label: 'Your first figure', to: '/docs/first-figure' },
            { label: 'Gallery', to: '/docs/gallery' },
          ],
        },
        {
          title: 'Look up',
          items: [
            { label: 'Notation', to: '/docs/reference/notation' },
            { label: 'Operations', to: '/docs/reference/operations' },
            { label: 'Problems', to: '/docs/reference/problems' },
          ],
        },
        {
          title: 'Project',
          items: [
            { label: 'Source', href: repository },
            { label: 'Issues', href: `${repository}/issues` },
            { label: 'Changes', href: `${repository}/blob/main/CHANGELOG.md` },
          ],
        },
      ],
      copyright: 'nnfig is free software under the MIT licence.',
    },
    prism: {
      theme: highlightLight,
      darkTheme: highlightDark,
      additionalLanguages: ['bash', 'diff'],
    },
  } satisfies ThemeConfig,
};

export default config;
