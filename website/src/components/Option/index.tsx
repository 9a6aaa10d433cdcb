import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Properties {
  readonly name: string;
  /** What it is, and a block that shows it. */
  readonly children: ReactNode;
}

/** An option of a style: the source of its figure beside the figure, where both fit. */
export default function Option({ name, children }: Properties): ReactNode {
  return (
    <section className={styles.option}>
      <Heading as="h4" id={`option-${name}`}>
        <code>{name}</code>
      </Heading>
      {children}
    </section>
  );
}
