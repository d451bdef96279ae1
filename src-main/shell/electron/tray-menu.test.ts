import { expect, test } from 'vitest';
import { trayMenu, trayTooltip } from '#main/shell/electron/tray-menu.ts';

function pressAndRecord(state: { waiting: number; paused: boolean }, label: string): string[] {
  const pressed: string[] = [];
  const note = (what: string) => () => void pressed.push(what);
  const menu = trayMenu(state, {
    open: note('open'),
    ask: note('ask'),
    showApprovals: note('approvals'),
    pause: note('pause'),
    resume: note('resume'),
    quit: note('quit'),
  });
  const item = menu.find((each) => each.label === label);
  // A menu item's click takes Electron's own arguments, which none of these choices read.
  (item?.click as (() => void) | undefined)?.();
  return pressed;
}

test('what waits stands first and opens the approvals', () => {
  expect(pressAndRecord({ waiting: 1, paused: false }, '1 thing needs your OK')).toEqual(['approvals']);
  expect(pressAndRecord({ waiting: 3, paused: false }, '3 things need your OK')).toEqual(['approvals']);
});

test('the switch says what it will do', () => {
  expect(pressAndRecord({ waiting: 0, paused: false }, 'Pause everything')).toEqual(['pause']);
  expect(pressAndRecord({ waiting: 0, paused: true }, 'Resume')).toEqual(['resume']);
  expect(pressAndRecord({ waiting: 0, paused: true }, 'Pause everything')).toEqual([]);
});

test('the tooltip says how things stand', () => {
  expect(trayTooltip({ waiting: 0, paused: false })).toBe('Life OS');
  expect(trayTooltip({ waiting: 2, paused: true })).toBe('Life OS · paused · 2 things need your OK');
});
