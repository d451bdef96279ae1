import { type Account, type AccountDefinition, type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';
import type { AccountField, AccountValues } from '#contract/model/account.ts';
import type { Failure } from '#contract/model/failure.ts';
import { succeed } from '#contract/model/result.ts';
import { findSettings, saveSettings } from '#db/repositories/accounts.ts';
import { saveIntegration } from '#db/repositories/settings.ts';
import { noteAccountHealth } from '#main/executor/breaker.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { secretName } from '#main/vault/secret-name.ts';

/** A connector that is connected by signing in to an account. */
export type AccountConnector = Connector & { readonly account: AccountDefinition };

export const hasAccount = (connector: Connector): connector is AccountConnector => connector.account !== undefined;

/** Longer than any mail server that works takes to say who it is. */
const TIME_LIMIT_MS = 30_000;

const isSecret = ({ kind }: AccountField): boolean => kind === 'secret' || kind === 'file';
const missing = (label: string): string => t`${label} is missing.`;

/** Fills in what can be found out from what was typed. Saves nothing. */
export async function findAccountSettings(
  engine: Engine,
  { account }: AccountConnector,
  typed: AccountValues,
): Promise<Attempt<{ settings: AccountValues; says: string }>> {
  const settings = plainSettings(account, typed);
  const reach = { fetch: engine.fetch, signal: AbortSignal.timeout(TIME_LIMIT_MS) };
  const lacks = lacking(account, settings, 'asked').find((field) => !isSecret(field));
  if (lacks) return troubled('settings', missing(lacks.label), lacks.name);
  return account.find ? account.find(settings, reach) : attempted({ settings, says: '' });
}

/** Signs in with what was typed; without it, to the account that is connected, of which the outcome is noted. */
export async function tryAccount(
  engine: Engine,
  connector: AccountConnector,
  typed?: AccountValues,
): Promise<Attempt<{ says: string }>> {
  const { provider } = connector;
  if (typed !== undefined) {
    const tried = await tryTyped(engine, connector, typed);
    return tried.ok ? attempted({ says: tried.value.says }) : tried;
  }
  const account = engine.tools.accountOf(provider);
  if (account === null) return troubled('settings', t`No account is connected yet.`);
  const tried = await signIn(engine, connector, account);
  const failure = tried.ok ? null : failureOf(connector, tried.trouble.reason);
  await engine.journal.write((tx) => noteAccountHealth(tx, provider, failure));
  return tried;
}

/** Signs in, and only then keeps the secrets in the vault and the rest in the database. */
export async function connectAccount(
  engine: Engine,
  connector: AccountConnector,
  typed: AccountValues,
  actor: string,
): Promise<Attempt<null>> {
  const { provider, account } = connector;
  const { journal, vault } = engine;
  const tried = await tryTyped(engine, connector, typed);
  if (!tried.ok) return tried;
  for (const field of account.fields.filter(isSecret)) {
    const secret = typed[field.name] ?? '';
    if (secret === '') continue;
    const kept = await vault.keep(secretName(journal.orm, provider, field.name), secret);
    if (!kept.ok) return troubled('secrets-closed', sayClosed(kept.failure));
  }
  await keepAccount(engine, provider, tried.value.settings, actor);
  return attempted(null);
}

/** Once its secrets are kept and it was tried, it is the account that is connected. */
export async function keepAccount(
  { journal }: Engine,
  provider: string,
  settings: AccountValues,
  actor: string,
): Promise<void> {
  await journal.write((tx) => {
    saveIntegration(tx, provider, true, tx.now);
    saveSettings(tx, provider, settings);
    noteAccountHealth(tx, provider, null);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected: true } });
  });
}

/** Switches it off and forgets the account. Answers why its secrets could not be taken out of the vault, or null. */
export async function disconnectAccount(
  { journal, vault, tokens }: Engine,
  { provider, title, account }: AccountConnector,
  actor: string,
): Promise<string | null> {
  const settings = findSettings(journal.orm, provider) ?? {};
  await journal.write((tx) => {
    saveIntegration(tx, provider, false, tx.now);
    saveSettings(tx, provider, null);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected: false } });
  });
  if (account.signIn) {
    const left = await tokens.leave(provider, settings);
    if (!left.ok) return t`It is disconnected, but its keys are still kept. ${sayClosed(left.failure)}`;
    const { takeBackAt } = account.signIn;
    return left.value.isRevoked
      ? null
      : t`It is disconnected, and nothing of it is kept here. ${title} could not be told: take the access back yourself at ${takeBackAt}.`;
  }
  for (const { name } of account.fields.filter(isSecret)) {
    const forgotten = await vault.forget(secretName(journal.orm, provider, name));
    if (!forgotten.ok) return t`It is disconnected, but its password is still kept. ${sayClosed(forgotten.failure)}`;
  }
  return null;
}

/** What was typed over what is kept, so that signing in again wants nothing but the password. */
async function tryTyped(
  engine: Engine,
  connector: AccountConnector,
  typed: AccountValues,
): Promise<Attempt<{ settings: AccountValues; says: string }>> {
  const { account, provider } = connector;
  const kept = findSettings(engine.journal.orm, provider) ?? {};
  let settings = { ...kept, ...plainSettings(account, typed) };
  if (lacking(account, settings, 'found').length > 0 && account.find) {
    const found = await findAccountSettings(engine, connector, settings);
    if (!found.ok) return found;
    settings = { ...found.value.settings, ...settings };
  }
  const lacks = account.fields.find(
    ({ name, kind, isOptional }) => !isOptional && ((kind === 'secret' ? typed : settings)[name] ?? '') === '',
  );
  if (lacks) return troubled('settings', missing(lacks.label), lacks.name);
  const secret = async (field: string) => succeed(typed[field] ?? '');
  const tried = await signIn(engine, connector, { settings, secret });
  return tried.ok ? attempted({ settings: { ...settings, ...tried.value.settings }, says: tried.value.says }) : tried;
}

/** An account whose author forgot a case must not take the request with it, nor put its words before the person. */
export async function signIn(engine: Engine, { provider, account }: AccountConnector, who: Account) {
  try {
    return await account.test(who, { fetch: engine.fetch, signal: AbortSignal.timeout(TIME_LIMIT_MS) });
  } catch (error) {
    // Only its kind: what a library puts into its errors may hold what was sent.
    engine.log.error({ provider, error: error instanceof Error ? error.name : 'unknown' }, 'signing in threw');
    return troubled('unusable', t`Something went wrong while signing in. Nothing was saved.`);
  }
}

/** What the form declares and is no secret. */
function plainSettings({ fields }: AccountDefinition, typed: AccountValues): AccountValues {
  const plain = fields.filter((field) => !isSecret(field) && (typed[field.name] ?? '').trim() !== '');
  return Object.fromEntries(plain.map(({ name }) => [name, (typed[name] ?? '').trim()]));
}

const lacking = ({ fields }: AccountDefinition, settings: AccountValues, when: AccountField['when']) =>
  fields.filter((field) => field.when === when && !field.isOptional && (settings[field.name] ?? '') === '');

export const sayClosed = (failure: Failure): string =>
  ('because' in failure && failure.because) || t`It could not be opened.`;

function failureOf({ provider, title }: Connector, reason: string): Failure {
  if (reason === 'unreachable' || reason === 'certificate') return { kind: 'unreachable', service: title };
  if (reason === 'too-many-tries') return { kind: 'rate-limited', retryAfterSeconds: 60 };
  return { kind: 'needs-reconnect', provider };
}
