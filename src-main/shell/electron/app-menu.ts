import type { MenuItemConstructorOptions } from 'electron';
import { menuWords, shellWords } from '#main/shell/electron/words.ts';

export type MenuChoices = {
  ask(): void;
  go(place: string): void;
  pause(): void;
  setUp(): void;
  practise(): void;
  checkSpelling(on: boolean): void;
  /** Null where it is not said where new versions come from. */
  readonly lookForUpdate: (() => void) | null;
  /** Null where the list is made only when the app is packed. */
  readonly showLicences: (() => void) | null;
};

export type MenuState = {
  readonly checksSpelling: boolean;
  /** Whether a dictionary would have to be fetched for it. */
  readonly spellingIsFetched: boolean;
};

/** The menus as each system has them; nothing in them reloads the page or opens developer tools. */
export function appMenu(
  platform: NodeJS.Platform,
  { checksSpelling, spellingIsFetched }: MenuState,
  choices: MenuChoices,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const { places } = menuWords;
  const file: MenuItemConstructorOptions = {
    label: menuWords.file,
    submenu: [
      { label: shellWords.ask, accelerator: 'CommandOrControl+K', registerAccelerator: false, click: choices.ask },
      { label: shellWords.pause, click: choices.pause },
      { type: 'separator' },
      { label: menuWords.closeWindow, role: 'close' },
      ...(isMac ? [] : [{ label: shellWords.quit, role: 'quit', accelerator: 'Control+Q' } as const]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    role: 'editMenu',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      { type: 'separator' },
      {
        label: spellingIsFetched ? menuWords.checkSpellingFetches : menuWords.checkSpelling,
        type: 'checkbox',
        checked: checksSpelling,
        click: () => choices.checkSpelling(!checksSpelling),
      },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: menuWords.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const go: MenuItemConstructorOptions = {
    label: menuWords.go,
    submenu: Object.entries(places).map(([place, label], index) => ({
      label,
      accelerator: `CommandOrControl+${index + 1}`,
      click: () => choices.go(place === 'home' ? '' : place),
    })),
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      { label: menuWords.setUp, click: choices.setUp },
      { label: menuWords.practice, click: choices.practise },
      ...(choices.lookForUpdate ? [{ label: menuWords.lookForUpdate, click: choices.lookForUpdate }] : []),
      ...(choices.showLicences ? [{ label: menuWords.licences, click: choices.showLicences }] : []),
    ],
  };
  const own: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  return [...own, file, edit, view, go, { role: 'windowMenu' }, help];
}
