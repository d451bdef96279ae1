import letters from '#connectors/mail/practice/letters.json' with { type: 'json' };
import { openMailStore } from '#connectors/mail/practice/mail-store.ts';
import { practiceMailbox } from '#connectors/mail/practice/practice-mailbox.ts';
import type { PracticeAccount } from '#connectors/sdk/practice-account.ts';

const ADDRESS = 'alex.morgan@practice.example';
const HOUR_MS = 3_600_000;

/** Nobody’s address at a name that leads nowhere (RFC 2606); nothing ever connects to it. */
export const practiceAccount: PracticeAccount = {
  settings: {
    address: ADDRESS,
    user: ADDRESS,
    imapHost: 'practice.example',
    imapPort: '993',
    imapSecurity: 'tls',
    smtpHost: 'practice.example',
    smtpPort: '465',
    smtpSecurity: 'tls',
    sentCopies: 'app',
  },
  standIn: practiceMailbox,
  async fill(folder, now) {
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
    const store = openMailStore(folder);
    const oldestFirst = letters.toSorted((one, other) => other.hoursAgo - one.hoursAgo);
    for (const [at, { from, subject, hoursAgo, text, seen = false, folder: path = 'INBOX' }] of oldestFirst.entries()) {
      const date = new Date(Date.parse(now) - hoursAgo * HOUR_MS);
      const messageId = `<practice-${at + 1}@practice.example>`;
      const mail = { from, to: `Alex Morgan <${ADDRESS}>`, subject, text, date, messageId };
      const bytes = await new MailComposer({ ...mail, disableFileAccess: true, disableUrlAccess: true })
        .compile()
        .build();
      await store.add(path, bytes, seen ? ['\\Seen'] : [], date.toISOString());
    }
  },
};
