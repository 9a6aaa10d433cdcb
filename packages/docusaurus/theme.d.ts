declare module '@theme/NnFigure' {
  import type { ReactNode } from 'react';

  /** What a figure is given. */
  export interface Props {
    /** The drawing: the text of a whole `<svg>` element. */
    readonly svg: string;
    /** Name of the figure; the drawing has it for assistive technology already. */
    readonly title?: string;
    /** Text to show below the drawing. */
    readonly caption?: string;
    /** The network in words; the drawing has it for assistive technology already. */
    readonly description?: string;
    /** The text of the block, when it is to be shown. */
    readonly source?: string;
    /** The table of shapes and costs, when it is to be shown. */
    readonly children?: ReactNode;
    /** Class to add to the figure. */
    readonly className?: string;
  }

  export default function NnFigure(props: Props): ReactNode;
}
