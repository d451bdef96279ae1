import type { RoomOnDisk } from '#main/storage/room-on-disk.ts';

/**
 * Writes down what has happened already. It can't be refused any more, so where the disk is full it waits for
 * room instead of failing; only the end of the app gives it up, and then the next start asks the service.
 */
export async function writeOutcome<T>(room: RoomOnDisk, write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      const trouble = room.note(error);
      if (trouble === null || trouble === 'damaged' || room.isStopped()) throw error;
      await room.back();
      if (room.isStopped()) throw error;
    }
  }
}
