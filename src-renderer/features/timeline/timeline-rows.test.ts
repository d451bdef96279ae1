import { expect, test } from 'vitest';
import type { EventBody, LoggedEvent } from '#contract/model/event.ts';
import {
  type Looking,
  type TimelineRow,
  timelineRows,
  withEntries,
} from '#renderer/features/timeline/timeline-rows.ts';

let seq = 0;
const event = (at: string, runId: string | null, body: EventBody): LoggedEvent => {
  seq += 1;
  return { seq, at, actor: 'test', runId, stepId: null, body, previousHash: '', hash: '' };
};

const rowsOf = (events: readonly LoggedEvent[], looking: Looking) =>
  timelineRows(withEntries(new Map(), events), looking);
const shape = (rows: readonly TimelineRow[]) =>
  rows.map((row) => {
    if (row.kind === 'day') return 'day';
    return row.kind === 'run' ? `run ${row.runId}: ${row.intent}` : row.event.body.kind;
  });

const said = (intent: string): EventBody => ({ kind: 'task.submitted', intent });
const plan: EventBody = { kind: 'plan.made', goal: 'A goal', steps: [] };
const intended = (id: string): EventBody => ({ kind: 'effect.intended', toolCallId: id, action: 'a.b', says: 'Do it' });
const happened = (id: string): EventBody => ({
  kind: 'effect.happened',
  toolCallId: id,
  action: 'a.b',
  report: { says: 'Done', lines: [] },
});
const reminder: EventBody = {
  kind: 'reminder.fired',
  scheduleId: 's',
  message: 'Pay the rent',
  dueAt: '2026-11-25T12:00:00.000Z',
};

const log = [
  event('2026-11-24T12:00:00.000Z', 'one', said('First')),
  event('2026-11-24T12:00:01.000Z', 'one', plan),
  event('2026-11-25T12:00:00.000Z', 'two', said('Second')),
  event('2026-11-25T12:00:01.000Z', 'two', plan),
  event('2026-11-25T12:00:02.000Z', 'one', intended('c1')),
  event('2026-11-25T12:00:03.000Z', 'two', intended('c2')),
  event('2026-11-25T12:00:04.000Z', null, reminder),
  event('2026-11-25T12:00:05.000Z', 'one', happened('c1')),
];

test('days newest first, the request with the latest news first, and each story from its beginning', () => {
  expect(shape(rowsOf(log, { filter: 'all', detail: false }))).toEqual([
    'day',
    'run one: null',
    'effect.happened',
    'reminder.fired',
    'run two: Second',
    'plan.made',
    'effect.intended',
    'day',
    'run one: First',
    'plan.made',
  ]);
});

test('with every detail, nothing of the log is left out', () => {
  const rows = rowsOf(log, { filter: 'all', detail: true });
  expect(rows.filter((row) => row.kind === 'event')).toHaveLength(log.length);
});

test('an event that arrives twice or out of order stands once, in its place', () => {
  const shuffled = [...log].reverse().concat(log.slice(2, 5));
  const options = { filter: 'all', detail: true } as const;
  expect(shape(rowsOf(shuffled, options))).toEqual(shape(rowsOf(log, options)));
});

test('a filter keeps its kind and no empty day or request', () => {
  expect(shape(rowsOf(log, { filter: 'reminders', detail: false }))).toEqual(['day', 'reminder.fired']);
});

test('a story is joined line to line, and ends', () => {
  const rows = rowsOf(log, { filter: 'all', detail: true });
  const lines = rows.filter((row) => row.kind === 'event' && row.event.runId === 'two');
  expect(lines.map((row) => row.kind === 'event' && row.goesOn)).toEqual([true, true, false]);
});

test('every row has a key of its own', () => {
  const keys = rowsOf(log, { filter: 'all', detail: true }).map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a day to which nothing is added keeps its very rows', () => {
  const options = { filter: 'all', detail: false } as const;
  const days = withEntries(new Map(), log);
  const more = withEntries(days, [event('2026-11-25T13:00:00.000Z', 'one', plan)]);
  const [before, after] = [timelineRows(days, options), timelineRows(more, options)];
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)).toBe(before.at(-1));
});
