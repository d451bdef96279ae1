/** A file of vCards as text in pieces, so that what is not changed keeps its exact bytes. */
export type CardsText = {
  /** What stands before the first card: a byte order mark, blank lines. */
  readonly head: string;
  readonly cards: readonly string[];
};

export type SplitCards =
  | { readonly ok: true; readonly value: CardsText }
  | { readonly ok: false; readonly line: number };

/** Finds the cards of a file; on what is none, the line where it goes wrong. */
export function splitCards(source: string): SplitCards {
  const starts: number[] = [];
  let depth = 0;
  let line = 0;
  const eachLine = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  while (eachLine.lastIndex < source.length) {
    const start = eachLine.lastIndex;
    const text = (eachLine.exec(source)?.[0] ?? '').replace(/^\ufeff/, '').trimEnd();
    line += 1;
    if (/^BEGIN:VCARD$/i.test(text)) {
      if (depth === 0) starts.push(start + (source[start] === '\ufeff' ? 1 : 0));
      depth += 1;
    } else if (/^END:VCARD$/i.test(text)) {
      depth -= 1;
      if (depth < 0) return { ok: false, line };
    } else if (depth === 0 && text !== '') return { ok: false, line };
  }
  if (depth > 0) return { ok: false, line };
  const ends = [...starts.slice(1), source.length];
  return {
    ok: true,
    value: {
      head: source.slice(0, starts[0] ?? source.length),
      cards: starts.map((start, index) => source.slice(start, ends[index])),
    },
  };
}
