import { z } from 'zod';
import { type Account, accountOf } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { attempting, brokenWire, ServiceFailure, waitOf } from '#connectors/sdk/service-failure.ts';
import { failureOf, PROVIDER, SERVICE, WAIT_SECONDS } from '#connectors/slack/slack-failure.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** Signed in to Slack, for as long as one action takes. */
export type SlackSession = {
  /** Asks by a method of Slack’s; what it answers is held against a schema. */
  ask<Out extends z.ZodType>(method: string, params: Params, answer: Out): Promise<z.output<Out>>;
  change<Out extends z.ZodType>(method: string, params: Params, answer: Out): Promise<z.output<Out>>;
};
type Params = Readonly<Record<string, string>>;

type Reach = Pick<Surroundings, 'fetch' | 'signal'>;

const AnswerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** Over TLS, or on this computer alone for trials. */
export const serverOf = ({ server = 'https://slack.com' }: AccountValues): string | null =>
  /^(https:\/\/slack\.com|http:\/\/127\.0\.0\.1:\d+)$/.test(server) ? server : null;

export async function withSlack<T>(
  surroundings: Reach & Pick<Surroundings, 'account'>,
  work: (session: SlackSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = accountOf(surroundings, PROVIDER);
  if (!account.ok) return account;
  const session = await openSlack(account.value, surroundings);
  return session.ok ? attempting(() => work(session.value)) : session;
}

export async function openSlack(account: Account, { fetch, signal }: Reach): Promise<Result<SlackSession>> {
  const server = serverOf(account.settings);
  if (server === null) return fail({ kind: 'needs-reconnect', provider: PROVIDER });
  const token = await account.secret('token');
  if (!token.ok) return token;

  async function send<Out extends z.ZodType>(changes: boolean, method: string, params: Params, answer: Out) {
    const response = await fetch(`${server}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.ok ? token.value : ''}` },
      body: new URLSearchParams(params),
      redirect: 'error',
      signal,
    }).catch(() => {
      throw new ServiceFailure(brokenWire(SERVICE, changes));
    });
    if (response.status === 429) {
      throw new ServiceFailure({ kind: 'rate-limited', retryAfterSeconds: waitOf(response, WAIT_SECONDS) });
    }
    const told = AnswerSchema.safeParse(await response.json().catch(() => null));
    if (!told.success) throw new ServiceFailure(brokenWire(SERVICE, changes));
    if (!told.data.ok) throw new ServiceFailure(failureOf(told.data.error ?? '', changes));
    const understood = answer.safeParse(told.data);
    if (!understood.success) throw new ServiceFailure(brokenWire(SERVICE, changes));
    return understood.data;
  }

  const session: SlackSession = {
    ask: (method, params, answer) => send(false, method, params, answer),
    change: (method, params, answer) => send(true, method, params, answer),
  };
  return { ok: true, value: session };
}
