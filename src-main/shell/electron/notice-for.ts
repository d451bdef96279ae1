import type { LoggedEvent } from '#contract/model/event.ts';
import { shellWords } from '#main/shell/electron/words.ts';

export type Notice = { readonly title: string; readonly body: string; readonly opens: 'timeline' };

/** What the person is told outside the window as it happens; what needs their OK has notices of its own. */
export function noticeFor({ body }: Pick<LoggedEvent, 'body'>): Notice | null {
  const { reminder, missedReminder, missed } = shellWords;
  if (body.kind === 'reminder.fired') return { title: reminder, body: body.message, opens: 'timeline' };
  if (body.kind === 'reminder.missed') return { title: missedReminder, body: body.message, opens: 'timeline' };
  if (body.kind === 'automation.missed') return { title: missed, body: body.says, opens: 'timeline' };
  return null;
}

/** Events after which the tray may have something else to say. */
export function changesTray({ body }: Pick<LoggedEvent, 'body'>): boolean {
  return ['approval.asked', 'approval.answered', 'pause.set', 'pause.lifted'].includes(body.kind);
}
