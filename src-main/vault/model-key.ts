import type { Orm } from '#db/open-database.ts';
import { secretName } from '#main/vault/secret-name.ts';
import type { Vault } from '#main/vault/vault.ts';

/** The name of a key of a provider of models, beside those of accounts. */
export const modelKeyName = (orm: Orm, secret: string): string => secretName(orm, 'models', secret);

/** The one name that programs look for in the environment; no setting can have another variable sent anywhere. */
const IN_ENVIRONMENT = 'OPENAI_API_KEY';

/**
 * The key of a provider of models: the one that the person keeps here, else OpenAI's from the environment. Null where
 * there is none, and while passwords can't be read.
 */
export const modelKeyReader =
  (orm: Orm, vault: Vault, environment: Readonly<Record<string, string | undefined>>) =>
  async (secret: string): Promise<string | null> => {
    const kept = await vault.find(modelKeyName(orm, secret));
    const around = secret === IN_ENVIRONMENT ? environment[IN_ENVIRONMENT] : undefined;
    return (kept.ok ? kept.value : null) ?? (around || null);
  };
