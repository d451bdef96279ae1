import { laterBeginnings, oneOf, POLITE } from '#main/planner/text/request-beginnings.ts';
import pack from '#resources/packs/everyday/intents/cv.json' with { type: 'json' };

const wholeWord = (words: readonly string[]): string => `(?<![\\p{L}\\p{N}])(?:${oneOf(words)})(?![\\p{L}\\p{N}])`;

const OPENING = new RegExp(
  `^\\s*${POLITE}(?:(?<surely>${oneOf(pack.surely)})|${oneOf(pack.maybe)})\\s+` +
    `(?:me\\s+)?(?:(?:my|a|an|the|our|new|own|tailored|special|matching)\\s+){0,3}` +
    `(?:${oneOf(pack.cv)})(?![\\p{L}\\p{N}])` +
    `(?:\\s+(?:from|in|file)\\s+(?:the\\s+file\\s+)?(?:[“"](?<quoted>[^”"\\n]+)[”"]|(?<file>\\S+\\.json)))?` +
    `\\s+(?<asItIs>(?:${oneOf(pack.asItIs)})\\s+)?(?:${oneOf(pack.towards)})\\s+`,
  'iu',
);
const POSTING = new RegExp(wholeWord(pack.postings), 'iu');
const THESE = new RegExp(`^\\s*(?:${oneOf(pack.these)})\\s*[.!]*\\s*$`, 'iu');
/** “… this job”, “… the job above”: nothing is named that would stand somewhere else. */
const POINTS = new RegExp(
  `^\\s*(?:${oneOf(pack.these)}|(?:this|that|the)\\s+(?:${oneOf(pack.postings)})(?:\\s+(?:above|here))?)[\\s,.!]*(?:please[\\s.!]*)?$`,
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
  /** The text of the posting, where it was pasted: after a colon, on the next line, or before the request. */
  readonly posting: string | null;
  /** The request without the posting. */
  readonly said: string;
};

/** “Tailor my CV to this job: …”; null for what asks for something else. What was pasted is set apart and read by nobody here. */
export function readCvRequest(text: string): CvRequest | null {
  return readOpening(text) ?? readEnding(text);
}

function readOpening(text: string): CvRequest | null {
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const rest = text.slice(opening[0].length);
  const { surely, quoted, file, asItIs } = opening.groups ?? {};
  const at = rest.search(/:\s|\n/u);
  const posting = at < 0 ? '' : rest.slice(at + 1).trim();
  const isPasted = posting.length >= LEAST_POSTING;
  const about = isPasted ? rest.slice(0, at) : rest;
  // “Update my CV to say: …” is about something else.
  if (surely === undefined && !POSTING.test(about) && !THESE.test(about)) return null;
  const said = isPasted ? text.slice(0, opening[0].length + at) : text;
  return { about, cv: quoted ?? file ?? null, asItIs: asItIs !== undefined, posting: isPasted ? posting : null, said };
}

/** First the posting, and in the last line or sentence: “Tailor my CV to this job.” */
function readEnding(text: string): CvRequest | null {
  const whole = text.trimEnd();
  const starts = [whole.lastIndexOf('\n'), Math.max(...['. ', '! ', '? '].map((end) => whole.lastIndexOf(end)))];
  for (const at of starts) {
    const posting = whole.slice(0, at + 1).trim();
    const request = at < 0 || posting.length < LEAST_POSTING ? null : readOpening(whole.slice(at + 1).trim());
    if (request?.posting === null && POINTS.test(request.about)) return { ...request, posting };
  }
  return null;
}

/** A posting that was pasted into a text, with what is asked for before it; null where there is none. */
export function findPosting(text: string): { readonly before: string; readonly request: CvRequest } | null {
  const whole = readCvRequest(text);
  if (whole?.posting != null) return { before: '', request: whole };
  for (const { before, rest } of laterBeginnings(text)) {
    const request = readOpening(rest);
    if (request?.posting != null) return { before, request };
  }
  return null;
}
