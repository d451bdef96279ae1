import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { t } from '#contract/language/t.ts';
import { AccountTroubleSchema, AccountValuesSchema, SignInSchema } from '#contract/model/account.ts';
import { IntegrationSchema } from '#contract/model/integration.ts';

const tags = ['Integrations'];
const ByProvider = z.object({ provider: z.string().min(1).max(100) });
/** Of an account, the fields of its form; secrets among them go to the keychain and are never told again. */
const WithSettings = ByProvider.extend({ settings: AccountValuesSchema.optional() });

/** What is to be allowed, by name. */
const PartsSchema = z.array(z.string().max(60)).max(20);

/** Says why an account could not be signed in to. Nothing was saved. */
const CANNOT_SIGN_IN = {
  status: 422,
  message: t`The account could not be signed in to. Nothing was saved.`,
  data: AccountTroubleSchema,
} as const;

export const integrations = {
  list: viewing
    .route({ method: 'GET', path: '/integrations', summary: 'What it can work with', tags })
    .output(z.object({ items: z.array(IntegrationSchema) })),
  connect: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/connect',
      summary: 'Switch one on; an account is signed in to first, a folder (`settings.folder`) is added',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(
      WithSettings.extend({
        /** A sign-in that was begun in the browser: this waits until the person has come back from it. */
        signIn: z.string().max(100).optional(),
        parts: PartsSchema.optional(),
      }),
    )
    .output(IntegrationSchema),
  signIn: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/sign-in',
      summary: 'Begin to sign in in the browser; saves nothing, and `connect` finishes it',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(WithSettings.extend({ parts: PartsSchema }))
    .output(SignInSchema),
  find: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/find-settings',
      summary: 'Find out the rest of an account’s settings from what was typed; saves nothing',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(WithSettings)
    .output(z.object({ settings: AccountValuesSchema, says: z.string() })),
  test: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/test',
      summary: 'Sign in to an account to see whether that works; saves no settings',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(WithSettings)
    .output(z.object({ says: z.string() })),
  disconnect: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/disconnect',
      summary: 'Switch one off, or take out one of its folders; nothing of it is used any more',
      tags,
    })
    .input(ByProvider.extend({ folder: z.string().max(60).optional() }))
    .output(IntegrationSchema),
  chooseFolder: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/choose-folder',
      summary: 'Show the system’s own way of choosing a folder, in the app’s window; saves nothing',
      tags,
    })
    .input(ByProvider)
    .output(z.object({ path: z.string().nullable() })),
  handOver: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/hand-over',
      successStatus: 201,
      summary: 'Hand it a file; what becomes of it is planned and shown like any request',
      tags,
    })
    .input(ByProvider.extend({ name: z.string().min(1).max(300), text: z.string() }))
    .output(z.object({ runId: z.string(), fileName: z.string() })),
  file: viewing
    .route({
      method: 'GET',
      path: '/integrations/{provider}/files/{name}',
      summary: 'A file that other programs can open',
      tags,
    })
    .input(ByProvider.extend({ name: z.string().min(1).max(200) }))
    .output(z.file()),
};
