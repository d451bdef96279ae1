import { t } from '#contract/language/t.ts';
import { countOf } from '#renderer/words/time.ts';

export const cvWords = {
  open: t`Where each line comes from`,
  loading: t`Opening it…`,
  matched: t`Asked for, and in your CV`,
  missing: t`Asked for, and not in it`,
  putFirst: t`Put first`,
  leftOut: (count: number) => t`Left out (${countOf(count, t`part`, t`parts`)})`,
  lines: t`The new CV, and where each line stands in yours`,
  unreadable: t`This can’t be shown. The CV itself can be saved above.`,
} as const;

/** “Experience, City of Porto, line 2”; a line that was put shorter is shown beside what it was. */
export function fromWords(
  from: readonly { readonly where: string; readonly words: string }[],
  isReworded: boolean,
): string {
  const places = [...new Set(from.map(({ where }) => where))].join('; ');
  return isReworded ? t`${places}. There it says: “${from.map(({ words }) => words).join('” “')}”` : places;
}
