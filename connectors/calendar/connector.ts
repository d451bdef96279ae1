import { changeEvent } from '#connectors/sdk/calendar/actions/change-event.ts';
import { createEvent } from '#connectors/sdk/calendar/actions/create-event.ts';
import { deleteEvent } from '#connectors/sdk/calendar/actions/delete-event.ts';
import { findEvent } from '#connectors/sdk/calendar/actions/find-event.ts';
import { findFreeTime } from '#connectors/sdk/calendar/actions/find-free-time.ts';
import { listEvents } from '#connectors/sdk/calendar/actions/list-events.ts';
import { moveEvent } from '#connectors/sdk/calendar/actions/move-event.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';
import { eventTexts } from '#connectors/sdk/calendar/event-texts.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'calendar',
  title: t`Calendar on this computer`,
  says: t`Your events, in one calendar file on this computer that any calendar program can open or subscribe to.`,
  lives: 'computer',
  actions: [createEvent, findEvent, listEvents, findFreeTime, moveEvent, changeEvent, deleteEvent],
  texts: eventTexts,
  files: [{ name: CALENDAR_FILE, title: t`Your calendar`, mediaType: 'text/calendar' }],
});
