import { t } from '#contract/language/t.ts';
import { findArtifact, listArtifacts } from '#db/repositories/artifacts.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { door, orNotFound } from '#main/api/door.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchDocument: Refusal = { refused: 'not-found', says: t`There is no such document.` };

export const artifacts = {
  list: door.artifacts.list.handler(({ input, context: { engine } }) => {
    const { runId, limit } = input;
    const items = listArtifacts(engine.journal.orm, { runId, limit, after: readCursor(input.cursor) });
    return { items, nextCursor: nextCursor(items, limit) };
  }),
  get: door.artifacts.get.handler(({ input, context: { engine } }) =>
    orNotFound(findArtifact(engine.journal.orm, input.id), noSuchDocument),
  ),
  content: door.artifacts.content.handler(async ({ input, context: { engine } }) => {
    const artifact = orNotFound(findArtifact(engine.journal.orm, input.id), noSuchDocument);
    const bytes = orNotFound(await engine.store.read(artifact.sha256), noSuchDocument);
    return new File([Buffer.from(bytes)], artifact.name, { type: artifact.mediaType });
  }),
};
