import { app, type BrowserWindow, Menu, nativeImage, Tray } from 'electron';
import type { LifeOs } from '#main/compose.ts';
import type { Log } from '#main/seams.ts';
import { answerOutside, type OwnersApi } from '#main/shell/electron/answer-outside.ts';
import { changesTray } from '#main/shell/electron/notice-for.ts';
import type { StartAtLogin } from '#main/shell/electron/start-at-login.ts';
import { CARDS_IN_TRAY, type TrayState, trayMenu, trayPicture, trayTooltip } from '#main/shell/electron/tray-menu.ts';
import { shellWords } from '#main/shell/electron/words.ts';

/** A burst of events draws the tray once. */
const REST_MS = 60;

type TrayParts = {
  readonly lifeOs: LifeOs;
  readonly api: OwnersApi;
  readonly window: BrowserWindow;
  readonly startAtLogin: StartAtLogin;
  readonly log: Log;
  /** The path of one of our pictures. */
  icon(name: string): string;
  show(place?: string): void;
  ask(): void;
};

/** The tray: what waits, the first of it to be answered there, the pause, and how things stand in its picture. */
export async function openTray(parts: TrayParts): Promise<void> {
  const { lifeOs, api, startAtLogin, log, icon, show, ask } = parts;
  const still = { waiting: 0, paused: false };
  const tray = new Tray(icon(trayPicture(still, process.platform)));
  const openCard = (id: string) => show(`approvals/${id}`);
  const choices = {
    open: () => show(),
    ask,
    showApprovals: () => show('approvals'),
    openCard,
    answer: (...[approval, decision]: [Parameters<typeof answerOutside>[1], 'approve' | 'decline']) =>
      void answerOutside(api, approval, decision, openCard),
    pause: () => void api.pause.everything(),
    // What paused by itself is refused here: it is looked at and confirmed in the window.
    resume: () => void api.pause.resume({ all: true }).catch(() => show()),
    startAtLogin(on: boolean) {
      startAtLogin.set(on);
      drawSoon();
    },
    quit: () => app.quit(),
  };

  async function draw(): Promise<void> {
    const [{ waitingApprovals, paused }, { items }] = await Promise.all([
      api.status.get(),
      api.approvals.list({ status: 'waiting', limit: CARDS_IN_TRAY }),
    ]);
    const state = { waiting: waitingApprovals, paused, cards: items, startsAtLogin: startAtLogin.isOn() };
    tray.setImage(icon(trayPicture(state, process.platform)));
    tray.setToolTip(trayTooltip(state));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, choices)));
    drawBadge(parts, state);
  }

  let waits: NodeJS.Timeout | undefined;
  function drawSoon(): void {
    if (waits !== undefined) return;
    waits = setTimeout(() => {
      waits = undefined;
      draw().catch((error: unknown) => log.error({ error }, 'the tray could not be drawn'));
    }, REST_MS);
  }

  tray.on('click', () => show());
  lifeOs.subscribe((event) => {
    if (changesTray(event)) drawSoon();
  });
  await draw();
}

/** The number on the app's own picture: macOS and some Linux desktops have one; Windows has a mark in the task bar. */
function drawBadge({ window, icon }: TrayParts, { waiting }: Pick<TrayState, 'waiting'>): void {
  app.setBadgeCount(waiting);
  if (process.platform !== 'win32') return;
  const mark = waiting > 0 ? nativeImage.createFromPath(icon('waiting-mark.png')) : null;
  window.setOverlayIcon(mark, waiting > 0 ? shellWords.waiting(waiting) : '');
}
