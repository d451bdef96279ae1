import { sql } from 'drizzle-orm';
import type { Orm } from '#db/open-database.ts';

/** From an instant to before another, both in UTC as they stand in the log. */
export type Stretch = { readonly from: string; readonly until: string };

/** The entries of the kinds that are counted, each with the number of the stretch that it lies in. */
const within = (stretches: readonly Stretch[]) => sql`
  WITH stretch AS (
    SELECT key AS at, value ->> 'from' AS "from", value ->> 'until' AS until FROM json_each(${JSON.stringify(stretches)})
  ), entry AS (
    SELECT stretch.at AS stretch, seq, kind, body_json AS body
    FROM stretch JOIN events ON events.at >= stretch."from" AND events.at < stretch.until
  )`;

export type CountedWeek = {
  readonly stretch: number;
  readonly completed: number;
  readonly failed: number;
  readonly canceled: number;
  readonly approved: number;
  readonly declined: number;
  readonly expired: number;
  readonly undone: number;
  readonly undoFailed: number;
};

/** What was only tried out counts for nothing. */
export function countByStretch(orm: Orm, stretches: readonly Stretch[]): readonly CountedWeek[] {
  return orm.all<CountedWeek>(sql`${within(stretches)}
    SELECT stretch,
      count(*) FILTER (WHERE kind = 'run.changed' AND body ->> 'to' = 'completed') AS completed,
      count(*) FILTER (WHERE kind = 'run.changed' AND body ->> 'to' = 'failed') AS failed,
      count(*) FILTER (WHERE kind = 'run.changed' AND body ->> 'to' = 'canceled') AS canceled,
      count(*) FILTER (WHERE kind = 'approval.answered' AND body ->> 'status' = 'approved') AS approved,
      count(*) FILTER (WHERE kind = 'approval.answered' AND body ->> 'status' = 'declined') AS declined,
      count(*) FILTER (WHERE kind = 'approval.answered' AND body ->> 'status' = 'expired') AS expired,
      count(*) FILTER (WHERE kind = 'undo.happened') AS undone,
      count(*) FILTER (WHERE kind = 'undo.failed') AS "undoFailed"
    FROM entry WHERE body ->> 'shadow' IS NULL GROUP BY stretch`);
}

export type DoneThing = { readonly stretch: number; readonly action: string; readonly times: number };

/** What was done and stands: neither taken back since, nor said to have failed after all. */
export function countDoneByStretch(orm: Orm, stretches: readonly Stretch[]): readonly DoneThing[] {
  return orm.all<DoneThing>(sql`${within(stretches)},
    last_word AS (
      SELECT body_json ->> 'toolCallId' AS call, max(seq) AS seq FROM events
      WHERE kind IN ('undo.happened', 'redo.happened') GROUP BY call
    )
    SELECT stretch, body ->> 'action' AS action, count(*) AS times
    FROM entry
    LEFT JOIN last_word ON last_word.call = body ->> 'toolCallId'
    LEFT JOIN events AS word ON word.seq = last_word.seq
    WHERE entry.kind = 'effect.happened' AND coalesce(word.kind, 'redo.happened') = 'redo.happened'
    GROUP BY stretch, action`);
}

export type CountedService = {
  readonly connector: string;
  readonly happened: number;
  readonly failed: number;
  readonly unknown: number;
  readonly outages: number;
};

/** By the first part of the action's name; a failure of one try counts as one. */
export function countByService(orm: Orm, since: string): readonly CountedService[] {
  return orm.all<CountedService>(sql`
    SELECT coalesce(body_json ->> 'connector',
        substr(body_json ->> 'action', 1, instr(body_json ->> 'action', '.') - 1)) AS connector,
      count(*) FILTER (WHERE kind = 'effect.happened') AS happened,
      count(*) FILTER (WHERE kind = 'effect.failed') AS failed,
      count(*) FILTER (WHERE kind = 'effect.unknown') AS unknown,
      count(*) FILTER (WHERE kind = 'service.failing') AS outages
    FROM events
    WHERE at >= ${since} AND kind IN ('effect.happened', 'effect.failed', 'effect.unknown', 'service.failing')
    GROUP BY connector ORDER BY connector`);
}

export function countDecisions(orm: Orm, since: string): { readonly decided: number; readonly refused: number } {
  const [row] = orm.all<{ decided: number; refused: number }>(sql`
    SELECT count(*) AS decided, count(*) FILTER (WHERE verdict = 'refuse') AS refused FROM (
      SELECT body_json -> 'decision' ->> 'verdict' AS verdict FROM events
      WHERE at >= ${since} AND kind IN ('gate.decided', 'effect.intended') AND verdict IS NOT NULL
      UNION ALL
      SELECT 'ask' FROM events WHERE at >= ${since} AND kind = 'approval.asked'
    )`);
  return row ?? { decided: 0, refused: 0 };
}

/** Milliseconds within which 95 of 100 sentences had their plan; null where there was none. */
export function planTimeAt95(orm: Orm, since: string): number | null {
  const [row] = orm.all<{ milliseconds: number | null }>(sql`
    WITH planned AS (
      SELECT (julianday(min(plan.at)) - julianday(task.at)) * 86400000 AS milliseconds
      FROM events AS task JOIN events AS plan ON plan.run_id = task.run_id AND plan.kind = 'plan.made'
      WHERE task.kind = 'task.submitted' AND task.at >= ${since} GROUP BY task.seq
    ), ranked AS (
      SELECT milliseconds, cume_dist() OVER (ORDER BY milliseconds) AS part FROM planned
    )
    SELECT min(milliseconds) AS milliseconds FROM ranked WHERE part >= 0.95`);
  return row?.milliseconds == null ? null : Math.max(0, Math.round(row.milliseconds));
}

/** From the first start to the first thing that was done and changed something; null before that. */
export function timeToFirstValue(orm: Orm, looks: readonly string[]): number | null {
  const [row] = orm.all<{ milliseconds: number | null }>(sql`
    SELECT (julianday(min(done.at)) - julianday((SELECT min(at) FROM events WHERE kind = 'app.started'))) * 86400000
      AS milliseconds
    FROM events AS done
    WHERE done.kind = 'effect.happened'
      AND done.body_json ->> 'action' NOT IN (SELECT value FROM json_each(${JSON.stringify(looks)}))`);
  return row?.milliseconds == null ? null : Math.max(0, Math.round(row.milliseconds));
}

/** The last word on the first start; null before it was begun. */
export function lastOfFirstStart(orm: Orm): string | null {
  const [row] = orm.all<{ change: string }>(sql`
    SELECT body_json ->> 'change' AS change FROM events
    WHERE kind = 'onboarding.changed' ORDER BY seq DESC LIMIT 1`);
  return row?.change ?? null;
}
