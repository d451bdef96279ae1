import { Notification } from 'electron';
import type { Approval } from '#contract/model/approval.ts';
import type { LifeOs } from '#main/compose.ts';
import type { Log } from '#main/seams.ts';
import { answerOutside, isAnsweredOutside, type OwnersApi } from '#main/shell/electron/answer-outside.ts';
import { noticeFor } from '#main/shell/electron/notice-for.ts';
import { plainLine } from '#main/shell/electron/plain-label.ts';
import { shellWords } from '#main/shell/electron/words.ts';

/** The lines of one plan are asked in one go, and told in one notice. */
const TOGETHER_MS = 300;
const MOST_ASKED = 200;
/** A notice has room for more than a menu, and the system cuts what is too much. */
const MOST_LETTERS = 240;

type Telling = {
  readonly lifeOs: Pick<LifeOs, 'subscribe'>;
  readonly api: OwnersApi;
  readonly log: Log;
  /** In a window that the person looks at, nothing has to be told beside it. */
  isInFront(): boolean;
  show(place: string): void;
};

/** Tells outside the window what needs the person, and lets them answer there what a sentence is enough for. */
export function tellOutside({ lifeOs, api, log, isInFront, show }: Telling): void {
  if (!Notification.isSupported()) return;
  const shown = new Map<string, Notification>();
  const asked = new Set<string>();
  let waits: NodeJS.Timeout | undefined;

  function tell(notification: Notification, opens: string): void {
    notification.on('click', () => show(opens));
    notification.show();
  }

  function tellOfCard(approval: Approval): void {
    const { id, card } = approval;
    const opens = `approvals/${id}`;
    const answers = isAnsweredOutside(approval) ? (['approve', 'decline'] as const) : [];
    const labels = { approve: shellWords.approve, decline: shellWords.notNow };
    const notification = new Notification({
      title: shellWords.needsYou,
      body: plainLine(card.title, MOST_LETTERS),
      actions: answers.map((each) => ({ type: 'button', text: labels[each] })),
    });
    notification.on('action', (details, index) => {
      // Older systems hand the number over beside the details.
      const answer = answers[details.actionIndex ?? index];
      if (answer) void answerOutside(api, approval, answer, (card) => show(`approvals/${card}`));
    });
    tell(notification, opens);
    shown.set(id, notification);
  }

  function tellSoon(): void {
    if (waits !== undefined) return;
    waits = setTimeout(() => {
      tellOfCards().catch((error: unknown) => log.error({ error }, 'what needs the person could not be told'));
    }, TOGETHER_MS);
  }

  async function tellOfCards(): Promise<void> {
    waits = undefined;
    const ids = new Set(asked);
    asked.clear();
    if (isInFront()) return;
    const { items } = await api.approvals.list({ status: 'waiting', limit: MOST_ASKED });
    const cards = items.filter(({ id }) => ids.has(id));
    const [only] = cards;
    if (cards.length === 1 && only) tellOfCard(only);
    else if (cards.length > 1) {
      const body = cards.map(({ card }) => plainLine(card.title)).join('\n');
      const many = new Notification({ title: shellWords.waiting(cards.length), body });
      tell(many, 'approvals');
      for (const { id } of cards) shown.set(id, many);
    }
  }

  lifeOs.subscribe((event) => {
    const { body } = event;
    if (body.kind === 'approval.asked') {
      asked.add(body.approvalId);
      tellSoon();
    }
    if (body.kind === 'approval.answered') {
      // What has been answered elsewhere does not ask any more.
      asked.delete(body.approvalId);
      shown.get(body.approvalId)?.close();
      shown.delete(body.approvalId);
    }
    const notice = noticeFor(event);
    if (notice === null || isInFront()) return;
    tell(new Notification({ title: notice.title, body: plainLine(notice.body, MOST_LETTERS) }), notice.opens);
  });
}
