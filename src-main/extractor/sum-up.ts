import { z } from 'zod';
import { keySentences } from '#main/extractor/key-sentences.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { findUnfounded } from '#main/roles/find-unfounded.ts';
import summariser from '#resources/prompts/summariser.json' with { type: 'json' };

/** A model on a person's own computer holds no more at once. */
const MOST_READ = 20_000;
const MOST_LINES = 5;
const LONGEST_LINE = 400;
/** What is as short as its summary would be is not put to a model. */
const SHORT = 400;
const DEMAND = { complexity: 'text', latency: 'waiting', risk: 'L0' } as const;

export const summariserPrompt = { name: `summariser@${summariser.version}`, instructions: summariser.text.join('\n') };

/** A text in short. `word-for-word`: sentences of the text itself. `model`: what a model on this computer made of it. */
export const SummarySchema = z.object({ lines: z.array(z.string()), made: z.enum(['word-for-word', 'model']) });
export type Summary = z.infer<typeof SummarySchema>;

/** Puts a cleaned text in short. It has no tools, and what it answers carries the marks of the text. */
export type SumUp = (text: string, signal: AbortSignal) => Promise<Summary>;

const AnswerSchema = z.strictObject({ lines: z.array(z.string()) });

/**
 * By a model where one runs on this computer, since what others wrote to a person is not theirs to hand on; by picking
 * sentences where none does, or where it claims what the text does not say.
 */
export const createSumUp =
  (router: Pick<ModelRouter, 'canAsk' | 'ask'>): SumUp =>
  async (text, signal) => {
    const wordForWord: Summary = { lines: keySentences(text), made: 'word-for-word' };
    const ask = { demand: DEMAND, domains: [], onlyHere: true };
    if (text.trim().length <= SHORT || !(await router.canAsk(ask))) return wordForWord;
    const read = text.slice(0, MOST_READ);
    const answered = await router.ask(
      {
        ...ask,
        purpose: 'read',
        runId: null,
        automationId: null,
        prompt: summariserPrompt,
        input: JSON.stringify({ text: read }),
        signal,
      },
      { name: 'summary', schema: AnswerSchema, check: ({ lines }) => findProblems(lines, read) },
    );
    return answered.ok ? { lines: answered.value.value.lines.map((line) => line.trim()), made: 'model' } : wordForWord;
  };

function findProblems(lines: readonly string[], text: string): readonly string[] {
  if (lines.length === 0 || lines.length > MOST_LINES) return [`There have to be one to ${MOST_LINES} lines.`];
  const isLong = lines.some((line) => line.trim() === '' || line.length > LONGEST_LINE);
  return [
    ...(isLong ? [`Each line has to be one sentence of at most ${LONGEST_LINE} characters.`] : []),
    ...lines.flatMap((line) => findUnfounded(line, text)),
  ];
}
