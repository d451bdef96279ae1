import { z } from 'zod';
import { findExtractionProblems } from '#main/extractor/extract.ts';
import { valueSchemas, type Wanted } from '#main/extractor/extraction.ts';
import type { ReadingModel, ReadingRequest } from '#main/extractor/reading-model.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import reader from '#resources/prompts/reader.json' with { type: 'json' };

/** A model on a person's own computer holds no more at once, and a letter says it sooner. */
const MOST_READ = 20_000;
const DEMAND = { complexity: 'simple', latency: 'waiting', risk: 'L0' } as const;
const LONGEST_WHY = 300;

export const readerPrompt = { name: `reader@${reader.version}`, instructions: reader.text.join('\n') };

/**
 * What has a shape of its own is found without a model. Only for what is left over is one asked, and only one that runs
 * on this computer: what others wrote to a person is not theirs to hand on. Where none can help, it is not found.
 */
export function createReader(builtIn: ReadingModel, router: Pick<ModelRouter, 'canAsk' | 'ask'>): ReadingModel {
  return {
    async read(request, signal) {
      const found = FoundSchema.parse(await builtIn.read(request, signal));
      const missing = Object.entries(request.wanted).filter(([name]) => (found.values[name] ?? null) === null);
      if (missing.length === 0) return found;
      const ask = { demand: DEMAND, domains: [], onlyHere: true };
      if (!(await router.canAsk(ask))) return found;
      const wanted: Wanted = Object.fromEntries(missing);
      const text = request.text.slice(0, MOST_READ);
      const { now, timeZone } = request.view;
      const answered = await router.ask(
        {
          ...ask,
          purpose: 'read',
          runId: null,
          automationId: null,
          prompt: readerPrompt,
          input: JSON.stringify({ now, timeZone, wanted, text }),
          signal,
        },
        {
          name: 'reading',
          schema: answerSchema(wanted),
          check: (answer) => problemsOf({ ...request, text }, wanted, answer),
        },
      );
      if (!answered.ok) return found;
      const { values, otherSteps } = answered.value.value;
      if (otherSteps.trim() !== '') return { needsOtherSteps: otherSteps.trim().slice(0, LONGEST_WHY) };
      return { values: { ...found.values, ...values } };
    },
  };
}

const FoundSchema = z.object({ values: z.record(z.string(), z.unknown()) });

type Answer = { readonly values: Record<string, unknown>; readonly otherSteps: string };

/** Without optional fields, as strict structured output wants it. */
function answerSchema(wanted: Wanted): z.ZodType<Answer> {
  const shape = Object.entries(wanted).map(([name, kind]) => {
    const value = kind === 'amount' ? valueSchemas.amount : z.string();
    return [name, z.strictObject({ value, quote: z.string() }).nullable()] as const;
  });
  return z.strictObject({ values: z.strictObject(Object.fromEntries(shape)), otherSteps: z.string() });
}

/** An answer is put back to the model with what does not hold, before it is held to by whoever asked. */
const problemsOf = (request: ReadingRequest, wanted: Wanted, { values, otherSteps }: Answer): readonly string[] =>
  otherSteps.trim() === '' ? findExtractionProblems({ ...request, wanted }, { values }) : [];
