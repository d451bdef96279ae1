import pack from '#resources/packs/everyday/intents/texts.json' with { type: 'json' };

const { verbs, these, texts, tails } = pack.sumUp.pasted;
const oneOf = (words: readonly string[]): string =>
  `(?:${words.map((word) => word.replaceAll(' ', '\\s+').replaceAll("'", "[’']")).join('|')})`;

const POLITE =
  '(?:(?:hi|hello|hey|please|can|could|would|will|you|i|want|need|to|like|help|me|now|and|then)[\\s,]+){0,7}';
/** “Please summarise this email for me”: nothing is named that would stand somewhere else. */
const REQUEST = `\\s*${POLITE}${oneOf(verbs)}(?:\\s+${oneOf(these)}(?:\\s+${oneOf(texts)})?)?(?:[\\s,]+${oneOf(tails)}){0,3}`;
const OPENING = new RegExp(`^(${REQUEST})\\s*(?::|[?.!]*[^\\S\\n]*\\n)`, 'iu');
const ENDING = new RegExp(`\\n(${REQUEST})[\\s.!?]*$`, 'iu');

/** A text is longer than what it is called. */
const LEAST = 40;

/**
 * A text that was pasted to be put in short, after a colon, on the next line, or before the request, and the request
 * itself; null where there is none. Whatever stands in the text is read by nobody here.
 */
export function findTextToSumUp(whole: string): { readonly said: string; readonly text: string } | null {
  const opening = OPENING.exec(whole);
  const after = opening === null ? '' : whole.slice(opening[0].length).trim();
  if (opening?.[1] !== undefined && after.length >= LEAST) return { said: opening[1].trim(), text: after };
  const ending = ENDING.exec(whole);
  const before = ending === null ? '' : whole.slice(0, ending.index).trim();
  if (ending?.[1] !== undefined && before.length >= LEAST) return { said: ending[1].trim(), text: before };
  return null;
}
