import type { ActionName } from '#contract/model/action-name.ts';

const inCalendar = [
  'create-event',
  'find-event',
  'list-events',
  'find-free-time',
  'move-event',
  'change-event',
  'delete-event',
];
const inGmail = {
  find: 'find-mail',
  search: 'search-mail',
  read: 'read-mail',
  'save-attachments': 'save-attachments',
  mark: 'mark-mail',
  archive: 'archive-mail',
  move: 'move-mail',
  draft: 'draft-mail',
  'draft-reply': 'draft-reply',
  send: 'send-mail',
  reply: 'reply-to-mail',
};

/**
 * What does the same in an account as an action that the planner knows, the first that is connected. Once a calendar
 * account is connected it is the person's calendar: what is said of “my calendar” is done and looked for there, and the
 * one on this computer stays as it is. Gmail is where mail is when no other mail account is connected.
 */
const standIns = new Map<ActionName, readonly ActionName[]>([
  ...inCalendar.map((name): [ActionName, ActionName[]] => [`calendar.${name}`, [`caldav.${name}`, `google.${name}`]]),
  ...Object.entries(inGmail).map(([name, gmail]): [ActionName, ActionName[]] => [
    `mail.${name}`,
    [`mail.${name}`, `google.${gmail}`],
  ]),
]);

export function inConnectedAccount(action: ActionName, isThere: (action: ActionName) => boolean): ActionName {
  return standIns.get(action)?.find(isThere) ?? action;
}

/** What the planner may speak of: what is there, and what something that is there does in its place. */
export function speakable(actions: readonly ActionName[]): ReadonlySet<ActionName> {
  const there = new Set(actions);
  const stoodInFor = [...standIns].filter(([, others]) => others.some((name) => there.has(name))).map(([name]) => name);
  return new Set([...actions, ...stoodInFor]);
}
