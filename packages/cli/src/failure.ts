/** Ends a run: what to say on standard error, and the exit code. */
export class Failure extends Error {
  override readonly name = 'Failure';

  /**
   * @param message Whole lines for standard error, without the last newline.
   * @param exitCode 1 for a problem in a description, 2 for a wrong flag or file.
   */
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/**
 * A failure of the call itself: a wrong flag, argument or file.
 *
 * @param sentence What is wrong and what to do.
 * @returns The failure, with exit code 2.
 */
export function misuse(sentence: string): Failure {
  return new Failure(`nnfig: ${sentence}`, 2);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
};

/**
 * Says why the file system refused, without its jargon.
 *
 * @param error What a file system call threw.
 * @returns The reason as the end of a sentence, without a full stop.
 */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || String(error));
}
