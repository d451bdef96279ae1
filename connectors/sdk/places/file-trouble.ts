import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** Something that may happen to files, on its way to the border of this folder; never thrown further. */
export class FileTrouble extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export const changedMeanwhile = (place: string): FileTrouble =>
  new FileTrouble({ kind: 'changed-since', what: sayPlace(place) });
export const isTaken = (place: string): FileTrouble =>
  new FileTrouble({
    kind: 'refused',
    because: t`There is already something called ${sayPlace(place)}, and nothing is ever written over. Nothing was done.`,
  });
export const isGone = (place: string): FileTrouble => new FileTrouble({ kind: 'not-found', what: sayPlace(place) });
export const refusedBecause = (because: string): FileTrouble => new FileTrouble({ kind: 'refused', because });

/** Nobody can tell where the other name lies. */
export const hasSecondName = (place: string): FileTrouble =>
  refusedBecause(
    t`${sayPlace(place)} is the same file as another one under a second name, which may lie outside of your folders. It was not read.`,
  );

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const said: Readonly<Record<string, (place: string) => string>> = {
  EACCES: (place) => t`This computer does not let Life OS touch ${place}. Nothing was done.`,
  EPERM: (place) => t`This computer does not let Life OS touch ${place}. Nothing was done.`,
  EROFS: (place) => t`The disk that ${place} lies on can only be read. Nothing was done.`,
  ENOSPC: (place) => t`The disk that ${place} lies on is full. Nothing was done.`,
  EDQUOT: (place) => t`There is no room left for you on the disk that ${place} lies on. Nothing was done.`,
  EBUSY: (place) => t`Another program is using ${place}. Close it there and ask again. Nothing was done.`,
  ENAMETOOLONG: (place) => t`The name of ${place} would be too long for this disk. Nothing was done.`,
  EIO: (place) => t`The disk that ${place} lies on can’t be read any more. Nothing was done.`,
};

/** What the disk says, as a failure that the person can read. An error that is none of the disk’s is a bug, and goes on. */
export async function told<T>(place: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileTrouble) return fail(error.failure);
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') {
      return fail({ kind: 'not-found', what: sayPlace(place) });
    }
    const says = said[code];
    if (says) return fail({ kind: 'refused', because: says(sayPlace(place)) });
    if (error instanceof Error && error.name === 'AbortError') {
      return fail({ kind: 'refused', because: t`This took too long and was broken off. Nothing was done.` });
    }
    throw error;
  }
}
