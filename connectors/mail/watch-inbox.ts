import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { signInFailure } from '#connectors/mail/mail-session.ts';
import { summarise, summaryQuery } from '#connectors/mail/message-summary.ts';
import { openImap } from '#connectors/mail/open-imap.ts';
import { standInOf } from '#connectors/mail/practice/mail-stand-in.ts';
import { type MailSettings, readMailSettings } from '#connectors/mail/settings.ts';
import type { Account } from '#connectors/sdk/account.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { arrivalOf } from '#connectors/sdk/mail/email-arrived.ts';
import { pause, readMark } from '#connectors/sdk/watching.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

const MARK = 'inbox.json';
/** How far the inbox has been told of. The numbers of its emails count on only while `uidValidity` is the same. */
const MarkSchema = z.object({ address: z.string(), uidValidity: z.string(), lastUid: z.number() });

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Stays signed in and waits for the server to say that something came (IDLE). */
export function watchInbox(watching: Watching): void {
  const { account, signal } = watching;
  const settings = account && readMailSettings(account.settings);
  // Nothing comes by itself into a made-up account.
  if (!account || !settings || standInOf(account)) return;
  void (async () => {
    let wait = FIRST_WAIT_MS;
    while (!signal.aborted) {
      const began = Date.now();
      const failure = await stay(watching, account, settings);
      if (signal.aborted) return;
      watching.noteHealth(failure);
      // A password that was turned away stays turned away: trying on would lock the account.
      if (failure.kind === 'needs-reconnect') return;
      if (Date.now() - began > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS;
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  })();
}

/** Watches for as long as the connection holds, and answers why it ended. */
async function stay(watching: Watching, account: Account, settings: MailSettings): Promise<Failure> {
  const secret = await account.secret('password');
  if (!secret.ok) return secret.failure;
  let client: ImapFlow;
  try {
    client = await openImap(settings, secret.value, watching.signal, { idles: true });
  } catch (error) {
    return signInFailure(error);
  }
  const ended = new Promise<void>((resolve) => client.once('close', resolve));
  try {
    // Otherwise imapflow asks about the folder by itself, in two more questions.
    await client.list({ listOnly: true });
    const { uidNext } = await client.mailboxOpen('INBOX', { readOnly: true });
    // One look after the other: what comes during a look, the first one too, is seen by the next.
    let looking: Promise<unknown> = Promise.resolve();
    const look = (newest: number | null) => {
      looking = looking
        .then(() => tellNew(watching, client, settings, newest))
        .then(() => {
          if (!watching.signal.aborted) watching.noteHealth(null);
        })
        .catch(() => client.close());
    };
    client.on('exists', () => look(null));
    look(uidNext - 1);
    await looking;
    void client.idle().catch(() => {});
    await ended;
    await looking;
  } catch {
    client.close();
  }
  return { kind: 'unreachable', service: t`your mail server` };
}

/** So many are read at a time: whatever came meanwhile, no more than this is held in memory or read again. */
const PORTION = 200;

/**
 * Tells of everything that came since the mark, oldest first, and moves the mark on after each portion. The first time
 * nothing is new. `newest`: the number of the newest email, where the server has just said it; then nothing is asked
 * when that was told of already.
 */
async function tellNew(
  { folder, report, signal }: Watching,
  client: ImapFlow,
  { address }: MailSettings,
  newest: number | null,
): Promise<void> {
  if (!client.mailbox) return;
  const uidValidity = String(client.mailbox.uidValidity);
  const save = (lastUid: number) => folder.write(MARK, `${JSON.stringify({ address, uidValidity, lastUid })}\n`);
  const mark = await readMark(folder, MARK, MarkSchema);
  if (mark?.uidValidity !== uidValidity || mark.address !== address) {
    await save(client.mailbox.uidNext - 1);
    return;
  }
  if (newest === mark.lastUid) return;
  const found = (await client.search({ uid: `${mark.lastUid + 1}:*` }, { uid: true })) || [];
  // “To the end” always holds the last one, however old it is.
  const fresh = found.filter((uid) => uid > mark.lastUid).sort((one, other) => one - other);
  for (let at = 0; at < fresh.length; at += PORTION) {
    if (signal.aborted) return;
    const portion = fresh.slice(at, at + PORTION);
    const messages = await client.fetchAll(portion, summaryQuery, { uid: true });
    messages.sort((one, other) => one.uid - other.uid);
    await Promise.all(messages.map((message) => report(arrivalOf(summarise(message, 'INBOX')))));
    await save(portion.at(-1) ?? mark.lastUid);
  }
}
