import type { MenuItemConstructorOptions } from 'electron';
import type { Approval } from '#contract/model/approval.ts';
import { isAnsweredOutside } from '#main/shell/electron/answer-outside.ts';
import { plainLabel } from '#main/shell/electron/plain-label.ts';
import { shellWords } from '#main/shell/electron/words.ts';

export type TrayState = {
  readonly waiting: number;
  readonly paused: boolean;
  /** The cards that were asked last, at most `CARDS_IN_TRAY`. */
  readonly cards: readonly Approval[];
  readonly startsAtLogin: boolean;
};

export const CARDS_IN_TRAY = 3;

export type TrayChoices = {
  open(): void;
  ask(): void;
  showApprovals(): void;
  openCard(id: string): void;
  answer(approval: Approval, decision: 'approve' | 'decline'): void;
  pause(): void;
  resume(): void;
  startAtLogin(on: boolean): void;
  quit(): void;
};

/** What the tray says when the mouse rests on it. */
export function trayTooltip({ waiting, paused }: Pick<TrayState, 'waiting' | 'paused'>): string {
  const { name, paused: isPaused, waiting: waits } = shellWords;
  return [name, ...(paused ? [isPaused] : []), ...(waiting > 0 ? [waits(waiting)] : [])].join(' · ');
}

/** The picture that says the same: paused before all else, then whether something waits. */
export function trayPicture(
  { waiting, paused }: Pick<TrayState, 'waiting' | 'paused'>,
  platform: NodeJS.Platform,
): string {
  const name = paused ? 'tray-paused' : waiting > 0 ? 'tray-waiting' : 'tray';
  // macOS draws a picture of this name in the colour of its menu bar.
  return platform === 'darwin' ? `${name}Template.png` : `${name}.png`;
}

/** The tray's menu: what waits first, then the way in, then the switch. */
export function trayMenu(state: TrayState, choices: TrayChoices): MenuItemConstructorOptions[] {
  const { waiting, paused, cards, startsAtLogin } = state;
  return [
    waiting > 0
      ? { label: shellWords.waiting(waiting), click: choices.showApprovals }
      : { label: shellWords.nothingWaits, enabled: false },
    ...cards.map((approval) => cardItem(approval, choices)),
    ...(waiting > cards.length ? [{ label: shellWords.allWaiting, click: choices.showApprovals }] : []),
    { type: 'separator' },
    { label: shellWords.ask, click: choices.ask },
    { label: shellWords.open, click: choices.open },
    { type: 'separator' },
    paused ? { label: shellWords.resume, click: choices.resume } : { label: shellWords.pause, click: choices.pause },
    {
      label: shellWords.startAtLogin,
      type: 'checkbox',
      checked: startsAtLogin,
      click: () => choices.startAtLogin(!startsAtLogin),
    },
    { type: 'separator' },
    { label: shellWords.quit, click: choices.quit },
  ];
}

function cardItem(approval: Approval, choices: TrayChoices): MenuItemConstructorOptions {
  const look = { label: shellWords.look, click: () => choices.openCard(approval.id) };
  const notNow = { label: shellWords.notNow, click: () => choices.answer(approval, 'decline') };
  const approve = { label: shellWords.approve, click: () => choices.answer(approval, 'approve') };
  return {
    label: plainLabel(approval.card.title),
    submenu: isAnsweredOutside(approval) ? [approve, notNow, { type: 'separator' }, look] : [look, notNow],
  };
}
