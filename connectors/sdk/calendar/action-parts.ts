import { z } from 'zod';
import { EventSchema } from '#connectors/sdk/calendar/event.ts';
import { t } from '#contract/language/t.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Stretch } from '#contract/model/stretch.ts';

/** A detail that need not be given. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

/** For a check of several details together: only once each of them alone is sound. */
export const whenSound = {
  when: ({ issues }: { readonly issues: readonly unknown[] }): boolean => issues.length === 0,
};

export const changesCalendar: Effect = { kind: 'event', audience: 'self', recipients: [], reversible: 'yes' };

/** The same, taking up time: none where `takes` is empty. */
export const takesTime = (title: string, item: string | null, takes: readonly Stretch[]): Effect =>
  takes.length === 0 ? changesCalendar : { ...changesCalendar, takesTime: { title, item, stretches: [...takes] } };

/** What came of changing an event. */
export const ChangedSchema = z.object({
  event: EventSchema,
  was: EventSchema,
  extent: z.enum(['once', 'series', 'occurrence']),
});
export type ChangedEvent = z.output<typeof ChangedSchema>;

/** Entries of the calendar file that make no sense are not passed over in silence. */
export function sayUnread(unread: number): string[] {
  if (unread === 0) return [];
  return [
    unread === 1
      ? t`One entry of the calendar file can’t be read and is left out.`
      : t`${unread} entries of the calendar file can’t be read and are left out.`,
  ];
}
