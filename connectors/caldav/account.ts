import { forgetAccount } from '#connectors/caldav/account-folder.ts';
import { DavFailure } from '#connectors/caldav/dav-failure.ts';
import { DavSettingsSchema } from '#connectors/caldav/dav-settings.ts';
import { openDav } from '#connectors/caldav/open-dav.ts';
import { type AccountDefinition, type Attempt, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { quote } from '#connectors/sdk/quote.ts';

type Known = {
  readonly name: string;
  readonly domains: readonly string[];
  readonly url: string;
  readonly where: string | null;
};

/** Calendar services that many people use, as their own help pages describe them in November 2026. */
export const knownServices: readonly Known[] = [
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    url: 'https://caldav.icloud.com/',
    where: 'account.apple.com, under Sign-In and Security',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'fastmail.net', 'fastmail.org'],
    url: 'https://caldav.fastmail.com/dav/',
    where: 'app.fastmail.com, under Settings, Privacy & Security',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'ymail.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr'],
    url: 'https://caldav.calendar.yahoo.com/',
    where: 'login.yahoo.com, under Security',
  },
  { name: 'GMX', domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'], url: 'https://caldav.gmx.net/', where: null },
  { name: 'WEB.DE', domains: ['web.de'], url: 'https://caldav.web.de/', where: null },
  { name: 'mailbox.org', domains: ['mailbox.org'], url: 'https://dav.mailbox.org/', where: null },
  { name: 'Posteo', domains: ['posteo.de', 'posteo.net', 'posteo.org'], url: 'https://posteo.de:8443/', where: null },
];

export const account: AccountDefinition = {
  help: 'Use an app password: one that your calendar service makes for a single program and that you can take back at any time.',
  staysBehind:
    'Your events stay where they are, those that were put there from here too. The password is taken out of this computer; to be sure, take the app password back at your calendar service as well.',
  fields: [
    defineField({ name: 'address', label: 'Your address or user name', kind: 'text' }),
    defineField({
      name: 'password',
      label: 'App password',
      kind: 'secret',
      help: 'You find it in the security settings of your service. It is not your usual password.',
    }),
    defineField({ name: 'user', label: 'User name', kind: 'text', when: 'found' }),
    defineField({
      name: 'url',
      label: 'Calendar server',
      kind: 'text',
      when: 'found',
      help: 'For your own server, its CalDAV address, such as https://cloud.example.org/remote.php/dav.',
    }),
  ],
  nameOf: ({ address = '' }) => address,
  async find(typed) {
    const address = (typed.address ?? '').trim();
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const known = knownServices.find(({ domains }) => domains.includes(domain));
    if (known) {
      const says = `This is ${known.name}.${known.where === null ? '' : ` Its app passwords are made at ${known.where}.`}`;
      return attempted({ settings: { ...typed, user: address, url: known.url }, says });
    }
    const url = address.includes('@') && domain !== '' ? `https://${domain}/` : (typed.url ?? 'https://');
    const says = 'I don’t know this service. This is a guess; please enter the CalDAV address that it gives you.';
    return attempted({ settings: { ...typed, user: address, url }, says });
  },
  async test({ settings, secret }, reach): Promise<Attempt<{ says: string }>> {
    const parsed = DavSettingsSchema.safeParse(settings);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const says = issue?.message.endsWith('.') ? issue.message : 'Something here does not fit.';
      return troubled('settings', says, String(issue?.path[0] ?? 'url'));
    }
    const password = await secret('password');
    if (!password.ok) return troubled('secrets-closed', 'The password can’t be read from where it is kept.');
    const { user, url } = parsed.data;
    forgetAccount(`${user} ${url}`);
    try {
      const [first, ...others] = await openDav(parsed.data, password.value, reach).calendars();
      if (!first) return troubled('unusable', 'There is no calendar for events in this account. Make one there first.');
      const more =
        others.length === 0 ? '' : ` ${others.length === 1 ? 'One other is' : `${others.length} others are`} read too.`;
      return attempted({ says: `It works: new events go into ${quote(first.name)}.${more}` });
    } catch (error) {
      if (!(error instanceof DavFailure)) throw error;
      return tell(error, new URL(url).host);
    }
  },
};

function tell({ failure }: DavFailure, host: string): Attempt<never> {
  switch (failure.kind) {
    case 'needs-reconnect':
      return troubled('wrong-password', `${host} did not take this user name and password.`, 'password');
    case 'rate-limited':
      return troubled('too-many-tries', `${host} is turning everyone away for a moment. Try again in a few minutes.`);
    case 'unreachable':
      return troubled('unreachable', `Couldn’t find calendars at ${host}. Check the address of the server.`, 'url');
    default:
      return troubled('unusable', `${host} did not answer as a calendar server does. Check its address.`, 'url');
  }
}
