import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Orm } from '#db/open-database.ts';
import { automations } from '#db/schema/automations.ts';
import { integrations } from '#db/schema/integrations.ts';
import { memoryItems } from '#db/schema/memory-items.ts';
import { ownRules } from '#db/schema/own-rules.ts';
import { policies } from '#db/schema/policies.ts';
import { tasks } from '#db/schema/tasks.ts';

/** Whether the person has neither asked for anything yet, nor set, connected or saved anything. */
export const isUnused = (orm: Orm): boolean =>
  [tasks, memoryItems, integrations, policies, ownRules, automations].every((table) => isEmpty(orm, table));

const isEmpty = (orm: Orm, table: SQLiteTable): boolean => orm.select().from(table).limit(1).all().length === 0;
