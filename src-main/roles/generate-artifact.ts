import { z } from 'zod';
import type { StepId } from '#contract/model/plan.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { WritingKind } from '#contract/model/text-under-way.ts';
import { type Ask, stopped } from '#main/model-router/ask-one.ts';
import type { Answered, ModelRouter } from '#main/model-router/model-router.ts';
import type { AskedFor, Prompt } from '#main/roles/asked-for.ts';
import { stringsIn } from '#main/roles/strings-in.ts';
import type { TextsUnderWay } from '#main/roles/texts-under-way.ts';
import global from '#resources/prompts/global.json' with { type: 'json' };
import listWriter from '#resources/prompts/list-writer.json' with { type: 'json' };
import shortener from '#resources/prompts/shortener.json' with { type: 'json' };
import textWriter from '#resources/prompts/text-writer.json' with { type: 'json' };
import writer from '#resources/prompts/writer.json' with { type: 'json' };

type Writer = Pick<ModelRouter, 'ask' | 'write'>;
type OnText = (soFar: string) => void;

/** What is written, by which instructions, and how what comes is read and shown while it comes. */
export type Template<T> = {
  readonly what: WritingKind;
  readonly prompt: Prompt;
  write(
    router: Writer,
    ask: Ask,
    check: (written: T) => readonly string[],
    onText: OnText,
  ): Promise<Result<Answered<T>>>;
};

const inWords = (what: WritingKind, role: string, { version, text }: typeof writer): Template<string> => ({
  what,
  prompt: {
    name: `${role}@${version} global@${global.version}`,
    instructions: [...global.text, '', ...text].join('\n'),
  },
  write: (router, ask, check, onText) => router.write(ask, check, onText),
});

/** The text of an email, between greeting and signature. */
export const messageTemplate = inWords('message', 'writer', writer);

/** The text of a letter, a post or a speech. */
export const textTemplate = inWords('text', 'text-writer', textWriter);

/** What is on a checklist, in one line. */
export const checklistTemplate = inWords('checklist', 'list-writer', listWriter);

const ShorterLinesSchema = z.strictObject({
  lines: z.array(z.strictObject({ number: z.number(), text: z.string() })),
});
export type ShorterLines = z.infer<typeof ShorterLinesSchema>;

/** Lines of a CV in fewer of their own words. */
export const shorterLinesTemplate: Template<ShorterLines> = {
  what: 'cv-lines',
  prompt: { name: `shortener@${shortener.version}`, instructions: shortener.text.join('\n') },
  write: (router, ask, check, onText) =>
    router.ask(ask, { name: 'shorter', schema: ShorterLinesSchema, check }, (soFar) =>
      onText(stringsIn(soFar, 'text').join('\n')),
    ),
};

export const DEMAND_OF_TEXT = { complexity: 'text', latency: 'waiting', risk: 'L1' } as const;

export type ArtifactData<T> = AskedFor & {
  /** What it is written from, as JSON. */
  readonly input: string;
  readonly stepId: StepId | null;
  /** The part of the person's words that it is written for; empty where the step says it. */
  readonly about: string;
  /** What is wrong with what was written, so that it is written again. */
  check(written: T): readonly string[];
};

/**
 * Has something written, where the person can watch it come and stop it. Stopped, it is thrown away: the failure is
 * `refused`, and what is built in has to do. Nothing of it is used before it has passed `check`.
 */
export async function generateArtifact<T>(
  router: Writer,
  underWay: TextsUnderWay,
  template: Template<T>,
  { check, stepId, about, signal, ...rest }: ArtifactData<T>,
): Promise<Result<T>> {
  const { what, prompt, write } = template;
  const { runId } = rest;
  // A rehearsal has no run, and nobody who watches.
  const writing = runId === null ? null : underWay.begin({ runId, stepId, what, about });
  const ask: Ask = {
    ...rest,
    purpose: 'write',
    demand: DEMAND_OF_TEXT,
    prompt,
    signal: writing === null ? signal : AbortSignal.any([signal, writing.signal]),
  };
  try {
    const written = await write(router, ask, check, (soFar) => writing?.tell(soFar));
    // The last word may have come in the same moment.
    if (writing?.signal.aborted) return fail(stopped);
    return written.ok ? succeed(written.value.value) : written;
  } finally {
    writing?.end();
  }
}
