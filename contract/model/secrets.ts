import { z } from 'zod';

/**
 * Where passwords are kept. `keychain`: this computer's own. `file`: one that only the person's passphrase opens,
 * which they chose because there is no keychain.
 */
export const SecretsSchema = z.object({
  keptIn: z.enum(['keychain', 'file']),
  state: z.enum(['open', 'locked', 'missing']),
  /** The same as one plain sentence, with what to do. */
  says: z.string(),
});
export type Secrets = z.infer<typeof SecretsSchema>;
