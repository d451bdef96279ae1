import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type BuiltApp, makeDataFolder, putOffFirstStart, startBuiltApp } from '../peers/built-app.ts';

/** The built app as it runs now; the same folder over every restart. */
export type Life = {
  readonly dataFolder: string;
  app(): BuiltApp;
  /** Ends the process and starts it again at the same address: `kill` is SIGKILL, `stop` asks politely. */
  restart(how: 'kill' | 'stop'): Promise<void>;
  /** Asks the API as a program would. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Response>;
};

/** The browser itself notes a server that is away and a request that was refused; the page's own words count. */
const isOfTheBrowser = (text: string): boolean =>
  /^Failed to load resource: (net::ERR_|the server responded with a status of 4(00|09|22))/.test(text);

/** Each test has the app, a data folder and a window of its own, and fails for anything that the page complains of. */
export const test = base.extend<{ isFirstStart: boolean; language: 'en' | 'es'; life: Life; complaints: string[] }>({
  /** What was chosen before the app was ever opened. */
  language: ['en', { option: true }],
  /** Whether the person has never been here: then the app opens with its first start, which else was put off before. */
  isFirstStart: [false, { option: true }],
  life: async ({ isFirstStart, language }, use) => {
    const folder = makeDataFolder();
    if (language !== 'en') writeFileSync(join(folder.path, 'language.json'), JSON.stringify({ language }));
    let app = await startBuiltApp(folder.path);
    if (!isFirstStart) await putOffFirstStart(app);
    await use({
      dataFolder: folder.path,
      app: () => app,
      async restart(how) {
        const { port } = new URL(app.origin);
        await app[how]();
        app = await startBuiltApp(folder.path, { port });
      },
      call: (method, path, body) =>
        fetch(`${app.origin}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
    });
    await app.stop();
    folder.remove();
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        const text = message.text();
        if (['error', 'warning'].includes(message.type()) && !isOfTheBrowser(text)) complaints.push(text);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, life, isFirstStart, language }, use) => {
    await page.goto(life.app().url);
    const { begin, ask } = firstWords[language];
    await expect(
      page.getByRole(isFirstStart ? 'button' : 'textbox', { name: isFirstStart ? begin : ask }),
    ).toBeVisible();
    await use(page);
  },
});

const firstWords = {
  en: { begin: 'Begin', ask: 'What do you want done?' },
  es: { begin: 'Empezar', ask: '¿Qué quieres hacer?' },
} as const;

export { expect };

export const MAIN_SENTENCE =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';

export const askBox = (page: Page): Locator => page.getByRole('textbox', { name: 'What do you want done?' });
export const plan = (page: Page): Locator => page.getByRole('list', { name: 'What will happen' });
export const lineAbout = (page: Page, about: string | RegExp): Locator =>
  plan(page).getByRole('listitem').filter({ hasText: about });

export async function say(page: Page, sentence: string): Promise<void> {
  await askBox(page).fill(sentence);
  await askBox(page).press('Enter');
  await expect(page.getByRole('main').getByText(sentence, { exact: true }).first()).toBeVisible();
}

export const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place }).click();
