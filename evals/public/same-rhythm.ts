const UNITS: Readonly<Record<string, string>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };
const DAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Whether a recurrence rule (RFC 5545) says what a TIMEX of a set says. TIMEX has no “every other” for weekdays. */
export function isSameRhythm(timex: string, rrule: string | null): boolean {
  if (rrule === null) return false;
  const rule = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]));
  const is = (frequency: string, interval: number, days?: string) =>
    rule.get('FREQ') === frequency && Number(rule.get('INTERVAL') ?? 1) === interval && rule.get('BYDAY') === days;
  if (timex === 'P1WD') return is('WEEKLY', 1, 'MO,TU,WE,TH,FR');
  if (timex === 'P0.5Y') return is('MONTHLY', 6);
  const [, weekends] = /^P(\d+)WE$/.exec(timex) ?? [];
  if (weekends !== undefined) return is('WEEKLY', Number(weekends), 'SA,SU');
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(timex) ?? [];
  if (unit !== undefined) return is(UNITS[unit] ?? '', Number(count));
  const [, weekday] = /^XXXX-WXX-(\d)/.exec(timex) ?? [];
  if (weekday !== undefined) return rule.get('FREQ') === 'WEEKLY' && rule.get('BYDAY') === DAYS[Number(weekday)];
  const [, month, day] = /^XXXX-(\d\d)-(\d\d)/.exec(timex) ?? [];
  if (month !== undefined)
    return Number(rule.get('BYMONTH')) === Number(month) && Number(rule.get('BYMONTHDAY')) === Number(day);
  return timex.startsWith('T') && is('DAILY', 1);
}
