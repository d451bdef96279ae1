import { askAutoconfig } from '#connectors/mail/autoconfig.ts';
import { domainOf, findKnownProvider, settingsOfProvider } from '#connectors/mail/known-providers.ts';
import { MailSettingsSchema } from '#connectors/mail/settings.ts';
import { trySignIn } from '#connectors/mail/try-sign-in.ts';
import {
  type AccountDefinition,
  type AccountReach,
  type Attempt,
  attempted,
  defineField,
  troubled,
} from '#connectors/sdk/account.ts';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { t } from '#contract/language/t.ts';
import type { AccountField, AccountValues } from '#contract/model/account.ts';

const securities = [
  { value: 'tls', label: t`Encrypted from the start (TLS)` },
  { value: 'starttls', label: t`Encrypted after a greeting (STARTTLS)` },
  { value: 'none', label: t`Not encrypted (on this computer only)` },
];
const found = (field: Pick<AccountField, 'name' | 'label' | 'kind'> & Partial<AccountField>): AccountField =>
  defineField({ when: 'found', ...field });

/** A mail account: an address and an app password; everything else is found out where it can be. */
export const account: AccountDefinition = {
  help: t`Use an app password: one that your mail service makes for a single program and that you can take back at any time.`,
  staysBehind: t`Your email stays where it is. Drafts, moved emails and sent emails stay too. The password is taken out of this computer; to be sure, take the app password back at your mail service as well.`,
  fields: [
    defineField({ name: 'address', label: t`Your email address`, kind: 'email' }),
    defineField({
      name: 'password',
      label: t`App password`,
      kind: 'secret',
      help: t`You find it in the security settings of your mail service. It is not your usual password.`,
    }),
    found({ name: 'user', label: t`User name`, kind: 'text' }),
    found({ name: 'imapHost', label: t`Incoming server (IMAP)`, kind: 'text' }),
    found({ name: 'imapPort', label: t`Port of the incoming server`, kind: 'number' }),
    found({ name: 'imapSecurity', label: t`Encryption of the incoming server`, kind: 'choice', choices: securities }),
    found({ name: 'smtpHost', label: t`Outgoing server (SMTP)`, kind: 'text' }),
    found({ name: 'smtpPort', label: t`Port of the outgoing server`, kind: 'number' }),
    found({ name: 'smtpSecurity', label: t`Encryption of the outgoing server`, kind: 'choice', choices: securities }),
    found({
      name: 'sentCopies',
      label: t`Copies of sent email`,
      kind: 'choice',
      choices: [
        { value: 'server', label: t`Your mail service puts them into Sent` },
        { value: 'app', label: t`Life OS puts them into Sent` },
      ],
    }),
  ],
  nameOf: ({ address = '' }) => address,
  find: findSettings,
  async test(who, reach) {
    const parsed = MailSettingsSchema.safeParse(who.settings);
    if (!parsed.success) return doesNotFit(parsed.error.issues[0]);
    const secret = await who.secret('password');
    if (!secret.ok) return troubled('secrets-closed', t`The password can’t be read from where it is kept.`);
    return trySignIn(parsed.data, secret.value, reach.signal);
  },
};

async function findSettings(
  typed: AccountValues,
  reach: AccountReach,
): Promise<Attempt<{ settings: AccountValues; says: string }>> {
  const parsed = AddressSchema.safeParse(typed.address);
  if (!parsed.success) return troubled('settings', t`This is not an email address.`, 'address');
  const address = parsed.data;
  const domain = domainOf(address);
  const known = findKnownProvider(domain);
  if (known) {
    const { name, appPasswordAt, note } = known;
    const says = [
      t`This is ${name}.`,
      ...(appPasswordAt === null ? [] : [t`Its app passwords are made at ${appPasswordAt}.`]),
      ...(note ? [note] : []),
    ].join(' ');
    return attempted({ settings: { ...typed, address, ...settingsOfProvider(known, address) }, says });
  }
  const told = await askAutoconfig(address, reach);
  if (told) return attempted({ settings: { ...typed, address, ...told }, says: t`${domain} says how to reach it.` });
  return attempted({
    settings: { ...typed, address, ...guess(address, domain) },
    says: t`${domain} does not say how to reach it. This is a guess; please compare it with what your mail service tells you.`,
  });
}

const guess = (address: string, domain: string): AccountValues => ({
  user: address,
  imapHost: `imap.${domain}`,
  imapPort: '993',
  imapSecurity: 'tls',
  smtpHost: `smtp.${domain}`,
  smtpPort: '465',
  smtpSecurity: 'tls',
  sentCopies: 'app',
});

function doesNotFit(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined) {
  const name = String(issue?.path[0] ?? '');
  const field = account.fields.find((each) => each.name === name);
  const plain = field === undefined ? t`Something does not fit.` : t`${field.label} does not fit.`;
  const says = issue?.message.endsWith('.') ? issue.message : plain;
  return troubled('settings', says, field?.name ?? null);
}
