import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { changedMeanwhile, FileTrouble, hasSecondName, isGone } from '#connectors/sdk/places/file-trouble.ts';
import { entryOf, isSame, markOf } from '#connectors/sdk/places/mark-of.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import type { Entry, Place } from '#connectors/sdk/places/places.ts';
import { sayPlace, saySize } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';

/** A link is not followed, and what is no file by now (a pipe, say) is not waited for. */
const READING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a whole file of an open folder. One that has a second name somewhere is not read: that name may lie outside of
 * what the person picked, and nobody can tell.
 */
export async function readWhole(
  folder: OpenFolder,
  name: string,
  place: Place,
  most: number,
): Promise<{ bytes: Uint8Array; entry: Entry }> {
  const file = await open(folder.at(name), READING);
  try {
    const stats = await file.stat({ bigint: true });
    const mark = markOf(stats);
    if (mark?.kind !== 'file') throw isGone(place);
    if (stats.nlink > 1n) throw hasSecondName(place);
    if (mark.size > most) {
      const because = t`${sayPlace(place)} is ${saySize(mark.size)}, and ${saySize(most)} is the most that is read here.`;
      throw new FileTrouble({ kind: 'unreadable', because });
    }
    const bytes = Buffer.alloc(mark.size);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) throw changedMeanwhile(place);
      at += bytesRead;
    }
    // Written to while it was read: neither the old nor the new.
    if (!isSame(markOf(await file.stat({ bigint: true })), mark)) throw changedMeanwhile(place);
    await folder.check();
    return { bytes, entry: entryOf(place, name, mark) };
  } finally {
    await file.close();
  }
}
