import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** Carries a failure of a service up through what knows nothing of failures. */
export class ServiceFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** A wire that broke: nothing was changed by a question; what became of a change nobody knows. */
export const brokenWire = (service: string, changes: boolean): Failure =>
  changes ? { kind: 'outcome-unknown', service } : { kind: 'unreachable', service };

/** Seconds to wait by Retry-After (RFC 9110, 10.2.3: a number of seconds, or a date); `usual` where it says none. */
export function waitOf(response: Response, usual: number): number {
  const said = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : usual;
}

/** Works at a service; a failure that is thrown on the way is answered with. A bug is no failure of the service's. */
export async function attempting<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceFailure) return fail(error.failure);
    throw error;
  }
}
