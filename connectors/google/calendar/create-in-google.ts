import { z } from 'zod';
import { googleCalendar } from '#connectors/google/calendar/google-calendar.ts';
import type { Action } from '#connectors/sdk/action.ts';
import { overAccount } from '#connectors/sdk/calendar/over-account.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';

const WhereSchema = z.object({ calendar: z.string().nullable(), invite: z.array(z.string()).nullable() });

/** Puts an event into the person's own calendar. What that does not do yet is said before anything is asked of Google. */
export function createInGoogle(createEvent: Action): Action {
  const over = overAccount(googleCalendar, createEvent);
  return {
    ...over,
    look: async (input, surroundings) => {
      const { calendar, invite } = WhereSchema.parse(input);
      if (calendar !== null) return misfit(t`At Google events go into your own calendar; no other can be chosen yet.`);
      if (invite !== null && invite.length > 0) {
        return misfit(
          t`Nobody can be invited by way of Google from here yet. Put the event in, then invite them there.`,
        );
      }
      return over.look?.(input, surroundings) ?? misfit(t`This can’t be done here.`);
    },
  };
}
