import { saidIn } from '#contract/language/said-in.ts';
import type { ProviderSetting } from '#contract/model/model-settings.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { isOnThisComputer, readAddress } from '#main/model-router/address.ts';
import type { OfferedModel, Provider } from '#main/model-router/provider.ts';
import { compatible } from '#main/model-router/providers/compatible.ts';
import { ollama } from '#main/model-router/providers/ollama.ts';
import { openAi } from '#main/model-router/providers/openai.ts';
import { usualAddress } from '#main/model-router/settings-in-force.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

/** A key by the name of its secret; null where there is none. */
export type ReadSecret = (name: string) => Promise<string | null>;

export type Surroundings = {
  readonly fetch: typeof globalThis.fetch;
  /** `OPENAI_BASE_URL` and `OLLAMA_HOST`, for where nothing is set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly readSecret: ReadSecret;
};

/** How a provider stands right now. Null `provider`: it can't be asked, and `says` tells why. */
export type Standing = {
  readonly setting: ProviderSetting;
  readonly provider: Provider | null;
  readonly onThisComputer: boolean;
  readonly hasKey: boolean;
  readonly offers: readonly OfferedModel[];
  readonly says: string;
};

/** What is found on this computer answers at once or not at all. */
const FIND_WITHIN_MS = 1_500;
const OLLAMA_PORT = '11434';

/** Finds out whether a provider can be asked. One that needs a key is not called for that. */
export async function findStanding(setting: ProviderSetting, around: Surroundings): Promise<Standing> {
  const baseUrl = addressOf(setting, around.environment);
  const onThisComputer = setting.kind !== 'openai' && baseUrl !== null && isOnThisComputer(baseUrl);
  const key = setting.secret === null ? null : await around.readSecret(setting.secret);
  const about = { setting, onThisComputer, hasKey: key !== null };
  const notReady = (says: string): Standing => ({ ...about, provider: null, offers: [], says });
  if (setting.use === 'off') return notReady(words.off);
  if (baseUrl === null) return notReady(words.noAddress);
  if (setting.secret !== null && key === null) return notReady(words.noKey);
  const fetch = onThisComputer ? withoutDetours(around.fetch) : around.fetch;
  const provider = open(setting, { service: setting.title, baseUrl, key, fetch });
  const ready: Standing = { ...about, provider, offers: [], says: words.ready };
  const offered = await provider.list?.(AbortSignal.timeout(FIND_WITHIN_MS));
  // Not every server can tell what it has; one that was given models by name is asked for those.
  if (offered === undefined || (setting.kind === 'compatible' && !offered.ok)) return ready;
  if (!offered.ok) return notReady(setting.kind === 'ollama' && onThisComputer ? words.notFound : words.unreachable);
  if (offered.value.length === 0) return notReady(words.noModels);
  return { ...ready, offers: offered.value };
}

function addressOf({ kind, baseUrl }: ProviderSetting, environment: Surroundings['environment']): string | null {
  if (baseUrl !== null) return baseUrl;
  switch (kind) {
    case 'openai':
      return environment.OPENAI_BASE_URL?.trim() || (usualAddress.openai ?? null);
    case 'ollama':
      return readAddress(environment.OLLAMA_HOST, OLLAMA_PORT) ?? usualAddress.ollama ?? null;
    case 'compatible':
      return null;
  }
  return assertNever(kind);
}

function open({ kind }: ProviderSetting, options: Parameters<typeof openAi>[0]): Provider {
  switch (kind) {
    case 'openai':
      return openAi(options);
    case 'ollama':
      return ollama(options);
    case 'compatible':
      return compatible(options);
  }
  return assertNever(kind);
}

/** What is on this computer may not send a question on to somewhere else. */
const withoutDetours =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (url, init) =>
    fetch(url, { ...init, redirect: 'error' });
