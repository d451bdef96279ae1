import { z } from 'zod';
import { owning } from '#contract/api/errors.ts';
import { t } from '#contract/language/t.ts';
import { SecretsSchema } from '#contract/model/secrets.ts';

const tags = ['Integrations'];
const Passphrase = z.object({ passphrase: z.string().min(1).max(1_000) });
/** A new one: long enough that guessing it takes longer than anybody has. */
const NewPassphrase = z.object({
  passphrase: z.string().min(12, t`Take at least 12 characters; a few words are easy to keep in mind.`).max(1_000),
});

export const secrets = {
  get: owning
    .route({ method: 'GET', path: '/secrets', summary: 'Where passwords are kept, and whether that is open', tags })
    .output(SecretsSchema),
  chooseFile: owning
    .route({
      method: 'POST',
      path: '/secrets/file',
      summary: 'Keep passwords in a file that a passphrase opens, where there is no keychain',
      tags,
    })
    .input(NewPassphrase)
    .output(SecretsSchema),
  unlock: owning
    .route({ method: 'POST', path: '/secrets/unlock', summary: 'Open that file', tags })
    .input(Passphrase)
    .output(SecretsSchema),
};
