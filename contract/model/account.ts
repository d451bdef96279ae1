import { z } from 'zod';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';

/** One field of the form by which an account is connected, as its connector declares it. */
export const AccountFieldSchema = z.object({
  name: z.string().regex(/^[a-z][A-Za-z]{0,40}$/),
  label: z.string(),
  /** `secret` goes to the keychain and nowhere else; it is never told again. `file`: the text of one, used and not kept. */
  kind: z.enum(['text', 'email', 'secret', 'file', 'number', 'choice']),
  /** One sentence under the field; null where the label says it all. */
  help: z.string().nullable(),
  /** The values of a choice, with what the person reads. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  /** `asked` first; `found` is what can be found out from that, shown for a look before it is used. */
  when: z.enum(['asked', 'found']),
  /** Whether it can be left empty. */
  isOptional: z.boolean(),
});
export type AccountField = z.infer<typeof AccountFieldSchema>;

/** What the person typed or what was found for them: strings by field name. */
export const AccountValuesSchema = z.record(z.string().max(60), z.string().max(2_000));
export type AccountValues = z.infer<typeof AccountValuesSchema>;

/** Why an account could not be signed in to. The sentence for the person stands beside it. */
export const AccountTroubleSchema = z.object({
  reason: z.enum([
    'wrong-password',
    'needs-app-password',
    'unreachable',
    'certificate',
    'too-many-tries',
    'unusable',
    /** For what is signed in to in the browser. */
    'not-allowed',
    'too-late',
    'wrong-client',
    'not-switched-on',
    'settings',
    'secrets-closed',
  ]),
  /** What happened and what to do, in plain words. */
  says: z.string(),
  /** The field that it is about; null when it is about none. */
  field: z.string().nullable(),
});
export type AccountTrouble = z.infer<typeof AccountTroubleSchema>;

/** How a connected account does. */
export const AccountHealthSchema = z.object({
  /** When it last answered; null before the first time. */
  lastSyncAt: InstantSchema.nullable(),
  /** What went wrong since; null while all is well. */
  lastFailure: z.object({ at: InstantSchema, failure: FailureSchema }).nullable(),
});
export type AccountHealth = z.infer<typeof AccountHealthSchema>;

/** How an account is signed in to in the person's own browser. */
export const SignInFormSchema = z.object({
  /** How the person comes by what the form asks for; a link is for them to open. */
  guide: z.array(z.object({ says: z.string(), link: z.string().nullable() })),
  /** What can be allowed, each by itself. */
  parts: z.array(z.object({ name: z.string(), label: z.string(), says: z.string(), isAllowed: z.boolean() })),
});
export type SignInForm = z.infer<typeof SignInFormSchema>;

/** A sign-in that waits for the person to come back from the browser. */
export const SignInSchema = z.object({
  id: z.string(),
  /** What has to be opened in the browser. */
  url: z.string(),
  /** Whether the person's browser was asked to open it. */
  isOpened: z.boolean(),
});
export type SignIn = z.infer<typeof SignInSchema>;

/** How an account is connected, and the one that is. */
export const AccountSchema = z.object({
  /** One sentence above the form. */
  help: z.string(),
  fields: z.array(AccountFieldSchema),
  /** What is left at the service and here once it is disconnected. */
  staysBehind: z.string(),
  /** The name that the person knows the connected one by; null when none is. */
  name: z.string().nullable(),
  /** Everything but the secrets. */
  settings: AccountValuesSchema,
  health: AccountHealthSchema,
  /** For what is signed in to in the browser; null where the form is all. */
  signIn: SignInFormSchema.nullable(),
  /** When the service lets this sign-in end by itself, and what helps; null where it does not, or does not say. */
  ending: z.object({ at: InstantSchema, says: z.string() }).nullable(),
});
export type Account = z.infer<typeof AccountSchema>;
