import type { LoggedEvent } from '#contract/model/event.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { eventWords } from '#renderer/words/events.ts';
import { clockTime, dateIn } from '#renderer/words/time.ts';

/** Answers with a writer of one entry after the other as plain lines, each day under its own heading, in this computer's time. */
export function openStatement(): (event: LoggedEvent) => string {
  let written: string | null = null;
  return (event) => {
    const at = new Date(event.at);
    const heading = capitalised(dateIn({ dateStyle: 'full' }, at));
    const before = heading === written ? '' : `${written === null ? '' : '\n'}${heading}\n`;
    written = heading;
    const { says, lines } = eventWords(event.body);
    const under = lines.map((line) => `       ${line}\n`).join('');
    return `${before}${clockTime(event.at)}  ${says}\n${under}`;
  };
}
