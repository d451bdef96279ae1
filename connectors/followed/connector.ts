import { account } from '#connectors/followed/account.ts';
import { lookAtCalendars } from '#connectors/followed/actions/look-at-calendars.ts';
import { readFollowed } from '#connectors/followed/followed-files.ts';
import { watchLinks } from '#connectors/followed/watch-links.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'followed',
  title: t`Calendars you follow`,
  says: t`Calendars that others give out under a link: a timetable, a team, holidays. They are only read, and stand beside your own.`,
  lives: 'account',
  account,
  actions: [lookAtCalendars],
  followed: readFollowed,
  watch: watchLinks,
  files: [],
});
