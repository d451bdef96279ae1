import { z } from 'zod';
import type { Reword } from '#connectors/sdk/action.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import shortener from '#resources/prompts/shortener.json' with { type: 'json' };

const DEMAND = { complexity: 'text', latency: 'waiting', risk: 'L1' } as const;
/** After this nobody waits any longer, and the person's own words stand. */
const LONGEST_WAIT_MS = 40_000;
const MOST_PROBLEMS = 10;

export const shortenerPrompt = { name: `shortener@${shortener.version}`, instructions: shortener.text.join('\n') };

const AnswerSchema = z.strictObject({ lines: z.array(z.strictObject({ number: z.number(), text: z.string() })) });
type Answer = z.infer<typeof AnswerSchema>;

/**
 * Has a model put lines of the person's own shorter. It is told once which of them say something else; those that still
 * do are left as they are, one by one, and so is everything when no model can be asked or none answers in time.
 */
export function createReword(router: Pick<ModelRouter, 'canAsk' | 'ask'>): Reword {
  return async ({ lines, check, signal }) => {
    const own = lines.map(() => null);
    const ask = { demand: DEMAND, domains: ['career'] as const };
    if (lines.length === 0 || !(await router.canAsk(ask))) return own;

    const problemsOf = (answer: Answer): readonly string[] =>
      answer.lines.flatMap(({ number, text }) => {
        const problem = check(text, lines[number - 1]?.text ?? '');
        return problem === null ? [] : [`Line ${number}: ${problem}`];
      });
    let isToldOnce = false;
    const answered = await router.ask(
      {
        ...ask,
        purpose: 'write',
        runId: null,
        automationId: null,
        prompt: shortenerPrompt,
        input: JSON.stringify({ lines: lines.map(({ text, first }, at) => ({ number: at + 1, text, skills: first })) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
      },
      {
        name: 'shorter',
        schema: AnswerSchema,
        check(answer) {
          if (isToldOnce) return [];
          isToldOnce = true;
          return problemsOf(answer).slice(0, MOST_PROBLEMS);
        },
      },
    );
    if (!answered.ok) return own;
    const said = new Map(answered.value.value.lines.map(({ number, text }) => [number, text]));
    return lines.map(({ text }, at) => {
      const line = said.get(at + 1);
      return line === undefined || check(line, text) !== null ? null : line;
    });
  };
}
