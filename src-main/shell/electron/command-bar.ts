import { BrowserWindow, ipcMain, screen } from 'electron';
import { BAR_URL } from '#main/shell/electron/app-address.ts';
import { isId } from '#main/shell/electron/deep-link.ts';
import { isOwnPage } from '#main/shell/electron/hand-over-port.ts';
import { barOptions, placeOfBar } from '#main/shell/electron/window-options.ts';

export const BAR_SHOWN = 'life-os:bar-shown';
export const LEAVE_BAR = 'life-os:leave-bar';

export type CommandBar = {
  /** Shows it over whatever is in front; hides it when it is shown already. */
  toggle(): void;
};

/**
 * The ask box in a small window of its own, loaded once and kept hidden, so that it is there at once. It is left by
 * Escape, by a look elsewhere, or with a sentence that was taken; `onAsked` is told the request that came of it.
 */
export function openCommandBar(looks: Parameters<typeof barOptions>[0], onAsked: (runId: string) => void): CommandBar {
  const bar = new BrowserWindow(barOptions(looks, process.platform));
  bar.setAlwaysOnTop(true, 'pop-up-menu');
  if (process.platform === 'darwin') bar.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  bar.on('blur', () => bar.hide());
  bar.on('close', (event) => {
    event.preventDefault();
    bar.hide();
  });
  ipcMain.on(LEAVE_BAR, (event, runId: unknown) => {
    if (event.sender !== bar.webContents || !isOwnPage(event)) return;
    bar.hide();
    if (isId(runId)) onAsked(runId);
  });
  void bar.loadURL(BAR_URL);

  return {
    toggle() {
      if (bar.isVisible()) return bar.hide();
      const { x, y } = placeOfBar(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea);
      bar.setPosition(x, y);
      bar.show();
      bar.focus();
      bar.webContents.send(BAR_SHOWN);
    },
  };
}
