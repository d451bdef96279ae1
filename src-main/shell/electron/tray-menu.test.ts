import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { waitingCard } from '#contract/model/waiting-card-for-tests.ts';
import { type TrayState, trayMenu, trayPicture, trayTooltip } from '#main/shell/electron/tray-menu.ts';

const still: TrayState = { waiting: 0, paused: false, cards: [], startsAtLogin: false };

function menuOf(state: Partial<TrayState>) {
  const pressed: string[] = [];
  const note = (what: string) => () => void pressed.push(what);
  const menu = trayMenu(
    { ...still, ...state },
    {
      open: note('open'),
      ask: note('ask'),
      showApprovals: note('approvals'),
      openCard: (id) => void pressed.push(`look at ${id}`),
      answer: ({ id }, decision) => void pressed.push(`${decision} ${id}`),
      pause: note('pause'),
      resume: note('resume'),
      startAtLogin: (on) => void pressed.push(`start at login: ${on}`),
      quit: note('quit'),
    },
  );
  const press = (label: string, items: readonly MenuItemConstructorOptions[] = menu) => {
    const item = items.find((each) => each.label === label);
    // A menu item's click takes Electron's own arguments, which none of these choices read.
    (item?.click as (() => void) | undefined)?.();
    return pressed.splice(0);
  };
  const below = (label: string) => menu.find((each) => each.label === label)?.submenu as MenuItemConstructorOptions[];
  return { menu, press, below };
}

test('what waits stands first and opens the approvals', () => {
  expect(menuOf({ waiting: 1 }).press('1 thing needs your OK')).toEqual(['approvals']);
  expect(menuOf({ waiting: 3 }).press('3 things need your OK')).toEqual(['approvals']);
});

test('a plain card is answered where it stands', () => {
  const { press, below } = menuOf({ waiting: 1, cards: [waitingCard('a')] });
  const items = below('Add milk to your shopping list');
  expect(press('Approve', items)).toEqual(['approve a']);
  expect(press('Not now', items)).toEqual(['decline a']);
  expect(press('Look at it first…', items)).toEqual(['look at a']);
});

test.each([
  ['what always needs the person', { risk: 'L3' }],
  [
    'what costs something',
    {
      effect: {
        kind: 'payment',
        audience: 'known',
        recipients: [],
        reversible: 'no',
        money: { minor: 100, currency: 'EUR' },
      },
    },
  ],
  ['words of others', { values: [{ path: '/a', label: 'A', value: 'b', provenance: ['outside:mail/1'] }] }],
] as const)('%s is looked at first', (_what, of) => {
  const { below } = menuOf({ waiting: 1, cards: [waitingCard('a', of as never)] });
  const labels = below('Add milk to your shopping list').map(({ label }) => label);
  expect(labels).toEqual(['Look at it first…', 'Not now']);
});

test('where more waits than is shown, the rest is one press away', () => {
  const cards = [waitingCard('a'), waitingCard('b'), waitingCard('c')];
  expect(menuOf({ waiting: 4, cards }).press('See everything that waits')).toEqual(['approvals']);
  expect(menuOf({ waiting: 3, cards }).press('See everything that waits')).toEqual([]);
});

test('the switch says what it will do', () => {
  expect(menuOf({}).press('Pause everything')).toEqual(['pause']);
  expect(menuOf({ paused: true }).press('Resume')).toEqual(['resume']);
  expect(menuOf({ paused: true }).press('Pause everything')).toEqual([]);
  expect(menuOf({ startsAtLogin: true }).press('Start when I sign in')).toEqual(['start at login: false']);
});

test('the tooltip and the picture say how things stand', () => {
  expect(trayTooltip({ waiting: 0, paused: false })).toBe('Life OS');
  expect(trayTooltip({ waiting: 2, paused: true })).toBe('Life OS · paused · 2 things need your OK');
  expect(trayPicture({ waiting: 0, paused: false }, 'linux')).toBe('tray.png');
  expect(trayPicture({ waiting: 2, paused: false }, 'win32')).toBe('tray-waiting.png');
  expect(trayPicture({ waiting: 2, paused: true }, 'darwin')).toBe('tray-pausedTemplate.png');
});
