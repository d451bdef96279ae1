import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunDetail } from '#contract/api/workflows.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { findRunState } from '#db/repositories/runs.ts';
import { composeLifeOs, type LifeOs } from '#main/compose.ts';
import { migrationsFolder } from '#main/compose-for-tests.ts';
import tasks from './everyday-tasks.json' with { type: 'json' };

const Tasks = z.strictObject({
  prepared: z.array(z.string()),
  looks: z.array(z.string()),
  drafts: z.array(z.string()),
  writes: z.array(z.string()),
});
const { prepared, looks, drafts, writes } = Tasks.parse(tasks);

type Told = { readonly sentence: string; readonly kind: string; readonly decisions: number; readonly run: RunDetail };

const folder = mkdtempSync(join(tmpdir(), 'life-os-everyday-'));
const told: Told[] = [];
let lifeOs: LifeOs;

/** The app as it ships, with its own planner and connectors, at the middle level after the careful first week. */
async function openLife(name: string) {
  let time = Date.parse('2026-11-24T10:00:00.000Z');
  lifeOs = await composeLifeOs({
    dataFolder: join(folder, name),
    version: '0.0.0',
    migrationsFolder,
    log: { info: () => {}, error: (fields, message) => console.error(message, fields) },
    clock: {
      now() {
        time += 1;
        return new Date(time).toISOString();
      },
    },
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
  });
  const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
  await api.policies.update({ id: 'first-week', enabled: false });
  for (const [name, email] of [
    ['Ana', 'ana@example.com'],
    ['Mum', 'mum@example.com'],
  ] as const) {
    await api.memory.add({ item: { kind: 'person', name, email } });
  }
  return api;
}

async function doTask(api: Awaited<ReturnType<typeof openLife>>, sentence: string): Promise<Omit<Told, 'kind'>> {
  const { runId } = await api.tasks.submit({ intent: sentence });
  const { orm } = lifeOs.engine.journal;
  const standsStill = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        const state = findRunState(orm, runId);
        if (!state || !(isRunOver(state) || state === 'waiting_approval')) return;
        stop();
        resolve();
      };
      const stop = lifeOs.subscribe(look);
      look();
    });
  let decisions = 0;
  for (;;) {
    await standsStill();
    const run = await api.workflows.get({ id: runId });
    const waiting = run.approvals.filter(({ status }) => status === 'waiting');
    if (isRunOver(run.state) || waiting.length === 0) return { sentence, decisions, run };
    decisions += 1;
    // One press on the plan; where two things are at the same time, both are let be.
    const approve = waiting.map(({ id, digest, card }) => {
      const choice = (card.conflicts?.length ?? 0) > 0 ? { choice: { kind: 'anyway' as const } } : {};
      return { approvalId: id, digest, ...choice };
    });
    await api.workflows.approve({ id: runId, approve } as Parameters<typeof api.workflows.approve>[0]);
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['looks', looks, 0],
  ['drafts', drafts, 0],
  ['writes', writes, 1],
] as const)('everyday %s', (kind, sentences, most) => {
  let api: Awaited<ReturnType<typeof openLife>>;
  beforeAll(async () => {
    api = await openLife(kind);
    for (const sentence of prepared) await doTask(api, sentence);
  });
  afterAll(() => lifeOs.close());

  it.each(sentences)('%s', async (sentence) => {
    const done = await doTask(api, sentence);
    told.push({ ...done, kind });
    expect(done.run.question, 'it is understood without a question').toBeNull();
    expect(done.run.steps.map(({ failure }) => failure).filter((failure) => failure !== null)).toEqual([]);
    expect(done.run.state).toBe('completed');
    expect(done.decisions).toBeLessThanOrEqual(most);
    if (kind === 'writes') expect(done.run.steps.some(({ risk }) => risk !== 'L0')).toBe(true);
  });
});

describe('over all of them', () => {
  it('are at least 100 tasks, and this is how often the person was asked', () => {
    const rows = ['looks', 'drafts', 'writes'].map((kind) => {
      const of = told.filter((each) => each.kind === kind);
      const sum = of.reduce((total, { decisions }) => total + decisions, 0);
      return `| ${kind} | ${of.length} | ${sum} | ${Math.max(0, ...of.map(({ decisions }) => decisions))} |`;
    });
    console.log(['| kind | tasks | decisions | most for one |', '| --- | --: | --: | --: |', ...rows].join('\n'));
    expect(looks.length + drafts.length + writes.length).toBeGreaterThanOrEqual(100);
  });
});
