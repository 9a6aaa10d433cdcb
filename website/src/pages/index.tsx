import Link from '@docusaurus/Link';
import home from '@site/generated/home.json';
import CodeBlock from '@theme/CodeBlock';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import LeNet from './_lenet.mdx';
import Line from './_line.mdx';
import ResNet from './_resnet.mdx';
import Transformer from './_transformer.mdx';
import styles from './index.module.css';

export default function Home(): ReactNode {
  return (
    <Layout
      title="Neural network figures in Markdown"
      description="Write a short description of a neural network in Markdown; when the site is built, an inline SVG figure with exact numbers stands in its place."
    >
      <main className={styles.home}>
        <header className={styles.hero}>
          <div>
            <h1>Neural network figures from a few lines of Markdown</h1>
            <p className={styles.lead}>
              Write a short description in a code block. When your site is built, an SVG figure
              stands in its place, and its numbers are counted, not typed.
            </p>
            <CodeBlock language="bash">npm install docusaurus-plugin-nnfig</CodeBlock>
            <p className={styles.actions}>
              <Link className="button button--primary button--lg" to="/docs/first-figure">
                Your first figure
              </Link>
              <Link
                className="button button--outline button--primary button--lg"
                to="/docs/gallery"
              >
                Gallery
              </Link>
            </p>
          </div>
          <div className={styles.first}>
            <Line />
          </div>
        </header>

        <Section title="One line a layer, as papers write it">
          <p>
            A bare number is the width, <code>5x5</code> the kernel, <code>/2</code> a stride. You
            type the shape of the input; every other shape follows.
          </p>
          <LeNet />
          <Counts of="LeNet-5" />
        </Section>

        <Section title="Large networks stay short" wide>
          <p>
            Blocks are functions, <code>x3</code> repeats, and <code>residual:</code> is a word, not
            wiring. This is all of ResNet-50. The figure shows a repeated block once; the counts
            have every copy.
          </p>
          <ResNet />
          <Counts of="ResNet-50" />
        </Section>

        <Section title="What is no chain is a graph" wide>
          <p>
            Branches, skips, several inputs: names join what belongs together, and sizes have names,
            too. Layout and routes come from the network, there are no coordinates.
          </p>
          <Transformer />
          <Counts of="Transformer" />
        </Section>

        <Section title="A wrong belief fails the build">
          <p>
            Say which shape you expect, and nnfig holds you to it. Every problem has its line, its
            column and what to do.
          </p>
          <div className={styles.pair}>
            <CodeBlock language="yaml">{home.problem.block}</CodeBlock>
            <CodeBlock language="text">{home.problem.message}</CodeBlock>
          </div>
        </Section>

        <section className={styles.facts}>
          <Fact title="Nothing to load">
            The figure is in the HTML: no script, no web font, no request. No browser is needed to
            build it, and the same text gives the same bytes on every machine.
          </Fact>
          <Fact title="Light and dark">
            Colours follow the theme of the page, and each can be changed by a CSS property. They
            are told apart by colour-blind readers, too.{' '}
            <Link to="/docs/guides/theming">Colours</Link>
          </Fact>
          <Fact title="For every reader">
            Real text, a name, and a description made from the network for those who do not see it.
            Wide figures scroll on a phone.{' '}
            <Link to="/docs/guides/accessibility">Accessibility</Link>
          </Fact>
          <Fact title="Exact numbers">
            Shapes, parameters, multiply-accumulates and receptive fields, equal to published
            counts. <Link to="/docs/reference/analysis">Analysis</Link>
          </Fact>
          <Fact title="Where you write">
            <Link to="/docs/guides/docusaurus">Docusaurus</Link>,{' '}
            <Link to="/docs/guides/mdx">MDX and Next.js</Link>,{' '}
            <Link to="/docs/guides/react-markdown">react-markdown</Link>, any{' '}
            <Link to="/docs/guides/remark">remark</Link> pipeline, and the{' '}
            <Link to="/docs/guides/command-line">command line</Link>.
          </Fact>
          <Fact title="Any style that can show it">
            <Link to="/docs/styles/fcnn">Circles and lines</Link>,{' '}
            <Link to="/docs/styles/lenet">stacks of feature maps</Link>,{' '}
            <Link to="/docs/styles/plotneuralnet">translucent boxes</Link>, or a{' '}
            <Link to="/docs/styles/graph">graph</Link>: the description stays the same.{' '}
            <Link to="/docs/styles">Styles</Link>
          </Fact>
        </section>
      </main>
    </Layout>
  );
}

function Section(properties: {
  title: string;
  /** Whether the lines of its block are long. */
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const { title, wide = false, children } = properties;
  return (
    <section className={wide ? `${styles.section} ${styles.wide}` : styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The counts of a network on this page, worked out from its block. */
function Counts({ of }: { of: keyof typeof home.counts }): ReactNode {
  const { params, macs, layers } = home.counts[of];
  return (
    <dl className={styles.counts}>
      <div>
        <dt>Parameters</dt>
        <dd>{params}</dd>
      </div>
      <div>
        <dt>Multiply-accumulates</dt>
        <dd>{macs}</dd>
      </div>
      <div>
        <dt>Layers</dt>
        <dd>{layers}</dd>
      </div>
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}
