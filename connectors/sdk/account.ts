import type { SignInDefinition } from '#connectors/sdk/oauth/sign-in-definition.ts';
import type { AccountField, AccountTrouble, AccountValues } from '#contract/model/account.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** The connected account, as an action is handed it. */
export type Account = {
  /** Everything but the secrets, by field name. */
  readonly settings: AccountValues;
  /**
   * Reads one from where it is kept, at the moment of use; never keep it. `needs-reconnect` when it is gone,
   * `secrets-closed` while nothing can be read. An account that is signed in to in the browser has its `accessToken`
   * here, renewed when it is due; `turnedAway` is the one that the service just said no to.
   */
  secret(field: string, turnedAway?: string): Promise<Result<string>>;
  /** In the practice life alone: what the connector speaks to in place of a service. It is the connector's own. */
  readonly standIn?: unknown;
};

export type AccountReach = { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal };

/** Expected: the sentence is the person's to read. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: AccountTrouble };

/** How an account is connected: its form as data, and what makes sure that it works. */
export type AccountDefinition = {
  /** One sentence above the form. */
  readonly help: string;
  readonly fields: readonly AccountField[];
  /** What is left at the service and here once it is disconnected, in one or two sentences. */
  readonly staysBehind: string;
  /** The name that the person knows the account by: `ana@example.com`. */
  nameOf(settings: AccountValues): string;
  /** Finds out the fields that are `found` from those that were `asked`. Reaches out only here and in `test`. */
  find?(typed: AccountValues, reach: AccountReach): Promise<Attempt<{ settings: AccountValues; says: string }>>;
  /**
   * Signs in as every action will, and changes nothing. `says` is one sentence of what it saw; `settings` is what it
   * found out on the way and is to be kept too.
   */
  test(account: Account, reach: AccountReach): Promise<Attempt<{ says: string; settings?: AccountValues }>>;
  /** For an account that is signed in to in the person's own browser. Its form then asks for the client. */
  readonly signIn?: SignInDefinition;
};

/** A field of a form; what is left out is as most fields have it. */
export const defineField = (
  field: Pick<AccountField, 'name' | 'label' | 'kind'> & Partial<AccountField>,
): AccountField => ({ help: null, choices: [], when: 'asked', isOptional: false, ...field });

export const attempted = <T>(value: T): Attempt<T> => ({ ok: true, value });

export const troubled = (
  reason: AccountTrouble['reason'],
  says: string,
  field: string | null = null,
): Attempt<never> => ({
  ok: false,
  trouble: { reason, says, field },
});

/** The account of an action that can't do without. */
export function accountOf({ account }: { readonly account: Account | null }, provider: string): Result<Account> {
  return account === null ? fail({ kind: 'needs-reconnect', provider }) : succeed(account);
}
