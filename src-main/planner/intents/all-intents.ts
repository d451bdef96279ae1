import { listBills, payBill, showBalance } from '#main/planner/intents/bank/bank-intents.ts';
import { changeEvent } from '#main/planner/intents/calendar/change-event.ts';
import { createEvent } from '#main/planner/intents/calendar/create-event.ts';
import { deleteEvent } from '#main/planner/intents/calendar/delete-event.ts';
import { findEvent } from '#main/planner/intents/calendar/find-event.ts';
import { findFreeTime } from '#main/planner/intents/calendar/find-free-time.ts';
import { inviteToEvent } from '#main/planner/intents/calendar/invite-to-event.ts';
import { listEvents } from '#main/planner/intents/calendar/list-events.ts';
import { moveEvent } from '#main/planner/intents/calendar/move-event.ts';
import {
  addContact,
  changeContact,
  deleteContact,
  importContacts,
} from '#main/planner/intents/contacts/keep-contact.ts';
import { callContact, findContact, listContacts } from '#main/planner/intents/contacts/look-up-contact.ts';
import { keepCv, tailorCv } from '#main/planner/intents/cv/tailor-cv.ts';
import { findFiles, listFolder, readFile } from '#main/planner/intents/files/look-for-files.ts';
import { copyFiles, makeFolder, moveFiles, renameFile, trashFiles } from '#main/planner/intents/files/move-files.ts';
import { sortFolder } from '#main/planner/intents/files/sort-folder.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { applyForJob, searchJobs } from '#main/planner/intents/jobs/job-intents.ts';
import { addItems } from '#main/planner/intents/lists/add-items.ts';
import { checkItems } from '#main/planner/intents/lists/check-items.ts';
import { deleteList } from '#main/planner/intents/lists/delete-list.ts';
import { fillChecklist } from '#main/planner/intents/lists/fill-checklist.ts';
import { removeItems } from '#main/planner/intents/lists/remove-items.ts';
import { showList } from '#main/planner/intents/lists/show-list.ts';
import { discardDraft } from '#main/planner/intents/mail/discard-draft.ts';
import { draftToFound } from '#main/planner/intents/mail/draft-to-found.ts';
import { findDraft } from '#main/planner/intents/mail/find-draft.ts';
import { listDrafts } from '#main/planner/intents/mail/list-drafts.ts';
import { lookForMail } from '#main/planner/intents/mail/look-for-mail.ts';
import { readMail } from '#main/planner/intents/mail/read-mail.ts';
import { archiveMail, keepMail, markMail, moveMail } from '#main/planner/intents/mail/sort-mail.ts';
import { writeDraft } from '#main/planner/intents/mail/write-draft.ts';
import { forgetFact } from '#main/planner/intents/memory/forget-fact.ts';
import { recallFact } from '#main/planner/intents/memory/recall-fact.ts';
import { rememberFact, statedFact } from '#main/planner/intents/memory/remember-fact.ts';
import { addToNote } from '#main/planner/intents/notes/add-to-note.ts';
import { deleteNote } from '#main/planner/intents/notes/delete-note.ts';
import { findNote } from '#main/planner/intents/notes/find-note.ts';
import { listNotes } from '#main/planner/intents/notes/list-notes.ts';
import { writeNote } from '#main/planner/intents/notes/write-note.ts';
import { openFound } from '#main/planner/intents/open-found.ts';
import { googleDocsIntents } from '#main/planner/intents/pages/google-docs-intents.ts';
import { notionIntents } from '#main/planner/intents/pages/notion-intents.ts';
import { cancelReminder } from '#main/planner/intents/reminders/cancel-reminder.ts';
import { createReminder } from '#main/planner/intents/reminders/create-reminder.ts';
import { listReminders } from '#main/planner/intents/reminders/list-reminders.ts';
import { moveReminder } from '#main/planner/intents/reminders/move-reminder.ts';
import { postMessage, readChannel, searchMessages } from '#main/planner/intents/slack/slack-intents.ts';
import { sumUpIntents } from '#main/planner/intents/texts/sum-up.ts';
import { writeText } from '#main/planner/intents/texts/write-text.ts';

/** Everything that can be asked for. The first that fits is taken, so the more particular stand first. */
export const allIntents: readonly Intent[] = [
  keepCv,
  tailorCv,
  rememberFact,
  forgetFact,
  recallFact,
  draftToFound,
  openFound,
  postMessage,
  searchMessages,
  readChannel,
  ...notionIntents,
  ...googleDocsIntents,
  payBill,
  listBills,
  showBalance,
  applyForJob,
  searchJobs,
  importContacts,
  changeContact,
  addContact,
  deleteContact,
  findContact,
  listContacts,
  callContact,
  cancelReminder,
  moveReminder,
  createReminder,
  listReminders,
  discardDraft,
  deleteNote,
  addToNote,
  checkItems,
  removeItems,
  deleteList,
  showList,
  fillChecklist,
  addItems,
  listDrafts,
  findDraft,
  ...sumUpIntents,
  writeText,
  listNotes,
  findNote,
  writeNote,
  readMail,
  lookForMail,
  archiveMail,
  markMail,
  moveMail,
  keepMail,
  inviteToEvent,
  sortFolder,
  listFolder,
  makeFolder,
  renameFile,
  copyFiles,
  moveFiles,
  trashFiles,
  readFile,
  findFiles,
  writeDraft,
  findFreeTime,
  findEvent,
  listEvents,
  changeEvent,
  moveEvent,
  deleteEvent,
  createEvent,
  statedFact,
];
