import { calendarKind } from '#connectors/caldav/calendar-kind.ts';
import { calendarForm } from '#connectors/caldav/calendar-objects.ts';
import type { Action } from '#connectors/sdk/action.ts';
import { overAccountFolder } from '#connectors/sdk/dav/over-account-folder.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';

/**
 * An action of the calendar on this computer, done in the calendar of an account: the same words, the same rules of
 * time, series and undo, with the account's events where the file's were.
 */
export function overAccount(action: Action): Action {
  const over = overAccountFolder(action, calendarKind, calendarForm, {
    reads: 'read your calendars',
    changes: 'read and change your calendars',
  });
  return { ...over, effect: (input, before) => reaching(over.effect(input, before), before) };
}

/** An event that others were invited to: the service tells them of every change, so that it reaches them too. */
function reaching(effect: Effect, before: Json): Effect {
  const invited = attendeesIn(JSON.stringify(before));
  return invited.length === 0 ? effect : { ...effect, audience: 'stranger', recipients: [...invited] };
}

const attendeesIn = (text: string): readonly string[] => {
  const unfolded = text.replaceAll(/\\r\\n[ \t]|\\n[ \t]/g, '');
  const found = [...unfolded.matchAll(/(?:\\n|")ATTENDEE[^"]*?:mailto:([^\s"\\]+)/gi)].map(
    ([, address = '']) => address,
  );
  return [...new Set(found.map((address) => address.toLowerCase()))].sort();
};
