import { z } from 'zod';
import { brokenWire, ServiceFailure, waitOf } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

export const PROVIDER = 'google';
export const SERVICE = 'Google';
const WAIT_SECONDS = 60;
/** A quota of a day comes back at Google's midnight; asking again each hour is soon enough. */
const DAY_QUOTA_SECONDS = 3600;

/** With Google's own number and word for it. */
export class GoogleFailure extends ServiceFailure {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly reason: string;
  constructor(failure: Failure, { status = 0, reason = '' } = {}) {
    super(failure);
    this.status = status;
    this.reason = reason;
  }
}

/** Google's form of an error, as far as it is used. */
const ErrorSchema = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
});

/** What an answer means that is no yes; `changes` when it answers a request that was to change something. */
export async function failureOf(response: Response, changes: boolean): Promise<GoogleFailure> {
  const { status } = response;
  const parsed = ErrorSchema.safeParse(await response.json().catch(() => null));
  const { errors = [], details = [] } = parsed.data?.error ?? {};
  const reasons = [...details, ...errors].flatMap(({ reason }) => reason ?? []);
  return new GoogleFailure(told(status, reasons, response, changes), { status, reason: reasons[0] ?? '' });
}

function told(status: number, reasons: readonly string[], response: Response, changes: boolean): Failure {
  const is = (...wanted: string[]) => reasons.some((reason) => wanted.includes(reason));
  if (status === 401) return { kind: 'needs-reconnect', provider: PROVIDER };
  if (status === 403) {
    if (is('dailyLimitExceeded', 'quotaExceeded'))
      return { kind: 'rate-limited', retryAfterSeconds: DAY_QUOTA_SECONDS };
    if (is('rateLimitExceeded', 'userRateLimitExceeded'))
      return { kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) };
    if (is('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions')) return lacksScope;
    if (is('SERVICE_DISABLED', 'accessNotConfigured')) return { kind: 'unreadable', because: notSwitchedOn };
    return { kind: 'unreadable', because: t`Google does not let this account do that` };
  }
  if (status === 429 || status === 503)
    return { kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) };
  if (status === 412 || status === 409) return { kind: 'changed-since', what: t`this in your Google account` };
  if (status === 404 || status === 410) return { kind: 'not-found', what: t`this in your Google account` };
  if (status >= 500) return brokenWire(SERVICE, changes);
  return { kind: 'unreadable', because: t`Google didn’t take this (${status})` };
}

export const notSwitchedOn = t`In your Google project the API for this is not switched on`;

/** The step stops; the person is told what to allow. */
export const lacksScope: Failure = {
  kind: 'needs-reconnect',
  provider: PROVIDER,
  because: t`You have not allowed this at Google`,
};
