import useBaseUrl from '@docusaurus/useBaseUrl';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Properties {
  /** Name of the tool that made the picture. */
  readonly tool?: string;
  /** License of the tool. */
  readonly license?: string;
  /** Folder of the picture in `static/img`. */
  readonly folder?: string;
  /** Name of the picture, without its extension. */
  readonly image: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Whether the figures are too wide to stand side by side. */
  readonly wide?: boolean;
  /** Whether the figures are much higher than wide, so that both begin at the top. */
  readonly tall?: boolean;
  /** The block of the same network, and what differs. */
  readonly children: ReactNode;
}

/** A picture made with another tool, and the same network drawn by nnfig. */
export default function Pair({
  tool = 'NN-SVG',
  license = 'MIT',
  folder = 'nn-svg',
  image,
  alt,
  width,
  height,
  wide,
  tall,
  children,
}: Properties): ReactNode {
  const source = useBaseUrl(`/img/${folder}/${image}.webp`);
  return (
    <div className={`${styles.pair} ${wide ? styles.wide : ''} ${tall ? styles.tall : ''}`}>
      <p className={styles.theirs}>
        Made with {tool} ({license})
      </p>
      <div className={styles.picture}>
        <img src={source} alt={alt} width={width} height={height} loading="lazy" />
      </div>
      <p className={styles.ours}>Drawn here by nnfig</p>
      {children}
    </div>
  );
}
