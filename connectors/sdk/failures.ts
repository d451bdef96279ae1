import { fail, type Result } from '#contract/model/result.ts';

/** A detail that does not fit, in one plain sentence. */
export const misfit = (problem: string): Result<never> => fail({ kind: 'invalid-arguments', problems: [problem] });

/** A file of the person's that cannot be understood. It is left exactly as it is. */
export const unreadable = (because: string): Result<never> => fail({ kind: 'unreadable', because });

export const notFound = (what: string): Result<never> => fail({ kind: 'not-found', what });

/** Somebody altered it meanwhile; nothing was written over. */
export const changedSince = (what: string): Result<never> => fail({ kind: 'changed-since', what });
