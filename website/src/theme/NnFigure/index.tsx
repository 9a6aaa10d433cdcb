import CodeBlock from '@theme/CodeBlock';
import type { Props } from '@theme/NnFigure';
import NnFigure from '@theme-original/NnFigure';
import type { ReactNode } from 'react';

/** Pages of this site show the text of a block before its figure, open and with a button to copy it. */
export default function NnFigureWithSource({ source, ...figure }: Props): ReactNode {
  if (source === undefined) return <NnFigure {...figure} />;
  return (
    <div className="example">
      <CodeBlock language="yaml">{source}</CodeBlock>
      <NnFigure {...figure} />
    </div>
  );
}
