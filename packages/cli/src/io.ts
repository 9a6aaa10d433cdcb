import type { Readable, Writable } from 'node:stream';

/** What a run of the command line may touch, so that a test can stand in for the machine. */
export interface Io {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Standard input; `isTTY` when a person sits at it. */
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** `isTTY` when it is a terminal, which cannot show bytes. */
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
}
