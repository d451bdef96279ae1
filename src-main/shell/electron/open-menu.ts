import { app, type BrowserWindow, Menu, session } from 'electron';
import { appMenu, type MenuChoices } from '#main/shell/electron/app-menu.ts';
import { contextMenu } from '#main/shell/electron/context-menu.ts';

type Spelling = {
  /** What the person chose; null: nothing yet. */
  readonly chosen: boolean | null;
  keep(on: boolean): void;
};

/** The menus of the app, and whether its windows check what is written in them. */
export function openMenu(choices: Omit<MenuChoices, 'checkSpelling'>, spelling: Spelling): void {
  // Only macOS has dictionaries that are there already; elsewhere one is fetched, so that is the person's to switch on.
  const isFetched = process.platform !== 'darwin';

  function set(on: boolean): void {
    session.defaultSession.setSpellCheckerEnabled(on);
    if (isFetched) session.defaultSession.setSpellCheckerLanguages(on ? languagesFor(app.getLocale()) : []);
    const checkSpelling = (wanted: boolean) => {
      spelling.keep(wanted);
      set(wanted);
    };
    const state = { checksSpelling: on, spellingIsFetched: isFetched };
    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(process.platform, state, { ...choices, checkSpelling })));
  }
  set(spelling.chosen ?? !isFetched);
}

/** The dictionary of the person's own language, where there is one. */
function languagesFor(locale: string): string[] {
  const there = session.defaultSession.availableSpellCheckerLanguages;
  const found = there.find((each) => each === locale) ?? there.find((each) => each === locale.split('-')[0]);
  return found === undefined ? [] : [found];
}

/** What the right button offers in a window. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, asked) => {
    const items = contextMenu(asked, (word) => window.webContents.replaceMisspelling(word));
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
