import type { z } from 'zod';
import { failureOf, PROVIDER, SERVICE } from '#connectors/notion/notion-failure.ts';
import { type Account, accountOf } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { attempting, brokenWire, ServiceFailure } from '#connectors/sdk/service-failure.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** The form of questions and answers that is asked for. */
const VERSION = '2022-06-28';

type Body = Readonly<Record<string, unknown>>;

/** Signed in to Notion, for as long as one action takes. What it answers is held against a schema. */
export type NotionSession = {
  ask<Out extends z.ZodType>(path: string, answer: Out, body?: Body): Promise<z.output<Out>>;
  change<Out extends z.ZodType>(
    how: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    answer: Out,
    body?: Body,
  ): Promise<z.output<Out>>;
  /** Who Notion says wrote what was written from here. */
  readonly bot: string;
};

type Reach = Pick<Surroundings, 'fetch' | 'signal'>;

/** Over TLS, or on this computer alone for trials. */
const serverOf = ({ server = 'https://api.notion.com' }: AccountValues): string | null =>
  /^(https:\/\/api\.notion\.com|http:\/\/127\.0\.0\.1:\d+)$/.test(server) ? server : null;

export async function withNotion<T>(
  surroundings: Reach & Pick<Surroundings, 'account'>,
  work: (session: NotionSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = accountOf(surroundings, PROVIDER);
  if (!account.ok) return account;
  const session = await openNotion(account.value, surroundings);
  return session.ok ? attempting(() => work(session.value)) : session;
}

export async function openNotion(account: Account, { fetch, signal }: Reach): Promise<Result<NotionSession>> {
  const server = serverOf(account.settings);
  if (server === null) return fail({ kind: 'needs-reconnect', provider: PROVIDER });
  const token = await account.secret('token');
  if (!token.ok) return token;
  const authorization = `Bearer ${token.value}`;

  async function send<Out extends z.ZodType>(changes: boolean, method: string, path: string, answer: Out, body?: Body) {
    const broken = () => new ServiceFailure(brokenWire(SERVICE, changes));
    const response = await fetch(`${server}/v1/${path}`, {
      method,
      headers: { authorization, 'notion-version': VERSION, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    }).catch(() => {
      throw broken();
    });
    if (!response.ok) throw new ServiceFailure(await failureOf(response, changes));
    const understood = answer.safeParse(await response.json().catch(() => null));
    if (!understood.success) throw broken();
    return understood.data;
  }

  return succeed({
    ask: (path, answer, body) => send(false, body ? 'POST' : 'GET', path, answer, body),
    change: (how, path, answer, body) => send(true, how, path, answer, body),
    bot: account.settings.bot ?? '',
  });
}
