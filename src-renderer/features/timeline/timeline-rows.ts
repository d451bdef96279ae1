import type { EventBody, EventKind, LoggedEvent } from '#contract/model/event.ts';
import { dayKey } from '#renderer/words/time.ts';

export type Filter = 'all' | 'done' | 'asked' | 'reminders' | 'settings';

export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string; readonly hasDone: boolean }
  | {
      readonly kind: 'run';
      readonly key: string;
      readonly runId: string;
      /** Null where its beginning lies further back than what is read. */
      readonly intent: string | null;
      /** How many its plan has; 0 where that lies further back. */
      readonly steps: number;
    }
  | { readonly kind: 'event'; readonly key: string; readonly event: LoggedEvent; readonly goesOn: boolean };

/** What the timeline shows without being asked for every detail: what was said, decided, done and taken back. */
const told: Readonly<Record<EventKind, Filter | 'detail'>> = {
  'task.submitted': 'detail',
  'run.changed': 'detail',
  'plan.made': 'all',
  'plan.answered': 'all',
  'question.asked': 'all',
  'question.answered': 'all',
  'writing.stopped': 'detail',
  'arguments.settled': 'detail',
  'step.changed': 'detail',
  'gate.decided': 'detail',
  'conflict.found': 'asked',
  'approval.asked': 'detail',
  'approval.answered': 'asked',
  'effect.intended': 'done',
  'effect.happened': 'done',
  'effect.held': 'done',
  'effect.called-off': 'done',
  'effect.rehearsed': 'done',
  'step.delayed': 'done',
  'step.drafted': 'done',
  'step.given-up': 'done',
  'dead-letter.answered': 'asked',
  'service.failing': 'done',
  'service.back': 'done',
  'effect.failed': 'done',
  'effect.unknown': 'done',
  'effect.settled': 'done',
  'run.compensated': 'done',
  'run.left': 'done',
  'undo.requested': 'detail',
  'undo.waits': 'detail',
  'undo.ended': 'detail',
  'undo.intended': 'done',
  'undo.happened': 'done',
  'undo.failed': 'done',
  'undo.asked': 'done',
  'undo.answered': 'done',
  'redo.intended': 'done',
  'redo.happened': 'done',
  'redo.failed': 'done',
  'reminder.fired': 'reminders',
  'reminder.missed': 'reminders',
  'automation.created': 'settings',
  'automation.changed': 'settings',
  'automation.fired': 'all',
  'automation.missed': 'reminders',
  'access.given': 'settings',
  'access.revoked': 'settings',
  'automation.removed': 'settings',
  'automation.restored': 'settings',
  'pause.set': 'settings',
  'pause.lifted': 'settings',
  'suspicion.raised': 'settings',
  'suspicion.confirmed': 'settings',
  'rule.added': 'settings',
  'rule.ended': 'settings',
  'rule.set-aside': 'settings',
  'rule.back': 'settings',
  'suggestion.refused': 'settings',
  'model.doubted': 'settings',
  'model.relied-on': 'settings',
  'models.changed': 'settings',
  'policy.changed': 'settings',
  'integration.changed': 'settings',
  'language.changed': 'settings',
  'onboarding.changed': 'detail',
  'tool.described': 'settings',
  'tools.changed': 'settings',
  'memory.changed': 'settings',
  'storage.restored': 'all',
  'storage.damaged': 'all',
  'app.started': 'detail',
};

/** How the log is looked at. */
export type Looking = { readonly filter: Filter; readonly detail: boolean };

/** Entries by the day that they are of, each day's in order and each entry once. */
export type Days = ReadonlyMap<string, readonly LoggedEvent[]>;

/** What is known with these entries as well, in any order. Days to which nothing is added stay the very same. */
export function withEntries(days: Days, more: readonly LoggedEvent[]): Days {
  const added = new Map(days);
  for (const [day, ofDay] of Map.groupBy(more, ({ at }) => dayKey(at))) {
    const before = days.get(day) ?? [];
    const known = new Set(before.map(({ seq }) => seq));
    const fresh = [...new Map(ofDay.map((event) => [event.seq, event])).values()].filter(({ seq }) => !known.has(seq));
    if (fresh.length > 0)
      added.set(
        day,
        [...before, ...fresh].sort((a, b) => a.seq - b.seq),
      );
  }
  return added;
}

/**
 * The log as rows: days newest first, in a day the request with the latest news first, and in a request the story from
 * its beginning. What was made of a day is kept for as long as the day is the same, so that a long log costs no more
 * with each entry than its day.
 */
export function timelineRows(days: Days, looking: Looking): readonly TimelineRow[] {
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([day, ofDay]) => keptRows(day, ofDay, looking));
}

const kept = new WeakMap<readonly LoggedEvent[], Map<string, readonly TimelineRow[]>>();

function keptRows(day: string, ofDay: readonly LoggedEvent[], looking: Looking): readonly TimelineRow[] {
  const made = kept.get(ofDay) ?? new Map<string, readonly TimelineRow[]>();
  kept.set(ofDay, made);
  const key = `${looking.filter} ${looking.detail}`;
  const rows = made.get(key) ?? rowsOfDay(day, ofDay, looking);
  made.set(key, rows);
  return rows;
}

function rowsOfDay(day: string, ofDay: readonly LoggedEvent[], { filter, detail }: Looking): readonly TimelineRow[] {
  const ended = lastEnds(ofDay);
  const shown = ofDay.filter((event) => isShown(event, filter, detail) && (detail || !isOldNews(event, ended)));
  if (shown.length === 0) return [];
  const hasDone = shown.some(({ body }) => body.kind === 'effect.happened');
  const known = { intents: intentsIn(ofDay), steps: stepsIn(ofDay) };
  return [
    { kind: 'day', key: `day ${day}`, at: shown[0]?.at ?? '', hasDone },
    ...newestFirst(byRun(shown)).flatMap((group) => groupRows(day, group, known)),
  ];
}

function isShown({ body }: LoggedEvent, filter: Filter, detail: boolean): boolean {
  const kind = told[body.kind];
  if (filter !== 'all') return kind === filter || (detail && filter === 'asked' && body.kind === 'approval.asked');
  return kind !== 'detail' || detail;
}

/** A start is told only until its end is known. */
function isOldNews({ body, seq }: LoggedEvent, ended: ReadonlyMap<string, number>): boolean {
  const what = startOf(body);
  return what !== null && (ended.get(what) ?? 0) > seq;
}

function startOf(body: EventBody): string | null {
  if (body.kind === 'effect.intended') return body.toolCallId;
  if (body.kind === 'undo.intended') return `undo ${body.toolCallId}`;
  return body.kind === 'redo.intended' ? `redo ${body.toolCallId}` : null;
}

/** When each kind of thing about a call ended last; a thing can be taken back and put back many times. */
function lastEnds(events: readonly LoggedEvent[]): ReadonlyMap<string, number> {
  return new Map(
    events.flatMap(({ body, seq }): [string, number][] => {
      const what = endOf(body);
      return what === null ? [] : [[what, seq]];
    }),
  );
}

function endOf(body: EventBody): string | null {
  if (body.kind === 'undo.happened' || body.kind === 'undo.failed') return `undo ${body.toolCallId}`;
  if (body.kind === 'undo.asked') return `${body.question.about} ${body.toolCallId}`;
  if (body.kind === 'redo.happened' || body.kind === 'redo.failed') return `redo ${body.toolCallId}`;
  const isEnd =
    body.kind === 'effect.happened' ||
    body.kind === 'effect.failed' ||
    body.kind === 'effect.unknown' ||
    body.kind === 'effect.settled';
  return isEnd ? body.toolCallId : null;
}

function intentsIn(events: readonly LoggedEvent[]): ReadonlyMap<string, string> {
  const intents = new Map<string, string>();
  for (const { runId, body } of events) {
    if (runId !== null && body.kind === 'task.submitted') intents.set(runId, body.intent);
  }
  return intents;
}

/** How many steps the last plan of each request has. */
function stepsIn(events: readonly LoggedEvent[]): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const { runId, body } of events) {
    if (runId !== null && body.kind === 'plan.made') steps.set(runId, body.steps.length);
  }
  return steps;
}

type Known = { readonly intents: ReadonlyMap<string, string>; readonly steps: ReadonlyMap<string, number> };

function byRun(events: readonly LoggedEvent[]): readonly (readonly LoggedEvent[])[] {
  return [...Map.groupBy(events, (event) => event.runId ?? `alone ${event.seq}`).values()];
}

function newestFirst(groups: readonly (readonly LoggedEvent[])[]): readonly (readonly LoggedEvent[])[] {
  return [...groups].sort((a, b) => (b.at(-1)?.seq ?? 0) - (a.at(-1)?.seq ?? 0));
}

function groupRows(day: string, group: readonly LoggedEvent[], { intents, steps }: Known): TimelineRow[] {
  const runId = group[0]?.runId ?? null;
  const head: TimelineRow[] =
    runId === null
      ? []
      : [
          {
            kind: 'run',
            key: `run ${day} ${runId}`,
            runId,
            intent: intents.get(runId) ?? null,
            steps: steps.get(runId) ?? 0,
          },
        ];
  return [
    ...head,
    ...group.map(
      (event, index): TimelineRow => ({
        kind: 'event',
        key: `event ${event.seq}`,
        event,
        goesOn: index < group.length - 1,
      }),
    ),
  ];
}
