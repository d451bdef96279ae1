import { t } from '#contract/language/t.ts';
import { listAccessTokens } from '#db/repositories/access-tokens.ts';
import { door, orNotFound } from '#main/api/door.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { makeAccessToken, revokeAccessToken, shown } from '#main/vault/access-tokens.ts';

const noSuchKey: Refusal = { refused: 'not-found', says: t`There is no such key. Nothing was changed.` };

export const access = {
  list: door.access.list.handler(({ context: { engine } }) => ({
    items: listAccessTokens(engine.journal.orm).map(shown),
  })),
  create: door.access.create.handler(({ input, context: { engine, actor } }) =>
    makeAccessToken(engine.journal, input, actor),
  ),
  revoke: door.access.revoke.handler(async ({ input, context: { engine, actor } }) =>
    orNotFound(await revokeAccessToken(engine.journal, input.id, actor), noSuchKey),
  ),
};
