import { countOf } from '#renderer/words/time.ts';

export const cvWords = {
  open: 'Where each line comes from',
  loading: 'Opening it…',
  matched: 'Asked for, and in your CV',
  missing: 'Asked for, and not in it',
  putFirst: 'Put first',
  leftOut: (count: number) => `Left out (${countOf(count, 'part', 'parts')})`,
  lines: 'The new CV, and where each line stands in yours',
  unreadable: 'This can’t be shown. The CV itself can be saved above.',
} as const;

/** “Experience, City of Porto, line 2”; a line that was put shorter is shown beside what it was. */
export function fromWords(
  from: readonly { readonly where: string; readonly words: string }[],
  isReworded: boolean,
): string {
  const places = [...new Set(from.map(({ where }) => where))].join('; ');
  return isReworded ? `${places}. There it says: “${from.map(({ words }) => words).join('” “')}”` : places;
}
