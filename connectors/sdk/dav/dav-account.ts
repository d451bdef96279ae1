import { type AccountDefinition, type Attempt, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { forgetAccount } from '#connectors/sdk/dav/account-folder.ts';
import { DavSettingsSchema } from '#connectors/sdk/dav/dav-settings.ts';
import { accountName } from '#connectors/sdk/dav/in-account.ts';
import { type Dav, type DavKind, openDav } from '#connectors/sdk/dav/open-dav.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
import type { AccountField, AccountValues } from '#contract/model/account.ts';

export type KnownService = {
  readonly name: string;
  readonly domains: readonly string[];
  readonly url: string;
  readonly where: string | null;
};

/** What differs between an account for events and one for cards. */
type DavAccountParts = {
  readonly kind: DavKind;
  readonly services: readonly KnownService[];
  readonly help: string;
  readonly staysBehind: string;
  /** `Calendar server`, with the way to find its address. */
  readonly server: { readonly label: string; readonly help: string };
  readonly protocol: string;
  readonly fields?: readonly AccountField[];
  /** Looks at what the account holds. */
  look(dav: Dav, settings: AccountValues): Promise<Attempt<{ says: string }>>;
};

/** An account over DAV: an address and an app password; where the server is, is known or typed. */
export function davAccount(parts: DavAccountParts): AccountDefinition {
  const { kind, services, help, staysBehind, server, protocol, look } = parts;
  return {
    help,
    staysBehind,
    fields: [
      defineField({ name: 'address', label: t`Your address or user name`, kind: 'text' }),
      defineField({
        name: 'password',
        label: t`App password`,
        kind: 'secret',
        help: t`You find it in the security settings of your service. It is not your usual password.`,
      }),
      defineField({ name: 'user', label: t`User name`, kind: 'text', when: 'found' }),
      defineField({ name: 'url', ...server, kind: 'text', when: 'found' }),
      ...(parts.fields ?? []),
    ],
    nameOf: ({ address = '' }) => address,
    async find(typed) {
      const address = (typed.address ?? '').trim();
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
      const known = services.find(({ domains }) => domains.includes(domain));
      if (known) {
        const where = known.where === null ? '' : ` ${t`Its app passwords are made at ${known.where}.`}`;
        const says = `${t`This is ${known.name}.`}${where}`;
        return attempted({ settings: { ...typed, user: address, url: known.url }, says });
      }
      const url = address.includes('@') && domain !== '' ? `https://${domain}/` : (typed.url ?? 'https://');
      const says = t`I don’t know this service. This is a guess; please enter the ${protocol} address that it gives you.`;
      return attempted({ settings: { ...typed, user: address, url }, says });
    },
    async test({ settings, secret }, reach): Promise<Attempt<{ says: string }>> {
      const parsed = DavSettingsSchema.safeParse(settings);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const says = issue?.message.endsWith('.') ? issue.message : t`Something here does not fit.`;
        return troubled('settings', says, String(issue?.path[0] ?? 'url'));
      }
      const password = await secret('password');
      if (!password.ok) return troubled('secrets-closed', t`The password can’t be read from where it is kept.`);
      forgetAccount(accountName(parsed.data));
      try {
        return await look(openDav(kind, parsed.data, password.value, reach), settings);
      } catch (error) {
        if (!(error instanceof ServiceFailure)) throw error;
        return tell(error, new URL(parsed.data.url).host, kind);
      }
    },
  };
}

function tell({ failure }: ServiceFailure, host: string, { words: { things, server } }: DavKind): Attempt<never> {
  switch (failure.kind) {
    case 'needs-reconnect':
      return troubled('wrong-password', t`${host} did not take this user name and password.`, 'password');
    case 'rate-limited':
      return troubled('too-many-tries', t`${host} is turning everyone away for a moment. Try again in a few minutes.`);
    case 'unreachable':
      return troubled('unreachable', t`Couldn’t find ${things} at ${host}. Check the address of the server.`, 'url');
    default:
      return troubled('unusable', t`${host} did not answer as ${server} does. Check its address.`, 'url');
  }
}
