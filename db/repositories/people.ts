import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { profiles } from '#db/schema/profiles.ts';
import { users } from '#db/schema/users.ts';

export type Person = {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly createdAt: string;
};

const findUser = rowsOf(users).finder(['role']);
const findProfile = rowsOf(profiles).finder(['userId']);

/** The one whose computer this is; undefined before the first start has ended. */
export function findOwner(orm: Orm): Person | undefined {
  const user = findUser(orm, 'owner');
  const profile = user && findProfile(orm, user.id);
  return profile && { id: user.id, createdAt: user.createdAt, timeZone: profile.timeZone, locale: profile.locale };
}

export function insertOwner(tx: Tx, person: Person): void {
  tx.orm.insert(users).values({ id: person.id, role: 'owner', createdAt: person.createdAt }).run();
  tx.orm.insert(profiles).values({ userId: person.id, timeZone: person.timeZone, locale: person.locale }).run();
}
