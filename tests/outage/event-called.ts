const FIRST = Date.UTC(2026, 11, 1);
const EVERY_MS = 3 * 3_600_000;

/** Each at a time of its own, so that none stands in another's way. */
export const eventCalled = (title: string, n: number) => ({
  title,
  startsAt: new Date(FIRST + n * EVERY_MS).toISOString().slice(0, 19),
  timeZone: 'Europe/Lisbon',
});
