import { z } from 'zod';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';

const optional = (most: number) =>
  lineOf(most)
    .nullish()
    .transform((text) => text || null);
const day = z.iso
  .date({ error: t`This is not a day.` })
  .nullish()
  .transform((text) => text ?? null);

/** The input of whatever looks for emails. */
export const wantedFields = {
  query: optional(200),
  from: optional(200),
  folder: optional(200),
  unread: z
    .boolean()
    .nullish()
    .transform((unread) => unread ?? null),
  since: day,
  until: day,
};

export const wantedLabels = {
  query: t`Looking for`,
  from: t`Sender`,
  folder: t`Folder`,
  unread: t`Not read yet`,
  since: t`Since`,
  until: t`Before`,
};

export const WantedSchema = z.object({
  query: z.string().nullable(),
  from: z.string().nullable(),
  folder: z.string().nullable(),
  unread: z.boolean().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
});
