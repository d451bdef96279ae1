import { eq } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { profiles } from '#db/schema/profiles.ts';
import { users } from '#db/schema/users.ts';

export type Person = {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly createdAt: string;
};

/** The one whose computer this is; undefined before the first start has ended. */
export function findOwner(orm: Orm): Person | undefined {
  return orm
    .select({
      id: users.id,
      createdAt: users.createdAt,
      timeZone: profiles.timeZone,
      locale: profiles.locale,
    })
    .from(users)
    .innerJoin(profiles, eq(profiles.userId, users.id))
    .where(eq(users.role, 'owner'))
    .get();
}

export function insertOwner(tx: Tx, person: Person): void {
  tx.orm.insert(users).values({ id: person.id, role: 'owner', createdAt: person.createdAt }).run();
  tx.orm.insert(profiles).values({ userId: person.id, timeZone: person.timeZone, locale: person.locale }).run();
}
