import { type Account, type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { t } from '#contract/language/t.ts';
import type { AccountValues } from '#contract/model/account.ts';
import type { Failure } from '#contract/model/failure.ts';
import { succeed } from '#contract/model/result.ts';
import type { NewToolServer, ToolMap } from '#contract/model/tool-server.ts';
import { saveSettings } from '#db/repositories/accounts.ts';
import { saveIntegration } from '#db/repositories/settings.ts';
import { forgetTools, listTools, replaceTools, updateTool } from '#db/repositories/tools.ts';
import { noteAccountHealth } from '#main/executor/breaker.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { rowOf, type ToolServerEntry } from '#main/orchestrator/tool-servers.ts';
import { secretName } from '#main/vault/secret-name.ts';

/** As long as it may take to start, and then to say which tools it has. */
const TIME_LIMIT_MS = 55_000;
const SECRET = 'secret';

export const toolServerRefusals = {
  noSuchServer: { refused: 'not-found', says: t`There is no such program. Nothing was changed.` },
  noSuchTool: { refused: 'not-found', says: t`It has no such tool any more. Nothing was changed.` },
  anotherTool: {
    refused: 'conflict',
    says: t`This tool is another than the one that you looked at. Look at it again. Nothing was changed.`,
  },
  noSuchField: { refused: 'bad-request', says: t`It has no such detail that could say whom it reaches.` },
} as const satisfies Record<string, Refusal>;

/** `Home Assistant` as `mcp-home-assistant`; a name without Latin letters by its hash. */
export function providerOf(family: string, name: string): string {
  const words = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const plain = words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const isWhole = /^[a-z0-9 ._-]+$/.test(words) && plain !== '';
  return `${family}-${isWhole ? plain : `x${hashOf(name).slice(0, 10)}`}`;
}

/** Reaches it, and only then keeps it: its secret in the vault, the rest with its tools in the database. */
export async function addToolServer(engine: Engine, wanted: NewToolServer, actor: string): Promise<Attempt<string>> {
  const { journal, vault, toolServers } = engine;
  const [family] = toolServers.families;
  if (!family) return troubled('unusable', t`No such programs can be added here.`);
  const { name, way, at, secret } = wanted;
  const provider = providerOf(family.family, name);
  if (toolServers.find(provider)) return troubled('settings', t`You already have one by this name.`, 'name');
  const settings: AccountValues = { name, way, at, hasSecret: secret.trim() === '' ? 'no' : 'yes' };
  const why = family.whyNotReached(settings, secret.trim());
  if (why !== null) return troubled('settings', why, 'at');
  const account: Account = { settings, secret: async () => succeed(secret.trim()) };
  const asked = await toolServers.runningOf(family).ask(name, account, reachOf(engine));
  if (!asked.ok) return asked;
  if (settings.hasSecret === 'yes') {
    const kept = await vault.keep(secretName(journal.orm, provider, SECRET), secret.trim());
    if (!kept.ok) return troubled('secrets-closed', sayClosed(kept.failure));
  }
  await journal.write((tx) => {
    saveIntegration(tx, provider, true, tx.now);
    saveSettings(tx, provider, settings);
    noteAccountHealth(tx, provider, null);
    const rows = asked.value.map((tool, position) => {
      const map = family.shippedMap(settings, tool);
      return { ...rowOf(provider, tool, position, tx.now), map, mappedBy: map && ('shipped' as const) };
    });
    replaceTools(tx, provider, rows);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected: true } });
  });
  toolServers.reload();
  return attempted(provider);
}

/** Reaches it and looks at its tools; what changed of them is noted on the way. */
export async function refreshToolServer(engine: Engine, entry: ToolServerEntry): Promise<Attempt<null>> {
  const { journal } = engine;
  const { provider } = entry.member;
  const account = engine.tools.accountOf(provider);
  if (account === null) return troubled('settings', t`It is not connected.`);
  const asked = await entry.running.lookAgain(entry.member, account, reachOf(engine));
  const failure = asked.ok ? null : failureOf(entry, asked.trouble.reason);
  // After what was seen: writes are in the order in which they were asked for.
  await journal.write((tx) => noteAccountHealth(tx, provider, failure));
  engine.toolServers.reload();
  return asked.ok ? attempted(null) : asked;
}

/** Keeps what the person says of a tool, given to exactly the version that they looked at. */
export async function mapTool(
  { journal, toolServers }: Engine,
  { member, family }: ToolServerEntry,
  said: { readonly tool: string; readonly version: string; readonly map: ToolMap | null },
  actor: string,
): Promise<Refusal | null> {
  const { provider, title } = member;
  const refusal = await journal.write((tx): Refusal | null => {
    const row = listTools(tx.orm, provider).find(({ name }) => name === said.tool);
    if (!row) return toolServerRefusals.noSuchTool;
    if (row.version !== said.version) return toolServerRefusals.anotherTool;
    const { recipients } = said.map ?? { recipients: null };
    const { fields } = family.tell(provider, row);
    if (recipients !== null && !fields.some(({ name }) => name === recipients)) return toolServerRefusals.noSuchField;
    updateTool(tx, row, { map: said.map, mappedBy: said.map && 'person', changed: false });
    const does = said.map?.does ?? null;
    tx.append({ actor, body: { kind: 'tool.described', provider, tool: row.name, title, does } });
    return null;
  });
  toolServers.reload();
  return refusal;
}

const STAYS_BEHIND = t`What its tools did stays as it is, there and in your timeline. If it was started on this computer, the program itself is still installed; a key that you gave it can be taken back where you got it.`;

/** Ends it, and forgets how it is reached, its secret, and what was said of its tools. Answers what stays behind. */
export async function removeToolServer(
  { journal, vault, toolServers }: Engine,
  { member: { provider, title }, running }: ToolServerEntry,
  actor: string,
): Promise<string> {
  await journal.write((tx) => {
    saveIntegration(tx, provider, false, tx.now);
    saveSettings(tx, provider, null);
    forgetTools(tx, provider);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected: false } });
  });
  toolServers.reload();
  await running.letGo(provider);
  const forgotten = await vault.forget(secretName(journal.orm, provider, SECRET));
  const secret = forgotten.ok ? '' : t` Its secret is still kept. ${sayClosed(forgotten.failure)}`;
  return `${t`${title} is disconnected.`} ${STAYS_BEHIND}${secret}`;
}

const reachOf = ({ fetch }: Engine) => ({ fetch, signal: AbortSignal.timeout(TIME_LIMIT_MS) });

const sayClosed = (failure: Failure): string => ('because' in failure && failure.because) || t`It could not be opened.`;

function failureOf({ member: { title } }: ToolServerEntry, reason: string): Failure {
  if (reason === 'wrong-password') return { kind: 'needs-reconnect', provider: title };
  if (reason === 'too-many-tries') return { kind: 'rate-limited', retryAfterSeconds: 60 };
  return { kind: 'unreachable', service: title };
}
