import type { LoggedEvent } from '#contract/model/event.ts';
import { eventWords } from '#renderer/words/events.ts';

/** Answers with a writer of one entry after the other as plain lines, each day under its own heading, in this computer's time. */
export function openStatement(): (event: LoggedEvent) => string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
  let written: string | null = null;
  return (event) => {
    const at = new Date(event.at);
    const heading = day.format(at);
    const before = heading === written ? '' : `${written === null ? '' : '\n'}${heading}\n`;
    written = heading;
    const { says, lines } = eventWords(event.body);
    const under = lines.map((line) => `       ${line}\n`).join('');
    return `${before}${time.format(at)}  ${says}\n${under}`;
  };
}
