import { z } from 'zod';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { findSpecial } from '#connectors/mail/mail-folders.ts';
import { findMove, lookAtMove, moveBack, moveMessage, seeMove } from '#connectors/mail/move-message.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { archiveMailParts } from '#connectors/sdk/mail/sorting-parts.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const archiveMail = defineAction({
  name: 'mail.archive',
  input: z.strictObject(WhichSchema),
  scopes: [t`sort your email`],
  ...archiveMailParts,
  look: (which, surroundings) =>
    lookAtMove(which, surroundings, (folders) => {
      const archive = findSpecial(folders, '\\Archive') ?? findSpecial(folders, '\\All');
      return archive ? succeed(archive) : notFound(t`an archive in your mail; make a folder called Archive there`);
    }),
  run: moveMessage,
  findEarlier: findMove,
  readBack: seeMove,
  undo: moveBack,
});
