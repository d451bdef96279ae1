import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { IDLE_MS } from '#connectors/mcp/limits.ts';
import { isSilent, type LinkFailure, linkFailure } from '#connectors/mcp/link-failure.ts';
import { openSession, type Session } from '#connectors/mcp/open-session.ts';
import type { Heard } from '#connectors/mcp/open-transport.ts';
import { secretOf, wayOf } from '#connectors/mcp/settings.ts';
import type { Account, AccountReach } from '#connectors/sdk/account.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import type { ToolDefinition } from '#connectors/sdk/tool-server.ts';
import { t } from '#contract/language/t.ts';
import type { JsonObject } from '#contract/model/json.ts';

export type Linked<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & LinkFailure);

/** The way to one program: started or knocked at when it is used, once for all of them, and anew after it ended. */
export type ServerLink = {
  tools(account: Account, reach: AccountReach): Promise<Linked<readonly ToolDefinition[]>>;
  /**
   * Calls a tool of exactly this version. `leaving` comes to its end before the request leaves; it is not called when
   * nothing will.
   */
  call(account: Account, reach: AccountReach, request: ToolRequest): Promise<Linked<CallToolResult>>;
  /** What a process said last on its error stream, for when it would not start. */
  lastWords(): string;
  close(): Promise<void>;
};

export type ToolRequest = {
  readonly tool: Pick<ToolDefinition, 'name' | 'version'>;
  readonly args: JsonObject;
  leaving(): Promise<void>;
};

export function createLink(title: string, seen: (tools: readonly ToolDefinition[]) => void): ServerLink {
  let opened: { readonly as: string; readonly session: Promise<Session> } | null = null;
  let heard: Heard = { lastWords: '', retryAfterSeconds: null };
  let idle: NodeJS.Timeout | undefined;

  async function close(): Promise<void> {
    clearTimeout(idle);
    const former = opened;
    opened = null;
    const session = await former?.session.catch(() => null);
    await session?.close().catch(() => {});
  }

  /** The one that is open, as long as it is to the same place with the same secret. */
  async function sessionWith(account: Account, secret: string, reach: AccountReach): Promise<Session> {
    const as = hashOf(JSON.stringify([account.settings, secret]));
    const current = opened?.as === as ? await opened.session.catch(() => null) : null;
    if (current?.isOpen()) return current;
    await close();
    const way = wayOf(account.settings);
    if (typeof way === 'string') throw new Error(way);
    heard = { lastWords: '', retryAfterSeconds: null };
    const opening = { as, session: openSession(way, secret, reach, heard) };
    opened = opening;
    opening.session.catch(() => {
      if (opened === opening) opened = null;
    });
    return opening.session;
  }

  async function within<T>(
    account: Account,
    reach: AccountReach,
    work: (session: Session, nowLeaving: () => void) => Promise<Linked<T>>,
  ): Promise<Linked<T>> {
    const secret = await secretOf(account);
    if (!secret.ok) return { ok: false, failure: secret.failure, lost: false };
    clearTimeout(idle);
    let hasLeft = false;
    try {
      const session = await sessionWith(account, secret.value, reach);
      return await work(session, () => {
        hasLeft = true;
      });
    } catch (error) {
      if (error instanceof OwnTrouble) throw error.cause;
      const failed = linkFailure(error, title, heard, hasLeft);
      // One that hangs, talks nonsense or has forgotten us is ended; the next use begins anew.
      if (failed.failure.kind === 'unreachable' || isSilent(error)) await close();
      return { ok: false, ...failed };
    } finally {
      clearTimeout(idle);
      idle = setTimeout(() => void close(), IDLE_MS).unref();
    }
  }

  async function look(session: Session, { signal }: AccountReach): Promise<readonly ToolDefinition[]> {
    const tools = await session.tools(signal);
    seen(tools);
    return tools;
  }

  return {
    close,
    lastWords: () => heard.lastWords,
    tools: (account, reach) =>
      within(account, reach, async (session) => ({ ok: true, value: await look(session, reach) })),
    call: (account, reach, { tool, args, leaving }) =>
      within(account, reach, async (session, nowLeaving) => {
        // Looked at right before it is used: what was agreed to is what is called.
        const now = (await look(session, reach)).find(({ name }) => name === tool.name);
        if (now?.version !== tool.version) return { ok: false, failure: changed(title, tool.name, now), lost: false };
        await leaving().catch((cause: unknown) => {
          throw new OwnTrouble('A mark could not be kept.', { cause });
        });
        nowLeaving();
        return { ok: true, value: await session.call(tool.name, args, reach.signal) };
      }),
  };
}

/** Of our own disk and not of the program: nothing has left. */
class OwnTrouble extends Error {}

/** It is gone, or another than it was. */
export const changed = (title: string, name: string, now: ToolDefinition | undefined): LinkFailure['failure'] => {
  const what = t`the tool “${name}” of ${title}`;
  return now === undefined ? { kind: 'not-found', what } : { kind: 'changed-since', what };
};
