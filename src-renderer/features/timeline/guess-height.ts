import type { EventBody } from '#contract/model/event.ts';
import type { TimelineRow } from '#renderer/features/timeline/timeline-rows.ts';

const LINE = 22;

/** How high a row is likely to be, in pixels at the usual size: a guess that is right moves nothing once it is drawn. */
export function guessHeight(row: TimelineRow): number {
  switch (row.kind) {
    case 'day':
      return 64;
    case 'run':
      return 44;
    case 'event': {
      const lines = linesOf(row.event.body);
      const isDone = row.event.body.kind === 'effect.happened';
      return Math.max(36, 32 + lines * LINE + (isDone ? 34 : 0));
    }
  }
}

function linesOf(body: EventBody): number {
  if (body.kind === 'plan.made') return body.steps.length;
  return body.kind === 'effect.happened' ? body.report.lines.length : 0;
}
