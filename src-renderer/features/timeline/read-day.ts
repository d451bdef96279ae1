import type { LoggedEvent } from '#contract/model/event.ts';
import type { Api } from '#renderer/client/api.ts';
import { openStatement } from '#renderer/words/statement.ts';
import { dayKey, endOfDay } from '#renderer/words/time.ts';

const PAGE = 500;

/** Everything that happened on a day such as `2026-11-26`, every detail, as a text to read. */
export async function readDay(api: Api, day: string): Promise<string> {
  const upTo = endOfDay(day) ?? undefined;
  const found: LoggedEvent[] = [];
  for (let before: number | undefined; ; ) {
    const { items, nextBefore } = await api.events.history({ limit: PAGE, before, upTo });
    found.push(...items.filter(({ at }) => dayKey(at) === day));
    const oldest = items.at(-1);
    if (nextBefore === null || oldest === undefined || dayKey(oldest.at) < day) break;
    before = nextBefore;
  }
  return found.reverse().map(openStatement()).join('');
}
