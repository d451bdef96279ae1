import { z } from 'zod';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { sortsMail } from '#connectors/mail/mail-effects.ts';
import { findSpecial, sayFolder } from '#connectors/mail/mail-folders.ts';
import { sayEmail } from '#connectors/mail/message-summary.ts';
import { findMove, lookAtMove, MovedSchema, moveBack, moveMessage, seeMove } from '#connectors/mail/move-message.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { succeed } from '#contract/model/result.ts';

export const archiveMail = defineAction({
  name: 'mail.archive',
  title: 'Archive an email',
  input: z.strictObject(WhichSchema),
  output: MovedSchema,
  risk: 'L2',
  scopes: ['sort your email'],
  delivery: 'exactly-once',
  labels: {},
  look: (which, surroundings) =>
    lookAtMove(which, surroundings, (folders) => {
      const archive = findSpecial(folders, '\\Archive') ?? findSpecial(folders, '\\All');
      return archive ? succeed(archive) : notFound('an archive in your mail; make a folder called Archive there');
    }),
  effect: () => sortsMail,
  describe: ({ folder }, before) => ({
    title: `Archive ${sayEmail(before)}`,
    differences: [{ label: 'Folder', before: sayFolder(folder), after: sayFolder(before.to) }],
    undo: 'Undo moves it back.',
  }),
  report: (email) => ({ says: `${capitalised(sayEmail(email))} is archived. Undo moves it back.`, lines: [] }),
  run: moveMessage,
  findEarlier: findMove,
  readBack: seeMove,
  undo: moveBack,
});
