import { and, eq, isNotNull, like } from 'drizzle-orm';
import type { AccountValues } from '#contract/model/account.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { integrations } from '#db/schema/integrations.ts';
import { tools } from '#db/schema/tools.ts';

export type ToolRow = typeof tools.$inferSelect;

const rows = rowsOf(tools);

export const listTools: (orm: Orm, provider: string) => ToolRow[] = rows.lister(['provider'], 'ORDER BY position');

/** Puts these in place of all that stood there. */
export function replaceTools(tx: Tx, provider: string, seen: readonly ToolRow[]): void {
  forgetTools(tx, provider);
  for (const row of seen) rows.insert(tx.orm, row);
}

export function updateTool(tx: Tx, tool: Pick<ToolRow, 'provider' | 'name'>, change: Partial<ToolRow>): void {
  const isIt = and(eq(tools.provider, tool.provider), eq(tools.name, tool.name));
  tx.orm.update(tools).set(change).where(isIt).run();
}

export const forgetTools = (tx: Tx, provider: string): void => rows.remover(['provider'])(tx.orm, provider);

/** Every program of a family that was added and not removed, by name. */
export function listMembers(orm: Orm, family: string): { provider: string; settings: AccountValues }[] {
  return orm
    .select({ provider: integrations.provider, settings: integrations.settings })
    .from(integrations)
    .where(and(like(integrations.provider, `${family}-%`), isNotNull(integrations.settings)))
    .orderBy(integrations.provider)
    .all()
    .map(({ provider, settings }) => ({ provider, settings: settings ?? {} }));
}
