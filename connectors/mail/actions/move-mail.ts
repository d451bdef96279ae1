import { z } from 'zod';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { findNamed } from '#connectors/mail/mail-folders.ts';
import {
  type BeforeMove,
  findMove,
  lookAtMove,
  moveBack,
  moveMessage,
  seeMove,
} from '#connectors/mail/move-message.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { moveMailParts, TargetSchema } from '#connectors/sdk/mail/sorting-parts.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const moveMail = defineAction({
  name: 'mail.move',
  input: z.strictObject({ ...WhichSchema, to: TargetSchema }),
  scopes: [t`sort your email`],
  ...moveMailParts,
  look: ({ to, ...which }, surroundings) =>
    lookAtMove(which, surroundings, (folders) => {
      const target = findNamed(folders, to);
      return target ? succeed(target) : notFound(t`a folder called ${quote(to)}`);
    }),
  run: ({ id, folder }, context: ActionContext<BeforeMove>) => moveMessage({ id, folder }, context),
  findEarlier: ({ id, folder }, context: ActionContext<BeforeMove>) => findMove({ id, folder }, context),
  readBack: seeMove,
  undo: moveBack,
});
