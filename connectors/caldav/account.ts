import { calendarKind } from '#connectors/caldav/calendar-kind.ts';
import { chooseCalendar } from '#connectors/caldav/choose-calendar.ts';
import { attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { davAccount, type KnownService } from '#connectors/sdk/dav/dav-account.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

/** Calendar services that many people use, as their own help pages describe them in November 2026. */
export const knownServices: readonly KnownService[] = [
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    url: 'https://caldav.icloud.com/',
    where: t`account.apple.com, under Sign-In and Security`,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'fastmail.net', 'fastmail.org'],
    url: 'https://caldav.fastmail.com/dav/',
    where: t`app.fastmail.com, under Settings, Privacy & Security`,
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'ymail.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr'],
    url: 'https://caldav.calendar.yahoo.com/',
    where: t`login.yahoo.com, under Security`,
  },
  { name: 'GMX', domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'], url: 'https://caldav.gmx.net/', where: null },
  { name: 'WEB.DE', domains: ['web.de'], url: 'https://caldav.web.de/', where: null },
  { name: 'mailbox.org', domains: ['mailbox.org'], url: 'https://dav.mailbox.org/', where: null },
  { name: 'Posteo', domains: ['posteo.de', 'posteo.net', 'posteo.org'], url: 'https://posteo.de:8443/', where: null },
];

export const account = davAccount({
  kind: calendarKind,
  services: knownServices,
  help: t`Use an app password: one that your calendar service makes for a single program and that you can take back at any time.`,
  staysBehind: t`Your events stay where they are, those that were put there from here too. The password is taken out of this computer; to be sure, take the app password back at your calendar service as well.`,
  protocol: 'CalDAV',
  server: {
    label: t`Calendar server`,
    help: t`For your own server, its CalDAV address, such as https://cloud.example.org/remote.php/dav.`,
  },
  fields: [
    defineField({
      name: 'newEvents',
      label: t`Calendar for new events`,
      kind: 'text',
      when: 'found',
      isOptional: true,
      help: t`The name of one of your calendars. Leave it empty for the first one.`,
    }),
  ],
  async look(dav, { newEvents = '' }) {
    const all = await dav.collections();
    if (all.length === 0) {
      return troubled('unusable', t`There is no calendar for events in this account. Make one there first.`);
    }
    const chosen = chooseCalendar(newEvents, all);
    if (!chosen.ok) {
      const says = chosen.failure.kind === 'invalid-arguments' ? (chosen.failure.problems[0] ?? '') : '';
      return troubled('settings', says, 'newEvents');
    }
    const first = chosen.value;
    const others = all.filter((each) => each !== first);
    const works = t`It works: new events go into ${quote(first.name)}.`;
    if (others.length === 0) return attempted({ says: works });
    const more = others.length === 1 ? t`One other is read too.` : t`${others.length} others are read too.`;
    return attempted({ says: `${works} ${more}` });
  },
});
