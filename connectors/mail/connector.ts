import { account } from '#connectors/mail/account.ts';
import { archiveMail } from '#connectors/mail/actions/archive-mail.ts';
import { draftMail } from '#connectors/mail/actions/draft-mail.ts';
import { draftReply } from '#connectors/mail/actions/draft-reply.ts';
import { findMail } from '#connectors/mail/actions/find-mail.ts';
import { markMail } from '#connectors/mail/actions/mark-mail.ts';
import { moveMail } from '#connectors/mail/actions/move-mail.ts';
import { readMail } from '#connectors/mail/actions/read-mail.ts';
import { saveAttachments } from '#connectors/mail/actions/save-attachments.ts';
import { searchMail } from '#connectors/mail/actions/search-mail.ts';
import { sendMail } from '#connectors/mail/actions/send-mail.ts';
import { sendReply } from '#connectors/mail/actions/send-reply.ts';
import { practiceAccount } from '#connectors/mail/practice/practice-account.ts';
import { watchInbox } from '#connectors/mail/watch-inbox.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { emailArrived } from '#connectors/sdk/mail/email-arrived.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'mail',
  title: t`Mail`,
  says: t`Your email: it is read and sorted where you ask for that, and written and sent once you said yes.`,
  lives: 'account',
  account,
  practice: practiceAccount,
  actions: [
    findMail,
    searchMail,
    readMail,
    saveAttachments,
    markMail,
    archiveMail,
    moveMail,
    draftMail,
    draftReply,
    sendMail,
    sendReply,
  ],
  happenings: [emailArrived],
  watch: watchInbox,
  files: [],
});
