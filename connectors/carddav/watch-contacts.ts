import { cardKind } from '#connectors/carddav/card-kind.ts';
import { cardForm } from '#connectors/carddav/card-objects.ts';
import { CONTACTS_FILE } from '#connectors/sdk/contacts/book-file.ts';
import { accountFolder } from '#connectors/sdk/dav/account-folder.ts';
import { inAccount } from '#connectors/sdk/dav/in-account.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** The contacts of the account as they were last seen, so that a name means somebody also while nobody answers. */
export const SEEN_FILE = 'seen.vcf';

const PAUSE_MS = 10 * 60_000;
const waiting = new Set<() => void>();
let changes = 0;

/** Something was changed from here: what was seen is looked at anew, also where a look is under way. */
export function lookAgain(): void {
  changes += 1;
  for (const wake of waiting) wake();
}

/** Keeps what was last seen of the account up to date: at the start, after each change from here, and every while. */
export function watchContacts(watching: Watching): void {
  const { account, signal, folder, noteHealth } = watching;
  if (account === null) return;
  void (async () => {
    await forgetOthers(watching);
    while (!signal.aborted) {
      const before = changes;
      const looked = await look(watching);
      if (signal.aborted) return;
      noteHealth(looked.ok ? null : looked.failure);
      // A password that was turned away stays turned away: trying on would lock the account.
      if (!looked.ok && looked.failure.kind === 'needs-reconnect') return;
      if (changes === before) await pause(signal);
    }
  })().catch(() => folder.remove(SEEN_FILE));
}

const OF_FILE = 'seen-of.json';

/** Whoever was seen in another account counts no more as soon as this one is connected. */
async function forgetOthers({ account, folder }: Watching): Promise<void> {
  const { user = '', url = '' } = account?.settings ?? {};
  const now = JSON.stringify({ user, url });
  const before = await folder.read(OF_FILE);
  if (before !== null && Buffer.from(before).toString('utf8') === now) return;
  await folder.remove(SEEN_FILE);
  await folder.write(OF_FILE, now);
}

function look({ account, fetch, folder, signal }: Watching): Promise<Result<null>> {
  return inAccount(cardKind, { account, fetch, signal }, async ({ dav, name }) => {
    const there = accountFolder({ dav, form: cardForm, account: name, own: folder });
    const text = Buffer.from((await there.read(CONTACTS_FILE)) ?? '');
    const seen = await folder.read(SEEN_FILE);
    if (seen === null || !text.equals(seen)) await folder.write(SEEN_FILE, text);
    return succeed(null);
  });
}

/** Until it is time, or something was changed from here. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      waiting.delete(end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, PAUSE_MS);
    timer.unref();
    waiting.add(end);
    signal.addEventListener('abort', end, { once: true });
  });
}
