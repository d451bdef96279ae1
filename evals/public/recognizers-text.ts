import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Understanding } from '#contract/model/understanding.ts';
import { ask } from '../ask.ts';
import { type Score, tally } from '../score.ts';
import { isSameRhythm } from './same-rhythm.ts';

const ValueSchema = z.object({
  timex: z.string().optional(),
  value: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
});
const CasesSchema = z.array(
  z.object({
    Input: z.string(),
    Context: z.object({ ReferenceDateTime: z.string() }).optional(),
    Results: z.array(
      z.object({ TypeName: z.string(), Resolution: z.object({ values: z.array(ValueSchema) }).optional() }),
    ),
  }),
);
type Value = z.infer<typeof ValueSchema>;
type Time = Understanding['times'][number];

const LEAST = { 'date, date and time, time': 0.85, ranges: 0.75, 'recurring sets': 0.7, negatives: 0.95 };
const MEASURES: Readonly<Record<string, keyof typeof LEAST>> = {
  date: 'date, date and time, time',
  datetime: 'date, date and time, time',
  time: 'date, date and time, time',
  daterange: 'ranges',
  datetimerange: 'ranges',
  timerange: 'ranges',
  set: 'recurring sets',
};
const WITHOUT_REFERENCE = '2019-01-01T00:00:00';

/**
 * DateTimeModel, single-result cases. A case has several values where a text can be read for the past and the future,
 * or the morning and the evening; one of them must be met exactly. A value that the set itself leaves unresolved
 * (“feb 30”) must not be read as a time.
 */
export function scoreRecognizersText(folder: string): readonly Score[] {
  const file = join(folder, 'DateTime/DateTimeModel.json');
  const cases = CasesSchema.parse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
  const judged = cases.flatMap(({ Input, Context, Results }) => {
    const [result, ...others] = Results;
    if (others.length > 0) return [];
    const { times } = ask(Input, `${Context?.ReferenceDateTime ?? WITHOUT_REFERENCE}Z`);
    if (result === undefined) return [{ measure: 'negatives', isRight: times.length === 0 }];
    const type = result.TypeName.replace('datetimeV2.', '');
    const measure = MEASURES[type];
    const values = result.Resolution?.values ?? [];
    if (measure === undefined || (type.endsWith('range') && values.every(isUnresolved))) return [];
    return [{ measure, isRight: values.some((value) => isMet(type, value, times[0])) }];
  });
  return tally('recognizers DateTimeModel', judged, LEAST);
}

const isUnresolved = ({ value }: Value): boolean => value === 'not resolved';

function isMet(type: string, value: Value, time: Time | undefined): boolean {
  if (type === 'set') return isSameRhythm(value.timex ?? '', time?.rrule ?? null);
  if (isUnresolved(value)) return time === undefined;
  if (time === undefined || time.rrule !== null) return false;
  const shown = (point: string | null): string | undefined => shownAs(type, point);
  if (value.value !== undefined) return shown(time.start) === value.value;
  return shown(time.start) === value.start && shown(time.end) === value.end;
}

/** A point as the set writes it: a day, a day with its time, or the time alone. */
function shownAs(type: string, point: string | null): string | undefined {
  if (point === null) return undefined;
  const plain = point.slice(0, 19).replace('T', ' ');
  return type === 'time' || type === 'timerange' ? plain.slice(11) : plain;
}
