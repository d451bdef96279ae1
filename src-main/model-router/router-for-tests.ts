import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { ModelProfile } from '#contract/model/model-settings.ts';
import { openDatabase } from '#db/open-database.ts';
import { listModelCalls, type ModelCallRow } from '#db/repositories/model-calls.ts';
import { insertOwner } from '#db/repositories/people.ts';
import { createJournal, type Journal } from '#main/events/journal.ts';
import { createIds } from '#main/ids.ts';
import type { Ask } from '#main/model-router/ask-one.ts';
import { createModelRouter, type ModelRouter, type RouterOptions } from '#main/model-router/model-router.ts';
import type { Wanted } from '#main/model-router/read-answer.ts';
import {
  changedSettings,
  type ProfileRule,
  profileRules,
  readModelSettings,
  saveModelSettings,
} from '#main/model-router/settings-in-force.ts';

/** Where nothing listens. */
export const NOWHERE = 'http://127.0.0.1:9';

/** A server on loopback that speaks as OpenAI and Ollama do. */
export async function startStub(): Promise<LLMock> {
  const stub = new LLMock({ port: 0, logLevel: 'silent' });
  await stub.start();
  onTestFinished(() => stub.stop());
  return stub;
}

/** Answers each request under a path by hand, for what the stub cannot say. Answers with the base URL to use. */
export function speakByHand(
  stub: LLMock,
  path: string,
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): string {
  stub.mount(path, {
    async handleRequest(request, response) {
      let body = '';
      for await (const part of request) body += String(part);
      answer(request, response, body);
      return true;
    },
  });
  return `${stub.url}${path}`;
}

/** The router beside a model on this computer that gives these answers in turn, and the last of them from then on. */
export async function withModelHere(...answers: readonly object[]): Promise<TestRouter & { readonly stub: LLMock }> {
  const stub = await startStub();
  let asked = 0;
  stub.onMessage(/./, () => ({ content: JSON.stringify(answers[Math.min(asked++, answers.length - 1)]) }));
  const environment = { OLLAMA_HOST: stub.url.replace('http://', '') };
  return { ...(await openRouter({ readSecret: async () => null, environment })), stub };
}

export type TestRouter = {
  readonly router: ModelRouter;
  readonly journal: Journal;
  /** Every call that was made, the oldest first. */
  calls(): ModelCallRow[];
  set(change: Parameters<typeof changedSettings>[1]): Promise<void>;
  /** How long the router was told to wait, each time. */
  readonly waited: number[];
  pass(milliseconds: number): void;
};

/** The real router on a real database. Ollama is nowhere unless it is given. */
export async function openRouter(
  options: Partial<Pick<RouterOptions, 'environment' | 'readSecret' | 'fetch'>> & {
    rule?: Partial<ProfileRule>;
    folder?: string;
  } = {},
): Promise<TestRouter> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'life-os-models-'));
  let time = Date.parse('2026-11-24T10:00:00.000Z');
  const clock = {
    now() {
      time += 1;
      return new Date(time).toISOString();
    },
  };
  const database = await openDatabase(folder, join(import.meta.dirname, '../../db/migrations'), clock.now());
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const journal = createJournal({ database, clock, ids: createIds() });
  await journal.write((tx) =>
    insertOwner(tx, { id: tx.newId(), timeZone: 'Europe/Lisbon', locale: 'en-GB', createdAt: tx.now }),
  );
  const waited: number[] = [];
  const rules = Object.fromEntries(
    Object.entries(profileRules).map(([profile, rule]) => [profile, { ...rule, ...options.rule }]),
  ) as Record<ModelProfile, ProfileRule>;
  const router = createModelRouter({
    journal,
    fetch: options.fetch ?? globalThis.fetch,
    environment: { OLLAMA_HOST: NOWHERE, ...options.environment },
    readSecret: options.readSecret ?? (async () => 'a-key'),
    rules,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
  });
  return {
    router,
    journal,
    waited,
    calls: () => listModelCalls(journal.orm, {}, 1000).toReversed(),
    async set(change) {
      await journal.write((tx) => saveModelSettings(tx, changedSettings(readModelSettings(tx.orm), change), tx.now));
      router.forget();
    },
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

export const ColourSchema = z.strictObject({ colour: z.string(), shade: z.enum(['light', 'dark']) });
export const wantsColour: Wanted<z.infer<typeof ColourSchema>> = { name: 'colour', schema: ColourSchema };
export const RED = { colour: 'red', shade: 'dark' } as const;

/** A question as the parts of the app ask it. */
export const asking = (input: string, more: Partial<Ask> = {}): Ask => ({
  purpose: 'plan',
  demand: { complexity: 'simple', latency: 'waiting', risk: 'L0' },
  domains: [],
  runId: null,
  automationId: null,
  prompt: { name: 'colours@1', instructions: 'Say which colour it is.' },
  input,
  signal: new AbortController().signal,
  ...more,
});
