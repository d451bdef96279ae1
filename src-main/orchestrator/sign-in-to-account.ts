import { type Account, type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { beginSignIn } from '#connectors/sdk/oauth/begin-sign-in.ts';
import { grantedParts, type SignInDefinition, scopesOf } from '#connectors/sdk/oauth/sign-in-definition.ts';
import { t } from '#contract/language/t.ts';
import type { AccountValues, SignIn } from '#contract/model/account.ts';
import { succeed } from '#contract/model/result.ts';
import { findSettings } from '#db/repositories/accounts.ts';
import type { AccountConnector } from '#main/orchestrator/connect-account.ts';
import { keepAccount, sayClosed, signIn } from '#main/orchestrator/connect-account.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { secretName } from '#main/vault/secret-name.ts';
import { ACCESS_TOKEN, CLIENT_SECRET } from '#main/vault/token-keeper.ts';

export type SignInConnector = AccountConnector & {
  readonly account: AccountConnector['account'] & { readonly signIn: SignInDefinition };
};

export const hasSignIn = (connector: AccountConnector): connector is SignInConnector =>
  connector.account.signIn !== undefined;

/**
 * Begins to sign in in the person's browser. What they allowed before is asked for again together with what is new, so
 * that allowing more takes nothing away.
 */
export async function beginToSignIn(
  engine: Engine,
  connector: SignInConnector,
  typed: AccountValues,
  wanted: readonly string[],
): Promise<Attempt<SignIn>> {
  const { provider, title, account } = connector;
  const { journal, fetch, signIns, openLink } = engine;
  const kept = findSettings(journal.orm, provider) ?? {};
  const chosen = await clientOf(engine, connector, typed, kept);
  if (!chosen.ok) return chosen;
  const allowed = grantedParts(account.signIn, scopesOf(kept)).map(({ name }) => name);
  const parts = account.signIn.parts.filter(({ name }) => wanted.includes(name) || allowed.includes(name));
  if (parts.length === 0) return troubled('settings', t`Choose at least one thing that it may do.`);
  const { settings, clientSecret } = chosen.value;
  const wish = {
    server: account.signIn.server(settings),
    client: { id: settings.clientId ?? '', secret: clientSecret },
    scopes: [...new Set(parts.flatMap(({ scopes }) => scopes))],
    parameters: account.signIn.parameters,
    title,
  };
  const underWay = await beginSignIn(wish, fetch, () => Date.parse(journal.now()));
  const id = signIns.add({ provider, settings, clientSecret }, underWay);
  openLink?.(underWay.url);
  return attempted({ id, url: underWay.url, isOpened: openLink !== undefined });
}

/** Waits for the person to come back, tries what came of it, and only then keeps it. */
export async function finishSignIn(
  engine: Engine,
  connector: SignInConnector,
  id: string,
  actor: string,
): Promise<Attempt<null>> {
  const { provider, account } = connector;
  const begun = engine.signIns.find(id, provider);
  if (begun === null) return troubled('too-late', t`This sign-in is over. Begin again.`);
  const tokens = await begun.tokens;
  if (!tokens.ok) {
    engine.signIns.forget(id);
    return tokens;
  }
  const { access, scope, refreshEndsAt } = tokens.value;
  if (grantedParts(account.signIn, scope).length === 0) {
    engine.signIns.forget(id);
    return troubled('not-allowed', t`You did not allow anything that it could do. Nothing was saved.`);
  }
  const settings: AccountValues = {
    ...begun.settings,
    scope: scope.join(' '),
    ...(refreshEndsAt === null ? {} : { signInEndsAt: new Date(refreshEndsAt).toISOString() }),
  };
  const who: Account = {
    settings,
    secret: async (field) => succeed(field === ACCESS_TOKEN ? access : ''),
  };
  // What was allowed stays for another try, once the person has put right what is missing at the service.
  const tried = await signIn(engine, connector, who);
  if (!tried.ok) return tried;
  const kept = await engine.tokens.keep(provider, tokens.value, begun.clientSecret);
  if (!kept.ok) return troubled('secrets-closed', sayClosed(kept.failure));
  engine.signIns.forget(id);
  await keepAccount(engine, provider, { ...settings, ...tried.value.settings }, actor);
  return attempted(null);
}

/** What was typed; without it the client that the account is connected by. */
async function clientOf(
  { journal, vault }: Engine,
  { provider, account }: SignInConnector,
  typed: AccountValues,
  kept: AccountValues,
): Promise<Attempt<{ settings: AccountValues; clientSecret: string }>> {
  const isTyped = account.fields.some(({ name }) => (typed[name] ?? '').trim() !== '' && typed[name] !== kept[name]);
  if (isTyped || kept.clientId === undefined) return account.signIn.client(typed);
  const secret = await vault.find(secretName(journal.orm, provider, CLIENT_SECRET));
  if (!secret.ok) return troubled('secrets-closed', sayClosed(secret.failure));
  const { scope: _scope, signInEndsAt: _ends, ...settings } = kept;
  return attempted({ settings, clientSecret: secret.value ?? '' });
}
