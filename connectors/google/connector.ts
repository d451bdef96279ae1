import { account } from '#connectors/google/account.ts';
import { createInGoogle } from '#connectors/google/calendar/create-in-google.ts';
import { googleCalendar } from '#connectors/google/calendar/google-calendar.ts';
import { addToDoc } from '#connectors/google/docs/actions/add-to-doc.ts';
import { findDocs } from '#connectors/google/docs/actions/find-docs.ts';
import { readDoc } from '#connectors/google/docs/actions/read-doc.ts';
import { writeDoc } from '#connectors/google/docs/actions/write-doc.ts';
import { findGmail, readGmail, saveGmailAttachments, searchInGmail } from '#connectors/google/gmail/actions/reading.ts';
import { archiveGmail, markGmail, moveGmail } from '#connectors/google/gmail/actions/sorting.ts';
import { draftGmail, draftGmailReply, sendGmail, sendGmailReply } from '#connectors/google/gmail/actions/writing.ts';
import { watchGmailEvery } from '#connectors/google/gmail/watch-gmail.ts';
import { changeEvent } from '#connectors/sdk/calendar/actions/change-event.ts';
import { createEvent } from '#connectors/sdk/calendar/actions/create-event.ts';
import { deleteEvent } from '#connectors/sdk/calendar/actions/delete-event.ts';
import { findEvent } from '#connectors/sdk/calendar/actions/find-event.ts';
import { findFreeTime } from '#connectors/sdk/calendar/actions/find-free-time.ts';
import { listEvents } from '#connectors/sdk/calendar/actions/list-events.ts';
import { moveEvent } from '#connectors/sdk/calendar/actions/move-event.ts';
import { overAccount } from '#connectors/sdk/calendar/over-account.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { emailArrived } from '#connectors/sdk/mail/email-arrived.ts';
import { t } from '#contract/language/t.ts';

/** Often enough for what waits for an email, and far below what Gmail lets a program ask. */
const GMAIL_LOOK_MS = 60_000;

const inCalendar = [findEvent, listEvents, findFreeTime, moveEvent, changeEvent, deleteEvent];

export const connector = defineConnector({
  provider: 'google',
  title: 'Google',
  says: t`Your Google calendar, your Gmail and documents that are made from here, each only if you allow it. Once the calendar is connected, events are put and looked for there.`,
  lives: 'account',
  account,
  actions: [
    createInGoogle(createEvent),
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
    findDocs,
    readDoc,
    writeDoc,
    addToDoc,
  ],
  happenings: [emailArrived],
  watch: watchGmailEvery(GMAIL_LOOK_MS),
  files: [],
});
