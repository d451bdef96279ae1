import type { MenuItemConstructorOptions } from 'electron';

export type TrayState = { readonly waiting: number; readonly paused: boolean };

export type TrayChoices = {
  open(): void;
  ask(): void;
  showApprovals(): void;
  pause(): void;
  resume(): void;
  quit(): void;
};

/** What the tray says when the mouse rests on it. */
export function trayTooltip({ waiting, paused }: TrayState): string {
  return ['Life OS', ...(paused ? ['paused'] : []), ...(waiting > 0 ? [waitingWords(waiting)] : [])].join(' · ');
}

/** The tray's menu: what waits first, then the way in, then the switch. */
export function trayMenu({ waiting, paused }: TrayState, choices: TrayChoices): MenuItemConstructorOptions[] {
  return [
    waiting > 0
      ? { label: waitingWords(waiting), click: choices.showApprovals }
      : { label: 'Nothing waits for you', enabled: false },
    { type: 'separator' },
    { label: 'Ask for something…', click: choices.ask },
    { label: 'Open Life OS', click: choices.open },
    { type: 'separator' },
    paused ? { label: 'Resume', click: choices.resume } : { label: 'Pause everything', click: choices.pause },
    { type: 'separator' },
    { label: 'Quit Life OS', click: choices.quit },
  ];
}

const waitingWords = (count: number) => (count === 1 ? '1 thing needs your OK' : `${count} things need your OK`);
