import type { GlobalShortcut, WebContents } from 'electron';

export const ASK_HOTKEY = 'CommandOrControl+Shift+Space';

/** Takes the key for the whole computer. False when another program has it; the window works without it. */
export function takeAskHotkey(shortcuts: Pick<GlobalShortcut, 'register'>, onPress: () => void): boolean {
  return shortcuts.register(ASK_HOTKEY, onPress);
}

/** Puts the cursor into the window's ask box the way the person would: with the page's own key, Ctrl or Cmd and K. */
export function focusAskBox(contents: Pick<WebContents, 'sendInputEvent'>, platform: NodeJS.Platform): void {
  const modifiers: Array<'meta' | 'control'> = [platform === 'darwin' ? 'meta' : 'control'];
  contents.sendInputEvent({ type: 'keyDown', keyCode: 'K', modifiers });
  contents.sendInputEvent({ type: 'keyUp', keyCode: 'K', modifiers });
}
