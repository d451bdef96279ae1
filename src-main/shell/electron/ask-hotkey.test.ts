import { expect, test } from 'vitest';
import { ASK_HOTKEY, focusAskBox, takeAskHotkey } from '#main/shell/electron/ask-hotkey.ts';

test('the key is taken for the whole computer, and says so when it cannot be', () => {
  let press = () => {};
  const pressed: string[] = [];
  const register = (key: string, onPress: () => void) => {
    press = onPress;
    return key === ASK_HOTKEY;
  };
  expect(takeAskHotkey({ register }, () => void pressed.push(ASK_HOTKEY))).toBe(true);
  press();
  expect(pressed).toEqual(['CommandOrControl+Shift+Space']);
  expect(takeAskHotkey({ register: () => false }, () => {})).toBe(false);
});

test.each([
  ['darwin', 'meta'],
  ['linux', 'control'],
  ['win32', 'control'],
] as const)('on %s the ask box is reached with %s and K', (platform, modifier) => {
  const sent: object[] = [];
  focusAskBox({ sendInputEvent: (event) => void sent.push(event) }, platform);
  expect(sent).toEqual([
    { type: 'keyDown', keyCode: 'K', modifiers: [modifier] },
    { type: 'keyUp', keyCode: 'K', modifiers: [modifier] },
  ]);
});
