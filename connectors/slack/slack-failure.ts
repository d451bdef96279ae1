import { brokenWire } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

export const PROVIDER = 'slack';
export const SERVICE = 'Slack';
/** Where Slack says nothing of how long. */
export const WAIT_SECONDS = 30;

const turnedAway = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'org_login_required',
  'two_factor_setup_required',
]);
const gone = new Set(['channel_not_found', 'message_not_found', 'thread_not_found', 'user_not_found']);
const busy = new Set(['ratelimited', 'rate_limited', 'service_unavailable']);
const broken = new Set(['internal_error', 'fatal_error', 'request_timeout']);
const said: Readonly<Record<string, string>> = {
  not_in_channel: t`You are not in that channel at Slack, so nothing can be done there`,
  is_archived: t`That channel is archived at Slack`,
  msg_too_long: t`That is too long for a message at Slack`,
  restricted_action: t`Your Slack workspace does not let you post in that channel`,
  cant_delete_message: t`Slack does not let this message be deleted from here`,
};

/** What Slack's own word for a no means; `changes` when it answers a request that was to change something. */
export function failureOf(error: string, changes: boolean): Failure {
  if (turnedAway.has(error)) return { kind: 'needs-reconnect', provider: PROVIDER };
  if (error === 'missing_scope' || error === 'not_allowed_token_type') {
    return { kind: 'needs-reconnect', provider: PROVIDER, because: t`Your Slack token does not allow this` };
  }
  if (gone.has(error)) return { kind: 'not-found', what: t`this in your Slack` };
  if (busy.has(error)) return { kind: 'rate-limited', retryAfterSeconds: WAIT_SECONDS };
  if (broken.has(error)) return brokenWire(SERVICE, changes);
  return { kind: 'unreadable', because: said[error] ?? t`Slack didn’t take this` };
}
