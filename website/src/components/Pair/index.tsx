import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Properties {
  /** Name of a picture in `static/img/nn-svg`, without its extension. */
  readonly image: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Whether the figures are too wide to stand side by side. */
  readonly wide?: boolean;
  /** The block of the same network, and what differs. */
  readonly children: ReactNode;
}

/** A picture made with NN-SVG, and the same network drawn by nnfig. */
export default function Pair({ image, alt, width, height, wide, children }: Properties): ReactNode {
  const source = useBaseUrl(`/img/nn-svg/${image}.webp`);
  return (
    <div className={`${styles.pair} ${wide ? styles.wide : ''}`}>
      <p className={styles.theirs}>Made with NN-SVG (MIT)</p>
      <div className={styles.picture}>
        <img src={source} alt={alt} width={width} height={height} loading="lazy" />
      </div>
      <p className={styles.ours}>Drawn here by nnfig</p>
      {children}
    </div>
  );
}
