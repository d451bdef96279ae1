import { account } from '#connectors/caldav/account.ts';
import { createInCalendar } from '#connectors/caldav/create-in-calendar.ts';
import { overAccount } from '#connectors/caldav/over-account.ts';
import { changeEvent } from '#connectors/sdk/calendar/actions/change-event.ts';
import { createEvent } from '#connectors/sdk/calendar/actions/create-event.ts';
import { deleteEvent } from '#connectors/sdk/calendar/actions/delete-event.ts';
import { findEvent } from '#connectors/sdk/calendar/actions/find-event.ts';
import { findFreeTime } from '#connectors/sdk/calendar/actions/find-free-time.ts';
import { listEvents } from '#connectors/sdk/calendar/actions/list-events.ts';
import { moveEvent } from '#connectors/sdk/calendar/actions/move-event.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'caldav',
  title: t`Calendar account`,
  says: t`Your calendars at iCloud, Fastmail, Nextcloud and others. Once it is connected, events are put and looked for there.`,
  lives: 'account',
  account,
  actions: [
    createInCalendar(createEvent),
    ...[findEvent, listEvents, findFreeTime, moveEvent, changeEvent, deleteEvent].map(overAccount),
  ],
  files: [],
});
