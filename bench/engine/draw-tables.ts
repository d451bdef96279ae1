import { megabytes, milliseconds } from '../measurement.ts';
import type { Measured } from './contender.ts';
import type { CoreFigures } from './figures.ts';
import { ratioOf, type Speed, speedIn, type Verdict } from './judge-goals.ts';
import type { FlatCost } from './life-os.ts';
import type { Shape, ShapeId } from './shapes.ts';

/** Everybody's steps a second, each with how many times that ours is; below, why a figure is missing. */
export function drawSpeeds(ours: Measured | undefined, others: readonly Measured[], shapes: readonly Shape[]): string {
  const all = ours ? [ours, ...others] : others;
  const cell = (theirs: Measured, id: ShapeId) => {
    const ratio = ours && theirs !== ours ? ratioOf(speedIn(ours, id), speedIn(theirs, id)) : null;
    return `${speed(speedIn(theirs, id))}${ratio === null ? '' : ` (ours: ${times(ratio)})`}`;
  };
  const table = drawTable(
    ['steps a second', ...shapes.map(({ id, says }) => `(${id}) ${says}`), 'made durable by'],
    all.map((each) => [each.contender.name, ...shapes.map(({ id }) => cell(each, id)), each.contender.says]),
  );
  return [table, ...all.flatMap(reasonsOf)].join('\n');
}

function reasonsOf({ contender, outcomes }: Measured): string[] {
  const reasons = Map.groupBy(
    [...outcomes].flatMap(([id, outcome]) => ('because' in outcome ? [{ id, because: outcome.because }] : [])),
    ({ because }) => because,
  );
  return [...reasons].map(
    ([because, where]) => `\n${contender.name}, (${where.map(({ id }) => id).join(', ')}): ${because}`,
  );
}

/** What was promised, and whether it was kept. */
export const drawVerdicts = (verdicts: readonly Verdict[]): string =>
  drawTable(
    ['goal', 'beside, in the same run', 'wanted', 'measured', 'verdict'],
    verdicts.map((verdict) => {
      const { what, beside, measured, kept } = verdict;
      const isRatio = 'timesAtLeast' in verdict;
      const wanted = isRatio
        ? `at least ${times(verdict.timesAtLeast)}`
        : `under ${milliseconds(verdict.millisecondsUnder)}`;
      const shown = measured === null ? 'not measured' : isRatio ? times(measured) : milliseconds(measured);
      return [what, beside, wanted, shown, word(kept)];
    }),
  );

/** What can only be seen from inside. */
export const drawInside = (cores: ReadonlyMap<ShapeId, CoreFigures>): string =>
  drawTable(
    ['inside Life OS', 'a step, p50', 'a step, p99', 'written a step', 'peak memory', 'event-loop delay, p99'],
    [...cores].map(([id, { latency, bytesPerStep, peakBytes, loopDelayP99 }]) => [
      `(${id})`,
      milliseconds(latency.p50),
      milliseconds(latency.p99),
      `${(bytesPerStep / 1024).toFixed(1)} kB`,
      megabytes(peakBytes),
      milliseconds(loopDelayP99),
    ]),
  );

export function drawFlatCost({ events, before, after }: FlatCost): string {
  const cost = ({ seconds, steps }: CoreFigures) => (seconds / steps) * 1000;
  return drawTable(
    ['(d) flat cost', 'a step at the start', `a step beside ${events.toLocaleString('en')} events`, 'ratio'],
    [['Life OS', milliseconds(cost(before)), milliseconds(cost(after)), times(cost(after) / cost(before))]],
  );
}

const speed = (value: Speed): string => (value === null ? 'no figure' : Math.round(value).toLocaleString('en'));
const times = (ratio: number): string => `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}×`;

function word(kept: boolean | null): string {
  if (kept === null) return '';
  return kept ? 'kept' : 'BROKEN';
}

const drawTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
