import { describe, expect, it } from 'vitest';
import { planOf, step } from '#main/compose-for-tests.ts';
import { openTestDoor, type TestDoor } from '#main/shell/web/open-door-for-tests.ts';

const plans = {
  both: planOf(step('write', 'a'), step('draft', 'b')),
  question: {
    kind: 'question',
    question: { id: 'when', says: 'When?', about: 'it', choices: ['Now'] },
  },
} as const;
const text = expect.any(String);
const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Asks over HTTP and answers with the body, when the status is the one that was expected. */
async function ok(door: TestDoor, method: string, path: string, body?: unknown, status = 200) {
  const answer = await door.call(method, `/api/v1${path}`, body);
  expect(answer).toMatchObject({ status });
  return answer.body as Record<string, unknown> & { items: Record<string, unknown>[] };
}

/** Says a sentence over HTTP and waits until it waits for the person. */
async function waitingRun(door: TestDoor, intent: string): Promise<string> {
  const { runId } = await ok(door, 'POST', '/tasks', { intent }, 201);
  await door.life.still(String(runId));
  return String(runId);
}

describe('the routes of the specification', () => {
  it('POST /tasks takes a sentence', async () => {
    const door = await openTestDoor(plans);
    const asked = { intent: 'both', priority: 'high', constraints: { locations: ['Remote'], salary_min: 120_000 } };
    expect(await ok(door, 'POST', '/tasks', asked, 201)).toEqual({
      id: text,
      runId: text,
      intent: 'both',
      priority: 'high',
      state: 'queued',
      createdAt: moment,
    });
  });

  it('GET /workflows/{id} answers with steps, approvals, artifacts and events', async () => {
    const door = await openTestDoor(plans);
    const id = await waitingRun(door, 'both');
    const run = await ok(door, 'GET', `/workflows/${id}`);
    expect(run).toMatchObject({
      id,
      state: 'waiting_approval',
      intent: 'both',
      risk: 'L2',
      paused: false,
      artifacts: [],
    });
    expect(run).toMatchObject({ createdAt: moment, updatedAt: moment, question: null, answer: null, leftOut: [] });
    expect(run.steps).toMatchObject([
      { id: 'a', runId: id, name: 'write a', action: 'ledger.write', dependsOn: [], state: 'blocked', risk: 'L2' },
      { id: 'b', runId: id, name: 'draft b', action: 'ledger.draft', dependsOn: [], state: 'ready', risk: 'L1' },
    ]);
    expect(run.approvals).toMatchObject([{ id: text, runId: id, stepId: 'a', status: 'waiting', digest: text }]);
    const events = run.events as { seq: number; body: { kind: string } }[];
    expect(events.map(({ body }) => body.kind)).toContain('plan.made');
    expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).toSorted((a, b) => a - b));
  });

  it('POST /approvals/{id}/decision answers one card', async () => {
    const door = await openTestDoor(plans);
    await waitingRun(door, 'both');
    const [card] = (await ok(door, 'GET', '/approvals?status=waiting')).items;
    const answer = { decision: 'approve', notes: 'Only the first five' };
    expect(await ok(door, 'POST', `/approvals/${card?.id}/decision`, answer)).toMatchObject({
      id: card?.id,
      status: 'approved',
      decidedBy: 'you',
      decidedAt: moment,
      notes: 'Only the first five',
    });
    const other = await door.call('POST', `/api/v1/approvals/${card?.id}/decision`, { decision: 'decline' });
    expect(other).toMatchObject({ status: 409, body: { code: 'CONFLICT', defined: true, message: text } });
  });

  it('GET and PUT /policies show the rules and change those that are yours', async () => {
    const door = await openTestDoor(plans);
    const { items } = await ok(door, 'GET', '/policies');
    expect(items[0]).toMatchObject({
      id: 'autonomy',
      kind: 'autonomy',
      says: text,
      editable: true,
      autonomy: 'ask-important',
    });
    const guardrail = items.find(({ kind }) => kind === 'guardrail');
    expect(guardrail).toMatchObject({ editable: false, enabled: true, says: text });
    expect(await ok(door, 'PUT', '/policies/autonomy', { autonomy: 'ask-everything' })).toMatchObject({
      id: 'autonomy',
      autonomy: 'ask-everything',
    });
    expect(await ok(door, 'PUT', '/policies/first-week', { enabled: false })).toMatchObject({ enabled: false });
    const refused = await door.call('PUT', `/api/v1/policies/${guardrail?.id}`, { enabled: false });
    expect(refused).toMatchObject({ status: 409, body: { message: text } });
    expect(await door.call('PUT', '/api/v1/policies/autonomy', {})).toMatchObject({ status: 400 });
    expect(await door.call('PUT', '/api/v1/policies/unknown', { enabled: true })).toMatchObject({ status: 404 });
  });

  it('GET /integrations lists them, connect and disconnect switch one', async () => {
    const door = await openTestDoor(plans);
    const { items } = await ok(door, 'GET', '/integrations');
    expect(items).toMatchObject([
      { provider: 'ledger', title: 'Ledger', lives: 'computer', connected: true, capability: 'partial' },
      { provider: 'post-box', lives: 'account', connected: false },
      { provider: 'reading', lives: 'computer', connected: true, capability: 'partial' },
      { provider: 'memory', lives: 'computer', connected: true, capability: 'supported' },
    ]);
    expect(await ok(door, 'POST', '/integrations/post-box/connect')).toMatchObject({ connected: true });
    expect(await ok(door, 'POST', '/integrations/ledger/disconnect')).toMatchObject({ connected: false });
    const { runId } = await ok(door, 'POST', '/tasks', { intent: 'both' }, 201);
    const run = await door.life.still(String(runId));
    expect(run.steps.map(({ failure }) => failure?.kind)).toEqual(['needs-reconnect', 'needs-reconnect']);
  });
});

describe('the routes beside them', () => {
  it('list runs page by page without gap or repeat', async () => {
    const door = await openTestDoor(plans);
    const said: string[] = [];
    for (let n = 0; n < 7; n += 1) said.push(await waitingRun(door, 'both'));
    const seen: unknown[] = [];
    let cursor = '';
    for (;;) {
      const page = await ok(door, 'GET', `/workflows?limit=3&state=waiting_approval${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(said.toReversed());
    expect((await ok(door, 'GET', '/workflows?state=completed')).items).toEqual([]);
  });

  it('approve a plan, hold it, take it back, and stop one', async () => {
    const door = await openTestDoor(plans);
    const id = await waitingRun(door, 'both');
    const [card] = door.life.run(id).approvals;
    expect(await ok(door, 'POST', `/workflows/${id}/pause`)).toMatchObject({ id, paused: true });
    const approve = [{ approvalId: card?.id, digest: card?.digest }];
    expect(await ok(door, 'POST', `/workflows/${id}/approve`, { approve })).toMatchObject({ id, state: 'executing' });
    expect(await ok(door, 'POST', `/workflows/${id}/resume`)).toMatchObject({ id, paused: false });
    await door.life.still(id);
    const [document] = (await ok(door, 'GET', `/artifacts?runId=${id}`)).items;
    expect(document).toMatchObject({
      id: text,
      runId: id,
      stepId: 'b',
      name: 'b.txt',
      mediaType: 'text/plain',
      size: 7,
    });
    expect(await ok(door, 'GET', `/artifacts/${document?.id}`)).toEqual(document);
    const content = await door.ask({ path: `/api/v1/artifacts/${document?.id}/content` });
    expect(content).toMatchObject({ status: 200, text: 'about b' });
    expect(content.headers).toMatchObject({ 'content-type': expect.stringContaining('text/plain') });
    expect(String(content.headers['content-disposition'])).toContain('b.txt');
    const undone = await ok(door, 'POST', `/workflows/${id}/steps/a/undo`);
    expect(undone.steps).toMatchObject([{ undo: { state: 'undone' } }, { undo: { state: 'none' } }]);
    expect((await ok(door, 'POST', `/workflows/${id}/undo`)).steps).toMatchObject([{}, { undo: { state: 'undone' } }]);
    const other = await waitingRun(door, 'both');
    expect(await ok(door, 'POST', `/workflows/${other}/cancel`)).toMatchObject({ id: other, state: 'canceled' });
  });

  it('answer a question', async () => {
    const door = await openTestDoor(plans);
    const id = await waitingRun(door, 'question');
    expect(door.life.run(id).question?.says).toBe('When?');
    const answered = await ok(door, 'POST', `/workflows/${id}/answer`, { questionId: 'when', text: 'Now' });
    expect(answered).toMatchObject({ id, state: 'planning', question: null });
  });

  it('pause everything and let it go on', async () => {
    const door = await openTestDoor(plans);
    expect(await ok(door, 'GET', '/pause')).toMatchObject({
      paused: false,
      since: null,
      about: null,
      stopped: [],
      stillOut: [],
      held: [],
    });
    expect(await ok(door, 'POST', '/pause')).toMatchObject({ paused: true, since: moment });
    expect(await ok(door, 'GET', '/status')).toMatchObject({ paused: true, pausedSince: moment, waitingApprovals: 0 });
    expect(await ok(door, 'POST', '/resume', { all: true })).toMatchObject({ paused: false, since: null });
  });

  it('remember, correct and forget', async () => {
    const door = await openTestDoor(plans);
    const item = { kind: 'person', name: 'Ana', email: 'ana@example.com' };
    const { id } = await ok(door, 'POST', '/memory', { item }, 201);
    const corrected = { item: { ...item, name: 'Ana Lima' } };
    const again = await ok(door, 'PUT', `/memory/${id}`, corrected);
    expect(again).toMatchObject({ name: 'Ana Lima', updatedAt: moment, corrects: id, status: 'known' });
    expect((await ok(door, 'GET', '/memory')).items).toMatchObject([
      { id, kind: 'person', email: 'ana@example.com', status: 'superseded' },
      { id: again.id, name: 'Ana Lima', learnt: { by: 'said', quote: null } },
    ]);
    expect((await ok(door, 'GET', '/memory/search?text=ana')).hits).toMatchObject([
      { what: 'memory', itemId: again.id },
    ]);
    expect(await ok(door, 'GET', `/memory/${again.id}/uses`)).toEqual({ uses: [] });
    expect((await ok(door, 'GET', '/memory/export')).items).toHaveLength(2);
    expect(await ok(door, 'PUT', '/memory/retention', { superseded: 7 })).toMatchObject({ superseded: 7, waiting: 30 });
    expect(await ok(door, 'GET', '/memory/retention')).toMatchObject({ superseded: 7 });
    for (const gone of [id, again.id]) expect(await ok(door, 'DELETE', `/memory/${gone}`)).toEqual({ id: gone });
    expect((await ok(door, 'GET', '/memory')).items).toEqual([]);
    const noYes = await door.call('POST', `/api/v1/memory/${id}/confirmation`, { yes: true });
    expect(noYes).toMatchObject({ status: 404 });
    const bad = await door.call('POST', '/api/v1/memory', { item: { ...item, email: 'nobody' } });
    expect(bad).toMatchObject({ status: 400, body: { data: { problems: [{ path: 'item.email' }] } } });
  });

  it('tell the log backwards and prove it whole', async () => {
    const door = await openTestDoor(plans);
    const id = await waitingRun(door, 'both');
    const first = await ok(door, 'GET', '/timeline?limit=4');
    const second = await ok(door, 'GET', `/timeline?limit=500&before=${first.nextBefore}`);
    const seqs = [...first.items, ...second.items].map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, n) => seqs.length - n));
    expect(second.nextBefore).toBeNull();
    const ofRun = await ok(door, 'GET', `/timeline?runId=${id}`);
    expect(new Set(ofRun.items.map(({ runId }) => runId))).toEqual(new Set([id]));
    expect(await ok(door, 'GET', '/timeline/verification')).toEqual({
      whole: true,
      entries: seqs.length,
      firstBrokenSeq: null,
      says: 'All 8 entries are whole, and each follows on the one before it.',
    });
  });

  it('show reminders, the files of a connector, and how things stand', async () => {
    const door = await openTestDoor(plans);
    const id = await waitingRun(door, 'both');
    await door.life.approve(id);
    await door.life.still(id);
    expect(await ok(door, 'GET', '/schedules')).toEqual({ items: [] });
    const file = await door.ask({ path: '/api/v1/integrations/ledger/files/rows.jsonl' });
    expect(file.text.trimEnd().split('\n')).toHaveLength(2);
    expect(await ok(door, 'GET', '/status')).toMatchObject({
      version: '0.0.0',
      now: moment,
      timeZone: 'Europe/Lisbon',
      running: 0,
      lastSeq: expect.any(Number),
      dataFolder: door.life.folder,
    });
  });
});
