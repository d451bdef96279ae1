import pack from '#resources/packs/everyday/intents/cv.json' with { type: 'json' };

const oneOf = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '\\s+')).join('|');

const OPENING = new RegExp(
  `^\\s*(?:(?:please|can|could|would|will|you|i|want|need|to|like|help|me|let['’]s|now|and|then)[\\s,]+){0,7}` +
    `(?:${oneOf(pack.verbs)})\\s+(?:me\\s+)?(?:(?:my|a|an|the|our|new|own|tailored|special|matching)\\s+){0,3}` +
    `(?:${oneOf(pack.cv)})(?![\\p{L}\\p{N}])` +
    `(?:\\s+(?:from|in|file)\\s+(?:the\\s+file\\s+)?(?:[“"](?<quoted>[^”"\\n]+)[”"]|(?<file>\\S+\\.json)))?` +
    `\\s+(?<asItIs>(?:${oneOf(pack.asItIs)})\\s+)?(?:${oneOf(pack.towards)})\\s+`,
  'iu',
);

/** A posting is longer than what it is called. */
const LEAST_POSTING = 40;

export type CvRequest = {
  /** What stands after “tailor my CV to”, without a posting that follows. */
  readonly about: string;
  /** A CV in a picked folder that is named, in place of the one that is kept. */
  readonly cv: string | null;
  readonly asItIs: boolean;
  /** The text of the posting, where it was pasted after a colon or on the next line. */
  readonly posting: string | null;
};

/** “Tailor my CV to this job: …”; null for what asks for something else. What was pasted is set apart and read by nobody here. */
export function readCvRequest(text: string): CvRequest | null {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const rest = text.slice(opening[0].length);
  const { quoted, file, asItIs } = opening.groups ?? {};
  const at = rest.search(/:\s|\n/u);
  const posting = at < 0 ? '' : rest.slice(at + 1).trim();
  const isPasted = posting.length >= LEAST_POSTING;
  return {
    about: isPasted ? rest.slice(0, at) : rest,
    cv: quoted ?? file ?? null,
    asItIs: asItIs !== undefined,
    posting: isPasted ? posting : null,
  };
}

/** What the person themselves says of a sentence that goes on with a posting: all else is somebody else’s words. */
export function withoutPosting(text: string): string {
  const request = readCvRequest(text);
  if (request?.posting == null) return text;
  return text.slice(0, text.lastIndexOf(request.posting)).replace(/[:\s]+$/u, '');
}
