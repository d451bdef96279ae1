import { saidIn } from '#contract/language/said-in.ts';
import type { ModelSettings } from '#contract/model/model-settings.ts';
import { isOnThisComputer } from '#main/model-router/address.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

type NotTaken = { readonly refused: 'bad-request'; readonly says: string };

/** Why settings can't be taken as they are, or null. */
export function findSettingsProblem({ providers, models }: ModelSettings): NotTaken | null {
  const refuse = (says: string): NotTaken => ({ refused: 'bad-request', says });
  if (new Set(providers.map(({ id }) => id)).size < providers.length) return refuse(words.twice);
  const homeless = providers.find(({ kind, baseUrl }) => kind === 'compatible' && baseUrl === null);
  if (homeless) return refuse(words.needsAddress.replace('{provider}', homeless.title));
  for (const { provider, name, price } of models) {
    const asked = providers.find(({ id }) => id === provider);
    if (!asked) return refuse(words.unknownProvider.replace('{model}', name));
    const isHere = asked.kind === 'ollama' || (asked.kind === 'compatible' && isOnThisComputer(asked.baseUrl ?? ''));
    if (price === null && !isHere) return refuse(words.needsPrice.replace('{model}', name));
  }
  return null;
}
