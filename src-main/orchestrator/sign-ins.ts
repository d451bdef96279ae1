import type { Attempt } from '#connectors/sdk/account.ts';
import type { SignInUnderWay } from '#connectors/sdk/oauth/begin-sign-in.ts';
import type { Tokens } from '#connectors/sdk/oauth/tokens.ts';
import type { AccountValues } from '#contract/model/account.ts';

/** A sign-in in the browser that was begun. What it brings is in this process alone until the account is tried. */
export type BegunSignIn = {
  readonly provider: string;
  readonly settings: AccountValues;
  readonly clientSecret: string;
  readonly url: string;
  readonly tokens: Promise<Attempt<Tokens>>;
};

/** The sign-ins that are under way, by id. */
export type SignIns = {
  add(begun: Omit<BegunSignIn, 'url' | 'tokens'>, underWay: SignInUnderWay): string;
  find(id: string, provider: string): BegunSignIn | null;
  /** Whether one of them is to be opened at this address. */
  has(url: string): boolean;
  forget(id: string): void;
  stop(): void;
};

/** More at a time are an accident or an attack: the oldest is let go, and its port closed. */
const MOST = 4;
/** As long as what came back may still be tried again, after something was put right at the service. */
const KEPT_MS = 20 * 60_000;

export function createSignIns(newId: () => string): SignIns {
  const all = new Map<string, { begun: BegunSignIn; cancel(): void; timer: NodeJS.Timeout }>();

  function forget(id: string): void {
    const found = all.get(id);
    if (!found) return;
    all.delete(id);
    clearTimeout(found.timer);
    found.cancel();
  }

  return {
    add(begun, { url, tokens, cancel }) {
      for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - MOST + 1))) forget(oldest);
      const id = newId();
      const timer = setTimeout(() => forget(id), KEPT_MS);
      timer.unref();
      all.set(id, { begun: { ...begun, url, tokens }, cancel, timer });
      return id;
    },
    find(id, provider) {
      const found = all.get(id)?.begun;
      return found?.provider === provider ? found : null;
    },
    has: (url) => [...all.values()].some(({ begun }) => begun.url === url),
    forget,
    stop: () => [...all.keys()].forEach(forget),
  };
}
