import type { LoggedEvent } from '#contract/model/event.ts';
import { addressOf, hrefOf } from '#renderer/client/address.ts';
import { isDesktop } from '#renderer/client/connect.ts';
import { onEvent } from '#renderer/client/live-events.ts';
import { hideToast, showToast } from '#renderer/design/toast.tsx';
import { toastWords } from '#renderer/words/frame.ts';
import { dayAndTimeFirst } from '#renderer/words/time.ts';
import { toolsChangedSentence } from '#renderer/words/tool-servers.ts';

/** Milliseconds that a request just made has to come on the screen by itself, before a message points at it. */
const SETTLING = 800;

/** Tells what the person should hear of wherever they are; answers with the way to stop. */
export function announceEvents(): () => void {
  return onEvent(announce);
}

function announce({ body, runId }: LoggedEvent): void {
  if (body.kind === 'reminder.fired') {
    showToast({ id: body.scheduleId, title: body.message, says: toastWords.reminder, mark: 'reminder', stays: true });
    notify(toastWords.reminder, body.message);
  } else if (body.kind === 'reminder.missed') {
    const says = `${toastWords.missed}. ${dayAndTimeFirst(body.dueAt)}`;
    showToast({ id: `${body.scheduleId} missed`, title: body.message, says, mark: 'missed', stays: true });
  } else if (body.kind === 'automation.missed') {
    const link = { label: toastWords.show, href: hrefOf({ screen: 'automations' }) };
    const says = `${toastWords.missedAutomation}. ${dayAndTimeFirst(body.dueAt)}`;
    showToast({ id: `${body.automationId} missed`, title: body.says, says, mark: 'missed', stays: true, link });
  } else if (body.kind === 'tools.changed') {
    const link = { label: toastWords.show, href: hrefOf({ screen: 'integrations' }) };
    const says = toolsChangedSentence(body.tools);
    showToast({
      id: `${body.provider} changed`,
      title: toastWords.toolsChanged(body.title),
      says,
      mark: 'asks',
      stays: true,
      link,
    });
  } else if (body.kind === 'approval.asked' && runId !== null) {
    forget(runId);
    settling.set(
      runId,
      setTimeout(() => tellOfApproval(runId, body.says), SETTLING),
    );
  } else if (body.kind.startsWith('approval.') && runId !== null) {
    // Also what was answered before it was told: it is not told afterwards.
    forget(runId);
    hideToast(runId);
  }
}

/** What waits to be told, by its run. */
const settling = new Map<string, ReturnType<typeof setTimeout>>();

function forget(runId: string): void {
  clearTimeout(settling.get(runId));
  settling.delete(runId);
}

function tellOfApproval(runId: string, says: string): void {
  settling.delete(runId);
  if (isShowing(runId)) return;
  const link = { label: toastWords.show, href: hrefOf({ screen: 'run', runId }) };
  showToast({ id: runId, title: toastWords.needsYou, says, mark: 'asks', link });
}

function isShowing(runId: string): boolean {
  const address = addressOf(window.location.hash);
  // In the first start, the request that is tried stands on the screen itself.
  return (
    address.screen === 'approvals' ||
    address.screen === 'welcome' ||
    (address.screen === 'run' && address.runId === runId)
  );
}

/** The window's own notifications come from the main process; a browser shows them only where it was allowed before. */
function notify(title: string, says: string): void {
  if (isDesktop() || !('Notification' in window) || Notification.permission !== 'granted') return;
  new Notification(title, { body: says });
}
