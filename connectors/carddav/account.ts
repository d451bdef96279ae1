import { cardKind } from '#connectors/carddav/card-kind.ts';
import { attempted, troubled } from '#connectors/sdk/account.ts';
import { davAccount, type KnownService } from '#connectors/sdk/dav/dav-account.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

/** Services with address books that many people use, as their own help pages describe them in November 2026. */
export const knownServices: readonly KnownService[] = [
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    url: 'https://contacts.icloud.com/',
    where: t`account.apple.com, under Sign-In and Security`,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'fastmail.net', 'fastmail.org'],
    url: 'https://carddav.fastmail.com/dav/',
    where: t`app.fastmail.com, under Settings, Privacy & Security`,
  },
  { name: 'GMX', domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'], url: 'https://carddav.gmx.net/', where: null },
  { name: 'WEB.DE', domains: ['web.de'], url: 'https://carddav.web.de/', where: null },
  { name: 'mailbox.org', domains: ['mailbox.org'], url: 'https://dav.mailbox.org/', where: null },
  { name: 'Posteo', domains: ['posteo.de', 'posteo.net', 'posteo.org'], url: 'https://posteo.de:8843/', where: null },
];

export const account = davAccount({
  kind: cardKind,
  services: knownServices,
  help: t`Use an app password: one that your service makes for a single program. Whoever is in these contacts counts as somebody you know.`,
  staysBehind: t`Your contacts stay where they are, those that were added from here too. The password is taken out of this computer, and nobody counts as known from there any more; to be sure, take the app password back at your service as well.`,
  protocol: 'CardDAV',
  server: {
    label: t`Server for contacts`,
    help: t`For your own server, its CardDAV address, such as https://cloud.example.org/remote.php/dav.`,
  },
  async look(dav) {
    const [first, ...others] = await dav.collections();
    if (!first) return troubled('unusable', t`There is no address book in this account. Make one there first.`);
    const works = t`It works: new contacts go into ${quote(first.name)}.`;
    if (others.length === 0) return attempted({ says: works });
    const more = others.length === 1 ? t`One other is read too.` : t`${others.length} others are read too.`;
    return attempted({ says: `${works} ${more}` });
  },
});
