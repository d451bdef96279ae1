import { capitalised } from '#connectors/sdk/plain-text.ts';
import type { Failure } from '#contract/model/failure.ts';

const WAIT_SECONDS = 60;

/** What is kept at the service, as the person reads it. */
export type DavWords = {
  readonly provider: string;
  /** `your calendar service` */
  readonly service: string;
  /** `this event` in `your calendar` */
  readonly item: string;
  readonly collection: string;
  /** `calendars` at `a calendar server` */
  readonly things: string;
  readonly server: string;
};

/** Carries a failure of the service up through what knows nothing of services. */
export class DavFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What an answer means that is no yes; `changes` when it answers a request that was to change something. */
export function failureOf(response: Response, changes: boolean, words: DavWords): Failure {
  const { status } = response;
  const { provider, service, item, collection } = words;
  if (status === 401 || status === 403) return { kind: 'needs-reconnect', provider };
  if (status === 429 || status === 503) return { kind: 'rate-limited', retryAfterSeconds: waitOf(response) };
  if (status === 412) return { kind: 'changed-since', what: item };
  if (status === 404 || status === 410) return { kind: 'not-found', what: `${item} in ${collection}` };
  if (status >= 500) return brokenWire(changes, words);
  return { kind: 'unreadable', because: `${capitalised(service)} didn’t take this (${status})` };
}

/** A wire that broke: nothing was changed by a question; what became of a change nobody knows. */
export const brokenWire = (changes: boolean, { service }: DavWords): Failure =>
  changes ? { kind: 'outcome-unknown', service } : { kind: 'unreachable', service };

/** Retry-After is a number of seconds or a date. */
function waitOf(response: Response): number {
  const said = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : WAIT_SECONDS;
}
