import { notFound } from '#connectors/sdk/failures.ts';
import type { TextChange } from '#connectors/sdk/text-change.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** The piece of text that was added, and how often the note then held it. */
export type Appended = { readonly piece: string; readonly count: number };

/** Adds a paragraph at the end of a note, with the line breaks that the note has. */
export function appendText(words: string): TextChange<Appended> {
  return {
    apply(text) {
      if (text === null) return notFound(t`the note`);
      const piece = pieceFor(text, words);
      const changed = text + piece;
      return succeed({ text: changed, trace: { piece, count: placesOf(piece, changed).length } });
    },
    stands,
    reverse,
  };
}

/** Others may have altered the piece itself, so that it is not there proves nothing. */
function stands(text: string, { piece, count }: Appended): 'yes' | 'unclear' {
  return placesOf(piece, text).length >= count ? 'yes' : 'unclear';
}

function reverse(text: string, trace: Appended): string | null {
  const at = placesOf(trace.piece, text).at(-1);
  if (at === undefined || stands(text, trace) !== 'yes') return null;
  return text.slice(0, at) + text.slice(at + trace.piece.length);
}

/** For an undo, which needs the words no more. */
export const appended: Pick<TextChange<Appended>, 'stands' | 'reverse'> = { stands, reverse };

function pieceFor(text: string, words: string): string {
  const lineBreak = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const paragraph = words.replaceAll(/^(?:[ \t]*\r?\n)+|\s+$/g, '').replaceAll(/\r\n?|\n/g, lineBreak);
  const space = /^\ufeff?$|\n[ \t]*\r?\n$/.test(text) ? '' : /\n$/.test(text) ? lineBreak : lineBreak + lineBreak;
  return space + paragraph + lineBreak;
}

/** Where the piece begins in the text, whole lines only. */
function placesOf(piece: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (/^\r?\n/.test(piece) || at === 0 || text[at - 1] === '\n') places.push(at);
  }
  return places;
}
