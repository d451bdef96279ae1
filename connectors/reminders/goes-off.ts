import { z } from 'zod';
import { defineHappening } from '#connectors/sdk/happening.ts';
import { t } from '#contract/language/t.ts';

/** The clock reports it in the transaction in which the reminder fires; one that was missed is no going off. */
export const goesOff = defineHappening({
  kind: 'goes-off',
  says: t`a reminder goes off`,
  fields: z.object({ message: z.string() }),
  labels: { message: t`What it says` },
});
