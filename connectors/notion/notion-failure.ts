import { z } from 'zod';
import { brokenWire, waitOf } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

export const PROVIDER = 'notion';
export const SERVICE = 'Notion';
const WAIT_SECONDS = 30;

const ErrorSchema = z.looseObject({ object: z.literal('error'), code: z.string() });

/** What an answer means that is no yes (developers.notion.com/reference/status-codes); `changes` when it was to change something. */
export async function failureOf(response: Response, changes: boolean): Promise<Failure> {
  const { status } = response;
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) };
  const told = ErrorSchema.safeParse(await response.json().catch(() => null));
  switch (told.data?.code) {
    case 'unauthorized':
      return { kind: 'needs-reconnect', provider: PROVIDER };
    case 'restricted_resource':
      return { kind: 'needs-reconnect', provider: PROVIDER, because: t`Your Notion integration may not do this` };
    case 'object_not_found':
      return { kind: 'not-found', what: t`this in your Notion, or your integration was not given it` };
    // Somebody changed the same at the same moment, and nothing was done.
    case 'conflict_error':
    case 'service_unavailable':
      return { kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) };
    case 'validation_error':
      return { kind: 'unreadable', because: t`Notion didn’t take this` };
    default:
      return status >= 500 || !told.success
        ? brokenWire(SERVICE, changes)
        : { kind: 'unreadable', because: t`Notion didn’t take this (${status})` };
  }
}
