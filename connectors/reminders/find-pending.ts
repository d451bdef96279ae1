import type { Alarms } from '#connectors/sdk/action.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import type { Schedule } from '#contract/model/schedule.ts';

/** “my rent reminder” means the one about the rent. */
const littleWords = ['reminder', 'reminders', 'remind', 'me'];

/** Reminders that are still to come and match, soonest first. */
export async function findPending(alarms: Alarms, query: string): Promise<readonly Schedule[]> {
  const reminders = await alarms.list();
  return reminders.filter(({ nextAt, message }) => nextAt !== null && matchesWords(message, query, littleWords));
}
