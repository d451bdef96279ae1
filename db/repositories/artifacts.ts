import { and, asc, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import type { Artifact } from '#contract/model/artifact.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { artifacts } from '#db/schema/artifacts.ts';

export function insertArtifact(tx: Tx, artifact: Artifact): void {
  tx.orm.insert(artifacts).values(artifact).run();
}

export function findArtifact(orm: Orm, id: string): Artifact | undefined {
  return orm.select().from(artifacts).where(eq(artifacts.id, id)).get();
}

export function listArtifactsOfRun(orm: Orm, runId: string): Artifact[] {
  return orm.select().from(artifacts).where(eq(artifacts.runId, runId)).orderBy(asc(artifacts.createdAt)).all();
}

/** Newest first; `after` is the last row of the page before. */
export function listArtifacts(
  orm: Orm,
  query: { runId?: string; limit: number; after?: { createdAt: string; id: string } },
): Artifact[] {
  const conditions: (SQL | undefined)[] = [];
  if (query.runId) conditions.push(eq(artifacts.runId, query.runId));
  if (query.after) {
    const { createdAt, id } = query.after;
    conditions.push(
      or(lt(artifacts.createdAt, createdAt), and(eq(artifacts.createdAt, createdAt), lt(artifacts.id, id))),
    );
  }
  return orm
    .select()
    .from(artifacts)
    .where(and(...conditions))
    .orderBy(desc(artifacts.createdAt), desc(artifacts.id))
    .limit(query.limit)
    .all();
}
