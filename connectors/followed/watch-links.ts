import { fetchCalendar } from '#connectors/followed/fetch-calendar.ts';
import { fileOf, readState, type State, writeState } from '#connectors/followed/followed-files.ts';
import { readLinks } from '#connectors/followed/link.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { pause } from '#connectors/sdk/watching.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

/** Often enough for a timetable, seldom enough for a server that gives it to everybody. */
const PAUSE_MS = 30 * 60_000;
const PAUSE_AFTER_TROUBLE_MS = 5 * 60_000;

/** Reads the calendars behind the links at the start and every half hour, each only where it changed. */
export function watchLinks(watching: Watching): void {
  const { account, signal, noteHealth } = watching;
  if (account === null) return;
  void (async () => {
    while (!signal.aborted) {
      const failure = await readAll(watching);
      if (signal.aborted) return;
      noteHealth(failure);
      await pause(failure === null ? PAUSE_MS : PAUSE_AFTER_TROUBLE_MS, signal);
    }
  })().catch(() => noteHealth({ kind: 'unreachable', service: t`the calendars that you follow` }));
}

/** What one of them fails with keeps nobody else back; the last text that it gave stays. */
export async function readAll({ account, folder, fetch, signal }: Watching): Promise<Failure | null> {
  const typed = await account?.secret('links');
  if (!typed?.ok) return typed?.failure ?? { kind: 'needs-reconnect', provider: 'followed' };
  const read = readLinks(typed.value);
  if (!read.ok) return { kind: 'needs-reconnect', provider: 'followed' };
  const before = await readState(folder);
  const after: State = {};
  let trouble: Failure | null = null;
  for (const link of read.links) {
    const name = fileOf(link);
    const isThere = (await folder.read(name)) !== null;
    const known = isThere ? (before[name] ?? null) : null;
    const fetched = await fetchCalendar(link, known, { fetch, signal });
    if (signal.aborted) return null;
    if (fetched.ok) {
      const { text, etag, lastModified } = fetched.value;
      if (text !== null) await folder.write(name, text);
      after[name] = { etag, lastModified };
    } else {
      trouble ??= fetched.failure;
      if (known) after[name] = known;
    }
  }
  // One that is no longer followed is gone from here too.
  for (const name of Object.keys(before)) if (!(name in after)) await folder.remove(name);
  if (JSON.stringify(before) !== JSON.stringify(after)) await writeState(folder, after);
  return trouble;
}
