import { expect, test } from './open-desktop.ts';

test.use({ mayComplain: /Content Security Policy|Not allowed to load local resource|ERR_|Permissions/ });

test('the window is locked: no Node, no permission, no other page, nothing from elsewhere', async ({ desktop }) => {
  const { electron, page } = desktop;
  await desktop.bar();

  await test.step('every window is sandboxed and isolated', async () => {
    const preferences = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
      ),
    );
    expect(preferences).toHaveLength(2);
    for (const each of preferences)
      expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  await test.step('the page sees nothing of Node or of the preload', async () => {
    const seen = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    );
    expect(seen).toEqual([]);
    await expect(page.evaluate(() => Object.assign(window, { lifeOsDesktop: false }))).rejects.toThrow(/read.only/);
  });

  await test.step('what the page could ask for is refused', async () => {
    const answers = await page.evaluate(async () => [
      Notification.permission,
      await Notification.requestPermission(),
      await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
      await new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      ),
    ]);
    expect(answers).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  await test.step('it goes nowhere else, and opens no second window', async () => {
    const before = page.url();
    const windows = await desktop.windows();
    // Tried once the page has answered, as a question to a page that goes away is never answered.
    await page.evaluate(() => {
      setTimeout(() => window.open('https://example.com/second'));
      setTimeout(() => window.location.assign('https://example.com/away'), 50);
      setTimeout(() => window.location.assign('file:///etc/passwd'), 100);
      setTimeout(() => Object.assign(window, { hasTriedAll: true }), 150);
    });
    await expect.poll(() => page.evaluate(() => 'hasTriedAll' in window)).toBe(true);
    await expect(page.getByRole('textbox', { name: 'What do you want done?' })).toBeVisible();
    expect(page.url()).toBe(before);
    await expect.poll(async () => (await desktop.windows()).length).toBe(windows.length);
    // Our own screens lead to neither, so the person's browser opens neither.
    expect(await desktop.calls('shell.openExternal')).toEqual([]);
  });

  await test.step('the policy lets in nothing but the app’s own files', async () => {
    const policy = await page.evaluate(async () =>
      (await fetch(window.location.pathname)).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      script.remove();
      return 'injected' in window;
    });
    expect(ran).toBe(false);
    const fetched = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
  });
});
