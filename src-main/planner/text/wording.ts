import type { Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';

const LONGEST_SHOWN = 120;
const EDGES = /^[\s,;:.!?–—-]+|[\s,;:–—-]+$/g;
const QUOTES = /^[“"«‘'](.*)[”"»’']$/su;

/** The tokens' text as the person typed it, without the stretches that were understood as something else. */
export function textWithout(source: string, tokens: readonly Token[], cut: readonly Span[] = []): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of [...cut].sort((a, b) => a[0] - b[0])) {
    if (start > from) pieces.push(textOf(source, tokens, [from, start]));
    from = Math.max(from, end);
  }
  if (from < tokens.length) pieces.push(textOf(source, tokens, [from, tokens.length]));
  return pieces
    .join(' ')
    .replace(/\s+([,;.!?])/g, '$1')
    .trim();
}

export function textOf(source: string, tokens: readonly Token[], [from, to]: Span): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : source.slice(first.start, last.end);
}

/** Without punctuation around it, and without quotation marks when all of it is quoted. */
export function bare(text: string): string {
  const inside = text.replace(EDGES, '').replace(/\s+/g, ' ');
  return (QUOTES.exec(inside)?.[1] ?? inside).replace(EDGES, '').trim();
}

/** With a capital first letter; the rest stays as the person wrote it. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('en') + text.slice(first.length);
}

export function lowercased(text: string): string {
  const [first = ''] = text;
  return first.toLocaleLowerCase('en') + text.slice(first.length);
}

/** Cut to what fits in a sentence, at a letter that is whole. */
export function shortened(text: string, atMost = LONGEST_SHOWN): string {
  const letters = [...text];
  return letters.length <= atMost
    ? text
    : `${letters
        .slice(0, atMost - 1)
        .join('')
        .trimEnd()}…`;
}

/** Letters and digits for an id, such as `pay-the-rent`. */
export function slug(text: string, atMost = 40): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+/, '').slice(0, atMost).replace(/-+$/, '');
}
