const LONGEST = 1_200;
/** Beyond this a file is found by its beginning alone. */
const MOST = 60;

/** A text in pieces of about the same length, cut between paragraphs where that is possible; the empty text is one. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const paragraph of text.split(/\n\s*\n/).flatMap(shorter)) {
    if (piece !== '' && piece.length + paragraph.length > LONGEST) {
      pieces.push(piece);
      piece = '';
    }
    piece = piece === '' ? paragraph : `${piece}\n\n${paragraph}`;
  }
  return [...pieces, piece].slice(0, MOST);
}

/** One that is too long by itself, cut at a space. */
function shorter(paragraph: string): readonly string[] {
  if (paragraph.length <= LONGEST) return [paragraph];
  const at = paragraph.lastIndexOf(' ', LONGEST);
  const end = at > LONGEST / 2 ? at : LONGEST;
  return [paragraph.slice(0, end), ...shorter(paragraph.slice(end).trimStart())];
}
