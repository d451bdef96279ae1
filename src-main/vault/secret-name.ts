import type { Orm } from '#db/open-database.ts';
import { findOwner } from '#db/repositories/people.ts';

/** A secret's name in the keychain: two data folders of one computer never share one. */
export const secretName = (orm: Orm, provider: string, field: string): string =>
  `${findOwner(orm)?.id ?? 'nobody'}/${provider}/${field}`;
