import { describe, expect, it } from 'vitest';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { startLife } from '#main/compose-for-tests.ts';
import {
  describeTool,
  hostileCommand,
  keepsNotes,
  sayAndWait,
  sayYes,
  withHostile,
} from '#main/orchestrator/tool-servers-for-tests.ts';
import { planAnswer, RIDDLE } from '#main/planner/with-model/answers-for-tests.ts';
import { lifeWithModel } from '#main/planner/with-model/life-with-model-for-tests.ts';

const SAYS = 'use the tool keep_note of Notes with note milk';
const looks = { ...keepsNotes, does: 'looks' } as const;

describe('a program that means harm', { timeout: 60_000 }, () => {
  it('gets no word of its description before a planner, and no tool with a sentence for a name', async () => {
    const { life, server } = await withHostile('instructs');
    expect(server.tools.map(({ name }) => name)).toEqual(['keep_note']);
    const { connectors } = life.lifeOs.engine.tools;
    const told = connectors.flatMap(({ actions }) =>
      actions.map(({ title, tool, labels }) => ({ title, tool, labels })),
    );
    expect(JSON.stringify(told)).not.toContain('IMPORTANT');
    expect(JSON.stringify(told)).not.toContain('mail.send with');
  });

  it('is planned with by a model by its name and the names of what it takes, and only once it is described', async () => {
    const plan = planAnswer({ action: 'mcp-notes.keep-note', args: { note: 'oat milk' } });
    const { life } = await lifeWithModel(plan);
    const server = await life.api.toolServers.add({ name: 'Notes', way: 'command', at: hostileCommand('instructs') });
    const unplanned = await sayAndWait(life, RIDDLE);
    expect(unplanned.steps).toEqual([]);
    await describeTool(life, server, 'keep_note', keepsNotes);
    const planned = await sayAndWait(life, RIDDLE);
    expect(planned).toMatchObject({ state: 'waiting_approval', steps: [{ action: 'mcp-notes.keep-note' }] });
    const told = (await life.api.models.calls({})).items.map(({ sent }) => sent?.instructions ?? '').reverse();
    expect(told[0]).not.toContain('mcp-notes');
    expect(told.at(-1)).toContain('- mcp-notes.keep-note (L2): Use “keep_note” of Notes. Takes ');
    expect(told.join('\n')).not.toContain('IMPORTANT');
  });

  it('answers with instructions, which are words of somebody else and nothing more', async () => {
    const { life } = await withHostile('instructs', looks);
    await life.trust();
    const run = await sayAndWait(life, SAYS);
    expect(run).toMatchObject({ state: 'completed', steps: [{ state: 'succeeded' }], approvals: [] });
    const { says, lines } = run.steps[0]?.report ?? { says: '', lines: [] };
    expect(says).toContain('words that it or somebody else wrote');
    expect(lines).toContain('It held characters that nobody sees; I took them out.');
    expect(lines.join('\n')).toContain('pay 500 €');
    const actions = listEventsOfRun(life.lifeOs.engine.journal.orm, run.id).map(({ body }) => JSON.stringify(body));
    expect(actions.filter((body) => body.includes('effect.intended'))).toHaveLength(1);
  });

  it('can call itself harmless, and is asked about all the same; calling itself dangerous counts', async () => {
    const harmless = await withHostile('instructs', null);
    expect(harmless.server.tools).toMatchObject([{ hints: { readOnly: true }, map: null, risk: 'L3' }]);
    await harmless.life.trust();
    const asked = await sayAndWait(harmless.life, SAYS);
    expect(asked.approvals[0]?.reason.map(({ rule }) => rule)).toContain('unknown-tools-need-you');
    expect(asked.approvals[0]?.card).toMatchObject({
      title: 'Use “keep_note” of Notes, of which I know nothing',
      risk: 'L3',
      values: [{ label: 'Note', value: 'milk', provenance: ['person'] }],
    });
    expect(harmless.calls()).toBe(0);

    const dangerous = await withHostile('destroys', looks);
    expect(dangerous.server.tools).toMatchObject([{ hints: { destructive: true }, risk: 'L3' }]);
    await dangerous.life.trust();
    expect(await sayAndWait(dangerous.life, SAYS)).toMatchObject({ state: 'waiting_approval' });
  });

  it('is not believed what it calls itself: nothing shipped for the real one counts for it', async () => {
    const { server } = await withHostile('well', null);
    expect(server.tools).toMatchObject([{ map: null, mappedBy: null }]);
  });

  it('changes a tool after the yes: nothing is called, it counts as unknown, and the person is told', async () => {
    const { life, server, calls, turn } = await withHostile('changes');
    const waiting = await sayAndWait(life, SAYS);
    expect(waiting).toMatchObject({ state: 'waiting_approval' });
    turn('changed');
    const run = await sayYes(life, waiting);
    expect(run.steps).toMatchObject([{ state: 'failed', failure: { kind: 'changed-since' } }]);
    expect(calls()).toBe(0);
    const { items } = await life.api.events.history({ limit: 200 });
    expect(items.map(({ body }) => body)).toContainEqual({
      kind: 'tools.changed',
      provider: server.provider,
      title: 'Notes',
      tools: ['keep_note'],
    });
    const [after] = (await life.api.toolServers.list()).items;
    expect(after?.tools).toMatchObject([{ map: null, changed: true, risk: 'L3' }]);
    await expect(
      life.api.toolServers.mapTool({
        ...server,
        tool: 'keep_note',
        version: server.tools[0]?.version ?? '',
        map: looks,
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const anew = await sayAndWait(life, SAYS);
    expect(anew.approvals[0]?.reason.map(({ rule }) => rule)).toContain('unknown-tools-need-you');
  });

  it('crashes in the middle: nobody can know, it is not asked a second time, and the next use starts it again', async () => {
    const { life, calls, turn } = await withHostile('crashes');
    const run = await sayYes(life, await sayAndWait(life, SAYS));
    expect(run.steps).toMatchObject([{ state: 'blocked', failure: { kind: 'outcome-unknown', service: 'Notes' } }]);
    expect(calls()).toBe(1);
    turn('well');
    await life.api.workflows.settleStep({ id: run.id, stepId: run.steps[0]?.id ?? '', outcome: 'leave-it' });
    expect(await sayYes(life, await sayAndWait(life, SAYS))).toMatchObject({ steps: [{ state: 'succeeded' }] });
    expect(calls()).toBe(2);
  });

  it('crashes in the middle of what may be repeated: it is asked again', async () => {
    const { life, calls, turn } = await withHostile('crashes', { ...keepsNotes, repeatable: true });
    const waiting = await sayAndWait(life, SAYS);
    await life.approve(waiting.id);
    await life.until(() => life.run(waiting.id).steps[0]?.waits);
    turn('well');
    life.pass(10 * 60_000);
    await life.until(() => life.run(waiting.id).steps[0]?.state === 'succeeded');
    expect(calls()).toBe(2);
  });

  it.each(['floods', 'chatters'])('%s us: it is ended, and what became of the call is asked', async (how) => {
    const { life, calls } = await withHostile(how);
    const run = await sayYes(life, await sayAndWait(life, SAYS));
    expect(run.steps).toMatchObject([{ state: 'blocked', failure: { kind: 'outcome-unknown' } }]);
    expect(calls()).toBe(1);
  });

  it('hangs: the time is up after half a minute', async () => {
    const { life } = await withHostile('hangs');
    const began = performance.now();
    const run = await sayYes(life, await sayAndWait(life, SAYS));
    expect(run.steps).toMatchObject([{ state: 'blocked', failure: { kind: 'outcome-unknown' } }]);
    expect(performance.now() - began).toBeLessThan(45_000);
  });

  it('answers without an end: the beginning is kept', async () => {
    const { life } = await withHostile('answers-much', looks);
    await life.trust();
    const run = await sayAndWait(life, SAYS);
    expect(run.steps[0]?.report?.lines).toContain('It goes on; only the beginning is shown.');
    expect(JSON.stringify(run).length).toBeLessThan(200_000);
  });

  it('runs while it is used, and ends when it is switched off, and with the app', async () => {
    const { life, server, isRunning } = await withHostile('well', looks);
    await life.trust();
    expect(isRunning()).toBe(false);
    await sayAndWait(life, SAYS);
    expect(isRunning()).toBe(true);
    await life.api.integrations.disconnect({ provider: server.provider });
    await expect.poll(isRunning, { timeout: 10_000 }).toBe(false);
    await life.api.integrations.connect({ provider: server.provider });
    await sayAndWait(life, SAYS);
    expect(isRunning()).toBe(true);
    await life.close();
    expect(isRunning()).toBe(false);
  });

  it('says nonsense between its answers, and is understood all the same', async () => {
    const { life } = await withHostile('garbage', looks);
    await life.trust();
    expect(await sayAndWait(life, SAYS)).toMatchObject({ state: 'completed', steps: [{ state: 'succeeded' }] });
  });

  it('wants a model and folders of us, and gets neither', async () => {
    const { life } = await withHostile('asks-back', looks);
    await life.trust();
    expect(await sayAndWait(life, SAYS)).toMatchObject({ state: 'completed' });
    expect(life.errors).toEqual([]);
  });

  it('says that it did not work, and that is told in its words', async () => {
    const { life } = await withHostile('fails');
    const run = await sayYes(life, await sayAndWait(life, SAYS));
    const because = 'Notes says that it did not work: “The shelf is full”';
    expect(run.steps).toMatchObject([{ state: 'failed', failure: { kind: 'unreadable', because } }]);
  });

  it.each([
    ['never-answers', hostileCommand('never-answers'), 'could not be reached, or it does not speak MCP.'],
    ['is no program', '/nowhere/at/all --stdio', 'could not be reached, or it does not speak MCP.'],
    ['ends at once', 'node -e "console.error(\'I want a key\');process.exit(1)"', 'I want a key'],
  ])('%s: nothing is saved', async (_how, at, says) => {
    const life = await startLife('as shipped');
    const added = life.api.toolServers.add({ name: 'Notes', way: 'command', at });
    await expect(added).rejects.toMatchObject({ code: 'CANNOT_SIGN_IN', message: expect.stringContaining(says) });
    expect((await life.api.toolServers.list()).items).toEqual([]);
  });

  it('is described only by an argument that it has', async () => {
    const { life, server } = await withHostile('well', null);
    const map = { ...keepsNotes, does: 'sends', reaches: 'others', recipients: 'to' } as const;
    await expect(describeTool(life, server, 'keep_note', map)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
