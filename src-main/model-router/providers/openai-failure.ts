import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

const WHEN_NOT_SAID_SECONDS = 10;

/** By its shape, so that the library is not loaded for it. Without a status nothing whole was answered. */
const AnsweredSchema = z.object({
  status: z.number(),
  code: z.string().nullish(),
  headers: z.instanceof(Headers).optional(),
});

/** What OpenAI's library reports, and the servers that speak as it does. The only place where that is read. */
export function openAiFailure(error: unknown, service: string, model: string): Failure {
  const answered = AnsweredSchema.safeParse(error);
  if (!answered.success) return { kind: 'unreachable', service };
  const { status, code, headers } = answered.data;
  if (code === 'insufficient_quota')
    return { kind: 'refused', because: t`The account at ${service} has nothing left.` };
  if (status === 401 || status === 403) return { kind: 'needs-reconnect', provider: service };
  if (status === 404) return { kind: 'not-found', what: t`the model ${model} at ${service}` };
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: retryAfter(headers) };
  if (code === 'content_policy_violation' || code === 'content_filter') {
    return { kind: 'refused', because: t`${service} did not want to answer that.` };
  }
  if (status >= 500 || status === 408) return { kind: 'unreachable', service };
  return { kind: 'invalid-arguments', problems: [t`${service} did not take the question.`] };
}

/** `Retry-After`, in seconds or as a date. */
function retryAfter(headers: Headers | undefined): number {
  const said = headers?.get('retry-after') ?? null;
  if (said === null) return WHEN_NOT_SAID_SECONDS;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(said);
  return Number.isNaN(at) ? WHEN_NOT_SAID_SECONDS : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
