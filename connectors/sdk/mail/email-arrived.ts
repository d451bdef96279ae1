import { z } from 'zod';
import { defineHappening, type ReportedHappening } from '#connectors/sdk/happening.ts';
import { itemOf } from '#connectors/sdk/mail/outside-item.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';

export const emailArrived = defineHappening({
  kind: 'email-arrived',
  says: t`an email arrives`,
  fields: z.object({ from: z.string(), name: z.string(), subject: z.string() }),
  labels: { from: t`Sender’s address`, name: t`Sender’s name`, subject: t`Subject` },
});

/** After a long time without the app, more than this is not news any more. */
export const MOST_REPORTED = 200;

export const arrivalOf = (email: Summary): ReportedHappening => ({
  kind: emailArrived.kind,
  itemId: itemOf(email).slice(0, 300),
  fields: { from: email.from.address, name: email.from.name, subject: email.subject },
  at: email.at ?? new Date(0).toISOString(),
});
