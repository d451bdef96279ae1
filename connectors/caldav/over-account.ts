import { calendarKind } from '#connectors/caldav/calendar-kind.ts';
import { calendarForm } from '#connectors/caldav/calendar-objects.ts';
import type { Action } from '#connectors/sdk/action.ts';
import { reaching } from '#connectors/sdk/calendar/over-account.ts';
import { overAccountFolder } from '#connectors/sdk/dav/over-account-folder.ts';
import { t } from '#contract/language/t.ts';

/**
 * An action of the calendar on this computer, done in the calendar of an account: the same words, the same rules of
 * time, series and undo, with the account's events where the file's were.
 */
export function overAccount(action: Action): Action {
  const over = overAccountFolder(action, calendarKind, calendarForm, {
    reads: t`read your calendars`,
    changes: t`read and change your calendars`,
  });
  return { ...over, effect: (input, before) => reaching(over.effect(input, before), before) };
}
