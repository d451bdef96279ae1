import { expect, test } from 'vitest';
import { changesTray, noticeFor } from '#main/shell/electron/notice-for.ts';

const dueAt = '2026-12-01T09:00:00.000Z';

test('a reminder and what was missed are told outside the window', () => {
  expect(noticeFor({ body: { kind: 'reminder.fired', scheduleId: 's', message: 'Pay the rent', dueAt } })).toEqual({
    title: 'Reminder',
    body: 'Pay the rent',
    opens: 'timeline',
  });
  expect(noticeFor({ body: { kind: 'reminder.missed', scheduleId: 's', message: 'Call', dueAt } })?.title).toBe(
    'Missed reminder',
  );
  const missed = { kind: 'automation.missed', automationId: 'a', says: 'Show my day', dueAt, catchUp: 'ask' } as const;
  expect(noticeFor({ body: missed })).toEqual({ title: 'Missed', body: 'Show my day', opens: 'timeline' });
});

test('everything else stays inside the window, and what needs an OK has notices of its own', () => {
  expect(noticeFor({ body: { kind: 'task.submitted', intent: 'Put dentist on Thursday' } })).toBeNull();
  expect(
    noticeFor({ body: { kind: 'approval.asked', approvalId: 'a', says: 'Put “Dentist” in.', because: [] } }),
  ).toBeNull();
  expect(noticeFor({ body: { kind: 'pause.set', scope: 'everything' } })).toBeNull();
});

test('the tray is drawn anew when what waits or the pause changed', () => {
  expect(changesTray({ body: { kind: 'pause.set', scope: 'everything' } })).toBe(true);
  expect(changesTray({ body: { kind: 'task.submitted', intent: 'x' } })).toBe(false);
});
