import { laterBeginnings, oneOf, POLITE } from '#main/planner/text/request-beginnings.ts';
import pack from '#resources/packs/everyday/intents/texts.json' with { type: 'json' };

const { verbs, these, texts, tails } = pack.sumUp.pasted;
/** “Please summarise this email for me”: nothing is named that would stand somewhere else. */
const REQUEST = new RegExp(
  `^${POLITE}(?:${oneOf(verbs)})(?:\\s+(?:${oneOf(these)})(?:\\s+(?:${oneOf(texts)}))?)?(?:[\\s,]+(?:${oneOf(tails)})){0,3}$`,
  'iu',
);
const LONGEST_REQUEST = 200;
/** A text is longer than what it is called. */
const LEAST = 40;

type TextToSumUp = { readonly before: string; readonly said: string; readonly text: string };

/**
 * A text that was pasted to be put in short, after a colon, on the next line, or before the request, with the request
 * and with what is asked for before it; null where there is none. Whatever stands in the text is read by nobody here.
 */
export function findTextToSumUp(whole: string): TextToSumUp | null {
  for (const { before, rest } of [{ before: '', rest: whole.trim() }, ...laterBeginnings(whole)]) {
    const at = rest.search(/[:\n]/u);
    const found = at < 0 ? null : textFor(rest.slice(0, at), rest.slice(at + 1));
    if (found !== null) return { before, ...found };
  }
  const trimmed = whole.trim();
  const at = trimmed.lastIndexOf('\n');
  const found = at < 0 ? null : textFor(trimmed.slice(at + 1), trimmed.slice(0, at));
  return found && { before: '', ...found };
}

function textFor(request: string, pasted: string): Omit<TextToSumUp, 'before'> | null {
  if (request.length > LONGEST_REQUEST) return null;
  const said = request.replace(/[\s.!?]+$/u, '').trimStart();
  const text = pasted.trim();
  return text.length >= LEAST && REQUEST.test(said) ? { said, text } : null;
}
