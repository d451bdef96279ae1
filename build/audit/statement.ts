import type { EventRow } from '#db/repositories/events.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { eventWords } from '#renderer/words/events.ts';

/** Answers with a writer of one entry after the other as plain lines, each day under its own heading, in this computer's time. */
export function openStatement(): (row: EventRow) => string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
  let written: string | null = null;
  return (row) => {
    const at = new Date(row.at);
    const heading = day.format(at);
    const before = heading === written ? '' : `${written === null ? '' : '\n'}${heading}\n`;
    written = heading;
    const { says, lines } = eventWords(readEventRow(row).body);
    const under = lines.map((line) => `       ${line}\n`).join('');
    return `${before}${time.format(at)}  ${says}\n${under}`;
  };
}
