import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Lockable, lockNavigation } from '#main/shell/electron/lock-navigation.ts';

class Contents extends EventEmitter {
  opened: Parameters<Lockable['setWindowOpenHandler']>[0] | null = null;
  setWindowOpenHandler(handler: Parameters<Lockable['setWindowOpenHandler']>[0]) {
    this.opened = handler;
  }
  /** Whether an event of this name for this address is let through. */
  lets(name: string, url: string, isMainFrame = true): boolean {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit(name, { url, isMainFrame, preventDefault });
    return !prevented;
  }
}

describe('a locked window', () => {
  let contents: Contents;
  let left: string[];
  beforeEach(() => {
    contents = new Contents();
    left = [];
    lockNavigation(contents as EventEmitter as Contents & Lockable, (url) => left.push(url));
  });

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays on our own page', (name) => {
    expect(contents.lets(name, 'app://life-os/#/approvals')).toBe(true);
    for (const elsewhere of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://other/',
      'javascript:alert(1)',
      'data:,x',
    ]) {
      expect(contents.lets(name, elsewhere), elsewhere).toBe(false);
    }
  });

  test('no frame inside the page is ever navigated', () => {
    expect(contents.lets('will-frame-navigate', 'app://life-os/', false)).toBe(false);
  });

  test('no webview is attached and no second window opens', () => {
    expect(contents.lets('will-attach-webview', 'app://life-os/')).toBe(false);
    expect(contents.opened?.({ url: 'app://life-os/' } as Parameters<NonNullable<typeof contents.opened>>[0])).toEqual({
      action: 'deny',
    });
    expect(left).toEqual(['app://life-os/']);
  });
});
