import { z } from 'zod';
import { sortsMail } from '#connectors/sdk/mail/mail-effects.ts';
import { sayFolder } from '#connectors/sdk/mail/say-folder.ts';
import { type Correspondent, CorrespondentSchema, sayEmail } from '#connectors/sdk/mail/summary.ts';
import { capitalised, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

const sorting = { risk: 'L2', delivery: 'exactly-once', effect: () => sortsMail } as const;

const sayAs: Readonly<Record<As, string>> = { read: t`read`, unread: t`unread` };

type Named = { readonly subject: string; readonly from: Correspondent };

export const AsSchema = z.enum(['read', 'unread'], { error: t`It is marked as read or as unread.` });
export type As = z.output<typeof AsSchema>;

const MarkedSchema = z.object({
  id: z.string(),
  folder: z.string(),
  as: AsSchema,
  subject: z.string(),
  from: CorrespondentSchema,
});

/** `seen`: of each copy of the email, whether it was read before. */
export const markMailParts = {
  ...sorting,
  title: t`Mark an email as read or unread`,
  output: MarkedSchema,
  labels: { as: t`Mark as` },
  describe: ({ as }: { as: As }, { seen, ...email }: Named & { readonly seen: readonly boolean[] }) => ({
    title: t`Mark ${sayEmail(email)} as ${sayAs[as]}`,
    differences: [{ label: t`Marked as`, before: sayAs[seen.every(Boolean) ? 'read' : 'unread'], after: sayAs[as] }],
    undo: t`Undo marks it as it was.`,
  }),
  report: ({ as, ...email }: z.output<typeof MarkedSchema>) => ({
    says: t`${capitalised(sayEmail(email))} is marked as ${sayAs[as]}. Undo marks it as it was.`,
    lines: [],
  }),
} as const;

export const MovedSchema = z.object({
  id: z.string(),
  folder: z.string(),
  cameFrom: z.string(),
  subject: z.string(),
  from: CorrespondentSchema,
});
export type Moved = z.output<typeof MovedSchema>;

export const archiveMailParts = {
  ...sorting,
  title: t`Archive an email`,
  output: MovedSchema,
  labels: {},
  describe: ({ folder }: { folder: string }, before: Named & { readonly to: string }) => ({
    title: t`Archive ${sayEmail(before)}`,
    differences: [{ label: t`Folder`, before: sayFolder(folder), after: sayFolder(before.to) }],
    undo: t`Undo moves it back.`,
  }),
  report: (email: Moved) => ({ says: t`${capitalised(sayEmail(email))} is archived. Undo moves it back.`, lines: [] }),
} as const;

export const TargetSchema = nonEmptyLineOf(300);

/** To another folder; where a service has labels, its folders are those. */
export const moveMailParts = {
  ...sorting,
  title: t`Move an email`,
  output: MovedSchema,
  labels: { to: t`To folder` },
  describe: ({ folder }: { folder: string }, before: Named & { readonly to: string }) => ({
    title: t`Move ${sayEmail(before)} to ${quote(sayFolder(before.to))}`,
    differences: [{ label: t`Folder`, before: sayFolder(folder), after: sayFolder(before.to) }],
    undo: t`Undo moves it back.`,
  }),
  report: ({ folder, ...email }: Moved) => ({
    says: t`${capitalised(sayEmail(email))} is in ${quote(sayFolder(folder))} now. Undo moves it back.`,
    lines: [],
  }),
} as const;
