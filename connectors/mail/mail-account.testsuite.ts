import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll } from 'vitest';
import type { Account } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import type { ServiceTrouble, TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import { succeed } from '#contract/model/result.ts';
import { type Cut, cutInTheMiddle } from '#tests/peers/cut-in-the-middle.ts';
import { type Dovecot, startDovecot } from '#tests/peers/start-dovecot.ts';
import { type Smtp, startSmtp } from '#tests/peers/start-smtp.ts';

/** Real servers for a whole file of tests, and an account of its own on them for each. */
export type MailServers = {
  dovecot(): Dovecot;
  smtp(): Smtp;
  /** A fresh account, reached through ways that can be cut. */
  openService(): Promise<TrialService>;
  settingsFor(address: string): Record<string, string>;
  /** Puts an email into a folder, as if it had arrived there. */
  arrive(address: string, email: string, folder?: string, flags?: string[]): Promise<void>;
  /** Works on the account directly, as another mail program of the person does. */
  byHand<T>(address: string, work: (client: ImapFlow) => Promise<T>): Promise<T>;
  snapshot(address: string): Promise<Record<string, string[]>>;
};

const imapChange: Cut = {
  command: /^(\S+) (UID MOVE|UID STORE|UID COPY|UID EXPUNGE|APPEND) /m,
  done: (command) => new RegExp(`^${command.split(' ')[0]} (OK|NO)`, 'm'),
};
/** The end of the text of an email. */
const smtpText = /^\.\r\n/m;
const smtpChange: Cut = { command: /^DATA\r\n/m, done: () => /^354[\s\S]*^250 /m };

/** What a server of each kind says to whoever comes while it is in trouble. */
const said: Readonly<Record<Exclude<ServiceTrouble, 'revoked'>, { imap: string; smtp: string }>> = {
  down: { imap: '', smtp: '' },
  busy: {
    imap: '* BYE [UNAVAILABLE] Too many connections, try again later\r\n',
    smtp: '421 4.7.0 Too many connections, try again later\r\n',
  },
  garbled: { imap: '\u0000\u0001HTTP/1.1 400\r\n\r\n{"what": "is this"}\r\n', smtp: 'SSH-2.0-OpenSSH_9.2\r\n' },
};

export function withMailServers(): MailServers {
  let dovecot: Dovecot;
  let smtp: Smtp;
  let accounts = 0;
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtp(() => dovecot.password);
  });
  afterAll(async () => {
    for (const address of [...others.keys()]) signOut(address);
    await smtp?.stop();
    await dovecot?.stop();
  });

  /** The other program of the person stays signed in, as such programs do. */
  const others = new Map<string, ImapFlow>();

  async function otherProgram(address: string): Promise<ImapFlow> {
    const signedIn = others.get(address);
    if (signedIn?.usable) return signedIn;
    const auth = { user: address, pass: dovecot.password };
    const { host, port } = dovecot;
    const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
    await client.connect();
    others.set(address, client);
    return client;
  }

  async function byHand<T>(address: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = await otherProgram(address);
    try {
      return await work(client);
    } finally {
      // Opened afresh the next time, so that what others did meanwhile is seen.
      if (client.mailbox) await client.mailboxClose();
    }
  }

  const signOut = (address: string) => {
    others.get(address)?.close();
    others.delete(address);
  };

  const settingsFor = (address: string, ports = { imap: dovecot.port, smtp: smtp.port }) => ({
    address,
    user: address,
    imapHost: '127.0.0.1',
    imapPort: String(ports.imap),
    imapSecurity: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: String(ports.smtp),
    smtpSecurity: 'none',
    sentCopies: 'server',
  });

  const arrive: MailServers['arrive'] = (address, email, folder = 'INBOX', flags = []) =>
    byHand(address, async (client) => {
      await client.append(folder, email.replaceAll(/\r?\n/g, '\r\n'), flags);
    });

  const snapshot = (address: string) =>
    byHand(address, async (client) => {
      const folders: Record<string, string[]> = {};
      for (const { path } of await client.list()) {
        const { exists } = await client.mailboxOpen(path, { readOnly: true });
        const messages = exists === 0 ? [] : await client.fetchAll('1:*', { source: true, flags: true });
        folders[path] = messages
          .map(({ source, flags }) => {
            const marks = [...(flags ?? [])].filter((flag) => flag !== '\\Recent').sort();
            return `${hashOf(source ?? '')} ${marks.join(' ')}`;
          })
          .sort();
      }
      return folders;
    });

  return {
    dovecot: () => dovecot,
    smtp: () => smtp,
    byHand,
    arrive,
    snapshot,
    settingsFor,
    async openService() {
      accounts += 1;
      const address = `person-${accounts}@example.org`;
      const [imapWay, smtpWay] = [await cutInTheMiddle(dovecot.port), await cutInTheMiddle(smtp.port)];
      let password = dovecot.password;
      smtp.onTaken = (user, text) => arrive(user, text, 'Sent', ['\\Seen']);
      const account: Account = {
        settings: settingsFor(address, { imap: imapWay.port, smtp: smtpWay.port }),
        secret: async () => succeed(password),
      };
      return {
        account,
        snapshot: () => snapshot(address),
        cut(when) {
          imapWay.cut(imapChange, when);
          smtpWay.cut(smtpChange, when);
        },
        // A hand-over asks twice: that the text may come, and that it was taken. The answer to the text is kept back.
        fallSilent() {
          imapWay.cut(imapChange, 'silent');
          smtpWay.cut({ ...smtpChange, command: smtpText }, 'silent');
        },
        hasCut: () => imapWay.hasCut() || smtpWay.hasCut(),
        be(trouble) {
          password = trouble === 'revoked' ? 'the one before' : dovecot.password;
          const words = trouble === null || trouble === 'revoked' ? null : said[trouble];
          imapWay.answer(words?.imap ?? null);
          smtpWay.answer(words?.smtp ?? null);
        },
        async close() {
          signOut(address);
          await imapWay.stop();
          await smtpWay.stop();
        },
      };
    },
  };
}

/** Whose account a trial works on. */
export const addressOf = ({ account }: Pick<Surroundings, 'account'>): string => account?.settings.address ?? '';
