import { sayFolder } from '#connectors/sdk/mail/say-folder.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

/** What an email has to be like. */
export type Wanted = {
  readonly query: string | null;
  readonly from: string | null;
  readonly unread: boolean | null;
  readonly folder: string | null;
  /** Days as `2026-11-25`; from the first to before the second. */
  readonly since: string | null;
  readonly until: string | null;
};

/** A service finds “Ana” in “Banana” too; this does not. */
export const isFrom = ({ from }: Summary, wanted: string | null): boolean =>
  wanted === null ||
  from.address.includes(wanted.toLowerCase()) ||
  matchesWords(`${from.name} ${from.address}`, wanted);

export function byNewest(one: Summary, other: Summary): number {
  const [first, second] = [one.at ?? '', other.at ?? ''];
  if (first === second) return one.id < other.id ? -1 : 1;
  return first > second ? -1 : 1;
}

/** ` from “Ana” about “lunch” in “Archive”`, for the middle of a sentence. */
export function sayWanted({ query, from, folder, unread }: Wanted): string {
  const parts = [
    unread === true ? t` that you have not read` : '',
    from === null ? '' : t` from ${quote(from)}`,
    query === null ? '' : t` about ${quote(query)}`,
    folder === null ? '' : t` in ${quote(sayFolder(folder))}`,
  ];
  return parts.join('');
}
