import type { Understanding } from '#contract/model/understanding.ts';
import { understand } from '#main/planner/understand.ts';

/** Reads a sentence as the app does, in American English, which the public sets are written in. */
export const ask = (text: string, now = '2026-11-25T12:00:00Z', timeZone = 'UTC'): Understanding =>
  understand({ text, now, timeZone, locale: 'en-US' });
