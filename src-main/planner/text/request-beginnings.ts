/** Words of a pack as a part of a pattern; a space in them stands for any white space. */
export const oneOf = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '\\s+')).join('|');

/** What may stand before a request: “hello, could you please …”. A part of a pattern. */
export const POLITE =
  "(?:(?:hi|hello|hey|please|can|could|would|will|you|i|want|need|to|like|help|me|let['’]s|now|and|then)[\\s,]+){0,7}";

/** Where a request can begin after others: “Add milk to my list and tailor my CV to this job: …” */
const NEXT = /[.!?;]\s+|\n\s*|[\s,](?:and|then)\s+/gu;
const MOST_BEFORE = 1_000;

/** Every place after the first at which a request can begin, with what stands before it. */
export function* laterBeginnings(text: string): Generator<{ readonly before: string; readonly rest: string }> {
  for (const { 0: joint, index } of text.slice(0, MOST_BEFORE).matchAll(NEXT)) {
    yield { before: text.slice(0, index).trim(), rest: text.slice(index + joint.length) };
  }
}
