import { capitalised } from '#connectors/sdk/plain-text.ts';
import { brokenWire, waitOf } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
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

/** What an answer means that is no yes; `changes` when it answers a request that was to change something. */
export function failureOf(response: Response, changes: boolean, words: DavWords): Failure {
  const { status } = response;
  const { provider, service, item, collection } = words;
  if (status === 401 || status === 403) return { kind: 'needs-reconnect', provider };
  if (status === 429 || status === 503)
    return { kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) };
  if (status === 412) return { kind: 'changed-since', what: item };
  if (status === 404 || status === 410) return { kind: 'not-found', what: t`${item} in ${collection}` };
  if (status >= 500) return brokenWire(service, changes);
  return { kind: 'unreadable', because: t`${capitalised(service)} didn’t take this (${status})` };
}
