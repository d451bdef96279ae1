import type { LoggedEvent } from '#contract/model/event.ts';

export type Notice = { readonly title: string; readonly body: string; readonly opens: 'approvals' | 'timeline' };

/** What the person is told outside the window: that something needs their OK, that a reminder is due, or that something was missed. */
export function noticeFor({ body }: Pick<LoggedEvent, 'body'>): Notice | null {
  if (body.kind === 'approval.asked') return { title: 'Needs your OK', body: body.says, opens: 'approvals' };
  if (body.kind === 'reminder.fired') return { title: 'Reminder', body: body.message, opens: 'timeline' };
  if (body.kind === 'reminder.missed') return { title: 'Missed reminder', body: body.message, opens: 'timeline' };
  if (body.kind === 'automation.missed') return { title: 'Missed', body: body.says, opens: 'timeline' };
  return null;
}

/** Events after which the tray may have something else to say. */
export function changesTray({ body }: Pick<LoggedEvent, 'body'>): boolean {
  return ['approval.asked', 'approval.answered', 'pause.set', 'pause.lifted'].includes(body.kind);
}
