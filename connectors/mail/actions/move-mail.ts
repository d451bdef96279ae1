import { z } from 'zod';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { sortsMail } from '#connectors/mail/mail-effects.ts';
import { findNamed, sayFolder } from '#connectors/mail/mail-folders.ts';
import { sayEmail } from '#connectors/mail/message-summary.ts';
import { findMove, lookAtMove, MovedSchema, moveBack, moveMessage, seeMove } from '#connectors/mail/move-message.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { capitalised, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { succeed } from '#contract/model/result.ts';

/** To another folder; where a service has labels, its folders are those. */
export const moveMail = defineAction({
  name: 'mail.move',
  title: 'Move an email',
  input: z.strictObject({ ...WhichSchema, to: nonEmptyLineOf(300) }),
  output: MovedSchema,
  risk: 'L2',
  scopes: ['sort your email'],
  delivery: 'exactly-once',
  labels: { to: 'To folder' },
  look: ({ to, ...which }, surroundings) =>
    lookAtMove(which, surroundings, (folders) => {
      const target = findNamed(folders, to);
      return target ? succeed(target) : notFound(`a folder called ${quote(to)}`);
    }),
  effect: () => sortsMail,
  describe: ({ folder }, before) => ({
    title: `Move ${sayEmail(before)} to ${quote(sayFolder(before.to))}`,
    differences: [{ label: 'Folder', before: sayFolder(folder), after: sayFolder(before.to) }],
    undo: 'Undo moves it back.',
  }),
  report: ({ folder, ...email }) => ({
    says: `${capitalised(sayEmail(email))} is in ${quote(sayFolder(folder))} now. Undo moves it back.`,
    lines: [],
  }),
  run: ({ id, folder }, context) => moveMessage({ id, folder }, context),
  findEarlier: ({ id, folder }, context) => findMove({ id, folder }, context),
  readBack: seeMove,
  undo: moveBack,
});
