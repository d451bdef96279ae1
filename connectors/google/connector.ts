import { account } from '#connectors/google/account.ts';
import { googleCalendar } from '#connectors/google/calendar/google-calendar.ts';
import { findGmail, readGmail, saveGmailAttachments, searchInGmail } from '#connectors/google/gmail/actions/reading.ts';
import { archiveGmail, markGmail, moveGmail } from '#connectors/google/gmail/actions/sorting.ts';
import { draftGmail, draftGmailReply, sendGmail, sendGmailReply } from '#connectors/google/gmail/actions/writing.ts';
import { changeEvent } from '#connectors/sdk/calendar/actions/change-event.ts';
import { createEvent } from '#connectors/sdk/calendar/actions/create-event.ts';
import { deleteEvent } from '#connectors/sdk/calendar/actions/delete-event.ts';
import { findEvent } from '#connectors/sdk/calendar/actions/find-event.ts';
import { findFreeTime } from '#connectors/sdk/calendar/actions/find-free-time.ts';
import { listEvents } from '#connectors/sdk/calendar/actions/list-events.ts';
import { moveEvent } from '#connectors/sdk/calendar/actions/move-event.ts';
import { overAccount } from '#connectors/sdk/calendar/over-account.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';

const inCalendar = [createEvent, findEvent, listEvents, findFreeTime, moveEvent, changeEvent, deleteEvent];

export const connector = defineConnector({
  provider: 'google',
  title: 'Google',
  says: 'Your Google calendar and your Gmail, each only if you allow it. Once the calendar is connected, events are put and looked for there.',
  lives: 'account',
  account,
  actions: [
    ...inCalendar.map((action) => overAccount(googleCalendar, action)),
    findGmail,
    searchInGmail,
    readGmail,
    saveGmailAttachments,
    markGmail,
    archiveGmail,
    moveGmail,
    draftGmail,
    draftGmailReply,
    sendGmail,
    sendGmailReply,
  ],
  files: [],
});
