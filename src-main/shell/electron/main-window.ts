import { app, BrowserWindow, type Rectangle } from 'electron';
import { APP_URL } from '#main/shell/electron/app-address.ts';
import { boundsInSight, type Kept } from '#main/shell/electron/keep-window.ts';
import { windowOptions } from '#main/shell/electron/window-options.ts';

/** After the last of many moves, so that dragging a window writes once. */
const REST_MS = 400;

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Brings it in front, at a place of its page when one is named. */
  show(place?: string): void;
};

type Opening = {
  readonly looks: Parameters<typeof windowOptions>[0];
  readonly kept: Kept;
  readonly screens: readonly Rectangle[];
  /** The window stays hidden until it is asked for. */
  readonly quiet: boolean;
  /** Where the page begins. */
  readonly place: string;
  keep(part: Pick<Kept, 'bounds' | 'maximized'>): void;
};

/** The window of the app, where it last was; closing it keeps what is due going, in the tray. */
export function openMainWindow({ looks, kept, screens, quiet, place, keep }: Opening): MainWindow {
  const window = new BrowserWindow(windowOptions(looks, boundsInSight(kept.bounds, screens)));
  if (kept.maximized && !quiet) window.maximize();
  let wanted = !quiet;
  window.once('ready-to-show', () => {
    if (wanted) window.show();
  });

  let waits: NodeJS.Timeout | undefined;
  const keepNow = () => {
    clearTimeout(waits);
    if (!window.isDestroyed()) keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const keepSoon = () => {
    clearTimeout(waits);
    waits = setTimeout(keepNow, REST_MS);
  };
  for (const change of ['move', 'resize', 'maximize', 'unmaximize'] as const) window.on(change as 'move', keepSoon);
  window.on('hide', keepNow);
  app.on('before-quit', keepNow);

  void window.loadURL(urlOf(place));
  return {
    window,
    show(to) {
      wanted = true;
      if (to !== undefined) void window.loadURL(urlOf(to));
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

const urlOf = (place: string): string => `${APP_URL}#/${place}`;
