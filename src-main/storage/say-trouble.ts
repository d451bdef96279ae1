import { t } from '#contract/language/t.ts';
import type { StorageTrouble } from '#db/why-not-stored.ts';

/** What a caller reads when something could not be stored: every change is whole or not there. */
export const notStoredWords: Readonly<Record<StorageTrouble, string>> = {
  'disk-full': t`The disk is full. Nothing was done; free some space and try again.`,
  unwritable: t`The disk can’t be read or written right now. Nothing was done; try again in a moment.`,
  damaged: t`A part of what is kept here can’t be read. Nothing was done; start Life OS again, and it puts a good backup in place.`,
};

/** What stands on every screen for as long as it lasts. */
export const troubleWords: Readonly<Record<StorageTrouble, string>> = {
  'disk-full': t`The disk is full. What is under way waits and goes on by itself as soon as there is room.`,
  unwritable: t`The disk can’t be written. What is under way waits and goes on by itself as soon as it can.`,
  damaged: t`A part of what is kept here can’t be read, so everything is paused. Start Life OS again: it puts a good backup in place.`,
};
