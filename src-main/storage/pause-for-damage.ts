import { t } from '#contract/language/t.ts';
import { suspectDatabase } from '#db/open-or-restore.ts';

import type { Journal } from '#main/events/journal.ts';
import { setPause } from '#main/gate/set-pause.ts';
import type { Log } from '#main/seams.ts';

/** Damage was found while the app runs: nothing new starts, and the next start checks everything and restores. */
export function pauseForDamage(
  { journal, folder, log }: { journal: Journal; folder: string; log: Log },
  why: unknown,
): void {
  log.error({ because: String(why) }, 'the database is damaged; the next start restores it');
  suspectDatabase(folder, String(why));
  tellDamage(journal).catch((error: unknown) => log.error({ error }, 'the damage could not be told in the log'));
}

async function tellDamage(journal: Journal): Promise<void> {
  await journal.write((tx) => {
    tx.append({ actor: 'life-os', body: { kind: 'storage.damaged' } });
    const because = t`A part of what is kept here can’t be read.`;
    setPause(tx, { scope: 'everything', because }, 'life-os');
  });
}
