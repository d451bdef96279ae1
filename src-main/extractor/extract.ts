import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import {
  type Extraction,
  type Picked,
  valueSchemas,
  type Wanted,
  type WantedKind,
} from '#main/extractor/extraction.ts';
import type { ReadingModel, ReadingRequest } from '#main/extractor/reading-model.ts';

const LONGEST_QUOTE = 1_000;

/** The one step that reads what others wrote: in goes a text, out come values of the declared schema and nothing else. */
export async function extract(
  model: ReadingModel,
  request: ReadingRequest,
  signal: AbortSignal,
): Promise<Result<Extraction>> {
  const answer = answerSchema(request.wanted).safeParse(await model.read(request, signal));
  if (!answer.success) return fail(notWhatWasAsked);
  if ('needsOtherSteps' in answer.data)
    return fail({ kind: 'needs-another-plan', because: answer.data.needsOtherSteps });
  const { picked, elsewhere } = pick(request, answer.data.values);
  return elsewhere.length > 0 ? fail(notInTheText) : succeed(picked);
}

/** What does not hold of an answer, one sentence each, so that whoever gave it can mend it. */
export function findExtractionProblems(request: ReadingRequest, answer: unknown): readonly string[] {
  const read = answerSchema(request.wanted).safeParse(answer);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => `${path.join('.') || 'The answer'}: ${message}`);
  if ('needsOtherSteps' in read.data) return [];
  const { elsewhere } = pick(request, read.data.values);
  return elsewhere.map((name) => `The quote of “${name}” has to stand in the text, with its value in it, or be null.`);
}

/** The values with their places, and the names of those whose words stand nowhere in the text. */
function pick(
  { text, wanted }: ReadingRequest,
  values: Readonly<Record<string, Said | null>>,
): { picked: Extraction; elsewhere: readonly string[] } {
  const picked: Record<string, Picked | null> = {};
  const elsewhere: string[] = [];
  for (const [name, kind] of Object.entries(wanted)) {
    const said = values[name] ?? null;
    const place = said === null ? null : placeOf(text, kind, said);
    if (said !== null && place === null) elsewhere.push(name);
    picked[name] = said === null || place === null ? null : { ...said, ...place };
  }
  return { picked, elsewhere };
}

const notWhatWasAsked: Failure = { kind: 'unreadable', because: t`What was read did not come out as it was asked for` };
const notInTheText: Failure = { kind: 'unreadable', because: t`What was read does not stand in the text` };

type Said = Pick<Picked, 'value' | 'quote'>;

function answerSchema(wanted: Wanted) {
  const shape = Object.entries(wanted).map(([name, kind]) => {
    const said = z.strictObject({ value: valueSchemas[kind], quote: z.string().min(1).max(LONGEST_QUOTE) });
    return [name, said.nullable()] as const;
  });
  const values = z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Record<string, Said | null>>;
  return z.union([z.strictObject({ values }), z.strictObject({ needsOtherSteps: z.string().min(1).max(300) })]);
}

/** Where the words stand; null when they don't, or when they do not hold the value that is said to come from them. */
function placeOf(text: string, kind: WantedKind, { value, quote }: Said): { start: number; end: number } | null {
  const start = text.indexOf(quote);
  if (start < 0 || !holds(quote, kind, value)) return null;
  return { start, end: start + quote.length };
}

/** A date and an amount are written in many ways; all else has to stand there letter for letter. */
function holds(quote: string, kind: WantedKind, value: Picked['value']): boolean {
  if (kind === 'date' || kind === 'amount') return /\p{N}|\p{L}/u.test(quote);
  return typeof value === 'string' && quote.includes(value);
}
