import type { ActionName } from '#contract/model/action-name.ts';

/**
 * Once a calendar account is connected it is the person's calendar: what is said of “my calendar” is done and looked
 * for there. The one on this computer stays as it is.
 */
export function inConnectedCalendar(action: ActionName, isThere: (action: ActionName) => boolean): ActionName {
  const there = action.replace(/^calendar\./, 'caldav.');
  return isThere(there) ? there : action;
}
