import type { Failure } from '#contract/model/failure.ts';

export const PROVIDER = 'caldav';
const SERVICE = 'your calendar service';
const WAIT_SECONDS = 60;

/** Carries a failure of the service up through what knows nothing of services. */
export class DavFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export const unreachable: Failure = { kind: 'unreachable', service: SERVICE };

/** What an answer means that is no yes; `changes` when it answers a request that was to change something. */
export function failureOf(response: Response, changes: boolean): Failure {
  const { status } = response;
  if (status === 401 || status === 403) return { kind: 'needs-reconnect', provider: PROVIDER };
  if (status === 429 || status === 503) return { kind: 'rate-limited', retryAfterSeconds: waitOf(response) };
  if (status === 412) return { kind: 'changed-since', what: 'this event' };
  if (status === 404 || status === 410) return { kind: 'not-found', what: 'this event in your calendar' };
  if (status >= 500) return changes ? { kind: 'outcome-unknown', service: SERVICE } : unreachable;
  return { kind: 'unreadable', because: `Your calendar service didn’t take this (${status})` };
}

/** A wire that broke: nothing was changed by a question; what became of a change nobody knows. */
export const brokenWire = (changes: boolean): Failure =>
  changes ? { kind: 'outcome-unknown', service: SERVICE } : unreachable;

/** Retry-After is a number of seconds or a date. */
function waitOf(response: Response): number {
  const said = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : WAIT_SECONDS;
}
