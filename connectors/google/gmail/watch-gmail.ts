import { z } from 'zod';
import { getMessage, hasLabel, summarise } from '#connectors/google/gmail/gmail-message.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';
import { readGoogleSettings, scopes } from '#connectors/google/google-settings.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { arrivalOf, MOST_REPORTED } from '#connectors/sdk/mail/email-arrived.ts';
import { pause, readMark } from '#connectors/sdk/watching.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const MARK = 'gmail.json';
/** How far the inbox has been told of: Gmail's own count of changes, and the newest email that was told, in seconds. */
const MarkSchema = z.object({ address: z.string(), historyId: z.string(), newest: z.number() });
type Mark = z.output<typeof MarkSchema>;

const LONGEST_WAIT_MS = 15 * 60_000;

/** Looks every so often for what came into the inbox; Gmail has nothing that a program on a desktop could wait on. */
export const watchGmailEvery =
  (everyMs: number) =>
  (watching: Watching): void => {
    const { account, signal, folder } = watching;
    if (!account || !readGoogleSettings(account.settings).scope.includes(scopes.gmail)) return;
    void (async () => {
      let wait = everyMs;
      while (!signal.aborted) {
        const reach = { account, fetch: watching.fetch, signal };
        const looked = await withGmail(reach, (session) => tellNew(session, watching, folder)).catch(() => null);
        if (signal.aborted) return;
        if (looked?.ok) watching.noteHealth(null);
        else if (looked) watching.noteHealth(looked.failure);
        // What was taken back stays taken back until the person signs in anew, which begins a new watch.
        if (looked && !looked.ok && looked.failure.kind === 'needs-reconnect') return;
        const asked =
          looked && !looked.ok && looked.failure.kind === 'rate-limited' ? looked.failure.retryAfterSeconds : 0;
        wait = looked?.ok ? everyMs : Math.min(Math.max(wait * 2, asked * 1000), LONGEST_WAIT_MS);
        await pause(wait, signal);
      }
    })();
  };

/** Tells of everything that came since the mark, and moves the mark on after each. The first time nothing is new. */
async function tellNew(
  session: GoogleSession,
  { report, signal }: Watching,
  folder: Watching['folder'],
): Promise<Result<null>> {
  const { address } = session.settings;
  const save = (mark: Mark) => folder.write(MARK, `${JSON.stringify(mark)}\n`);
  const mark = await readMark(folder, MARK, MarkSchema);
  if (mark?.address !== address) {
    const { data } = await (await session.gmail()).users.getProfile({ userId: 'me' });
    await save({ address, historyId: data.historyId ?? '1', newest: 0 });
    return succeed(null);
  }
  const { ids, historyId } = await arrivedSince(session, mark);
  let { newest } = mark;
  for (const id of ids.slice(-MOST_REPORTED)) {
    if (signal.aborted) return succeed(null);
    const message = await getMessage(session, id);
    if (message === null || !hasLabel(message, 'INBOX') || hasLabel(message, 'DRAFT')) continue;
    await report(arrivalOf(await summarise(message)));
    newest = Math.max(newest, Math.floor(Number(message.internalDate) / 1000) || 0);
    await save({ ...mark, newest });
  }
  await save({ address, historyId, newest });
  return succeed(null);
}

/** What came into the inbox, oldest first. What is reported twice is one happening. */
async function arrivedSince(
  session: GoogleSession,
  mark: Mark,
): Promise<{ ids: readonly string[]; historyId: string }> {
  const gmail = await session.gmail();
  const ids = new Set<string>();
  let historyId = mark.historyId;
  let pageToken: string | undefined;
  try {
    do {
      const { data } = await gmail.users.history.list({
        userId: 'me',
        startHistoryId: mark.historyId,
        historyTypes: ['messageAdded'],
        labelId: 'INBOX',
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      const added = (data.history ?? []).flatMap(({ messagesAdded }) => messagesAdded ?? []);
      for (const { message } of added) if (message?.id) ids.add(message.id);
      historyId = data.historyId ?? historyId;
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return { ids: [...ids], historyId };
  } catch (error) {
    // After about a week Gmail no longer knows what changed since: the inbox is looked through by time.
    if (failureIn(error).status !== 404) throw error;
  }
  const { data: profile } = await gmail.users.getProfile({ userId: 'me' });
  const { data } = await gmail.users.messages.list({
    userId: 'me',
    labelIds: ['INBOX'],
    q: `after:${mark.newest}`,
    maxResults: MOST_REPORTED,
  });
  const found = (data.messages ?? []).flatMap(({ id }) => id ?? []).reverse();
  // Without one that was told of, everything in the inbox would be news.
  return { ids: mark.newest === 0 ? [] : found, historyId: profile.historyId ?? mark.historyId };
}
