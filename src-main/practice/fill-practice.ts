import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '#connectors/sdk/connector.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import type { Instant } from '#contract/model/instant.ts';
import { fillBank } from '#main/practice/bank/connector.ts';
import events from '#resources/practice/events.json' with { type: 'json' };

const DAY_MS = 86_400_000;

/** Puts the made-up content in place before the core starts on it, as files that were there already. */
export async function fillPractice(folder: string, connectors: readonly Connector[], now: Instant): Promise<void> {
  const placeOf = (provider: string) => openFolder(join(folder, provider));
  for (const { provider, practice } of connectors) await practice?.fill(placeOf(provider), now);
  await fillBank(placeOf('bank'), now);
  mkdirSync(join(folder, 'calendar'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'calendar', 'personal.ics'), calendarText(now), { mode: 0o600 });
}

/** Whole hours of the coming days, in UTC. */
function calendarText(now: Instant): string {
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const midnight = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  const lines = events.flatMap(({ summary, inDays, hour, minutes }, at) => {
    const begins = midnight + inDays * DAY_MS + hour * 3_600_000;
    return [
      'BEGIN:VEVENT',
      `UID:practice-${at + 1}@practice.example`,
      `DTSTAMP:${stamp(Date.parse(now))}`,
      `DTSTART:${stamp(begins)}`,
      `DTEND:${stamp(begins + minutes * 60_000)}`,
      `SUMMARY:${summary}`,
      'END:VEVENT',
    ];
  });
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Life OS//Practice life//EN',
    ...lines,
    'END:VCALENDAR',
  ];
  return calendar.map((line) => `${line}\r\n`).join('');
}
