import type { Journal, JournalTx } from '#main/events/journal.ts';
import type { RoomOnDisk } from '#main/storage/room-on-disk.ts';

/**
 * Writes down what has happened already. It can't be refused any more, so where the disk is full it waits for
 * room instead of failing; only the end of the app gives it up, and then the next start asks the service.
 */
export async function writeOutcome<T>(
  { journal, room }: { readonly journal: Journal; readonly room: RoomOnDisk },
  work: (tx: JournalTx) => T,
): Promise<T> {
  for (;;) {
    try {
      return await journal.write(work);
    } catch (error) {
      const trouble = room.note(error);
      if (trouble === null || trouble === 'damaged' || room.isStopped()) throw error;
      await room.back();
      if (room.isStopped()) throw error;
    }
  }
}
