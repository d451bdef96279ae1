import { type ListeningServer, startListeningServer } from '../peers/listening-server.ts';
import { findBarriers } from './find-barriers.ts';
import { askBox, expect, type Life, plan, test } from './open-life.ts';

// The microphone is Chromium's own stand-in for one: it beeps.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    }),
});

const WORDS = ['add', 'milk', 'to', 'my', 'shopping', 'list'];

async function withEars(life: Life, hears: Parameters<typeof startListeningServer>[0] = { words: WORDS }) {
  const server = await startListeningServer(hears);
  const mine = { id: 'mine', kind: 'compatible', title: 'Mine', baseUrl: server.baseUrl, use: 'auto', secret: null };
  const ears = { provider: 'mine', name: 'ears', profiles: ['realtime_voice'], price: null, background: false };
  expect((await life.call('PUT', '/models', { providers: [mine], models: [ears] })).status).toBe(200);
  return server;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('what is said while the button is held stands in the box, and is done only once it is sent', async ({
      page,
      life,
    }, info) => {
      await expect(page.getByRole('button', { name: 'Hold to talk' })).toHaveCount(0);
      const server: ListeningServer = await withEars(life);
      await page.reload();
      const button = page.getByRole('button', { name: 'Hold to talk' });
      await expect(button).toBeVisible();
      await askBox(page).fill('Please');
      await button.hover();
      await page.mouse.down();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      await expect(page.getByText(/^Listening\. Let go/)).toBeVisible();
      await expect(askBox(page)).toHaveValue(/^Please add milk/);
      expect(await findBarriers(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath(`listening-${colorScheme}.png`) });
      await page.mouse.up();
      await expect(askBox(page)).toHaveValue('Please add milk to my shopping list');
      await expect(button).toHaveAttribute('aria-pressed', 'false');
      expect(server.soundBytes()).toBeGreaterThan(20_000);
      expect((await (await life.call('GET', '/workflows')).json()).items).toEqual([]);
      const { items } = await (await life.call('GET', '/models/calls')).json();
      expect(items).toMatchObject([{ purpose: 'listen', outcome: 'answered', answer: WORDS.join(' ') }]);
      await askBox(page).press('Enter');
      await expect(plan(page).getByText(/milk/).first()).toBeVisible();
      await server.close();
    });
  });
}

test('Escape forgets what was said, a short press says how, and keys can hold it too', async ({ page, life }) => {
  const server = await withEars(life);
  await page.reload();
  const button = page.getByRole('button', { name: 'Hold to talk' });
  await askBox(page).fill('Note: call Tom');
  await button.hover();
  await page.mouse.down();
  await expect(askBox(page)).toHaveValue(/call Tom add/);
  await page.keyboard.press('Escape');
  await expect(askBox(page)).toHaveValue('Note: call Tom');
  await page.mouse.up();
  await expect(button).toHaveAttribute('aria-pressed', 'false');

  await button.click();
  await expect(page.getByText('Hold the button while you talk.')).toBeVisible();
  await expect(askBox(page)).toHaveValue('Note: call Tom');

  await askBox(page).fill('');
  await button.focus();
  await page.keyboard.down('Space');
  await expect(askBox(page)).toHaveValue(/^add milk/);
  await page.keyboard.up('Space');
  await expect(askBox(page)).toHaveValue(WORDS.join(' '));
  await server.close();
});

test('who writes on while they talk is not overtaken, and after the longest time it ends by itself', async ({
  page,
  life,
}) => {
  const server = await withEars(life);
  await page.route('**/rpc/voice/status', async (route) => {
    const answer = await route.fetch();
    const { json } = await answer.json();
    await route.fulfill({ response: answer, json: { json: { ...json, longestSeconds: 2 } } });
  });
  await page.reload();
  const button = page.getByRole('button', { name: 'Hold to talk' });
  await button.hover();
  await page.mouse.down();
  await expect(page.getByText(/^I can listen for two minutes in one go\./)).toBeVisible();
  await expect(askBox(page)).toHaveValue(WORDS.join(' '));
  expect(server.soundBytes()).toBe(96_000);
  await page.mouse.up();

  await askBox(page).fill('');
  await button.focus();
  await page.keyboard.down('Space');
  await expect(askBox(page)).toHaveValue(/^add milk/);
  await askBox(page).fill('buy bread');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.up('Space');
  await expect(askBox(page)).toHaveValue('buy bread');
  await server.close();
});

test('a provider that goes away in the middle says so, and what was written down stays', async ({ page, life }) => {
  const server = await withEars(life);
  await page.reload();
  const button = page.getByRole('button', { name: 'Hold to talk' });
  await button.hover();
  await page.mouse.down();
  await expect(askBox(page)).toHaveValue(/^add milk/);
  server.cut();
  await expect(page.getByText(/^Couldn’t reach Mine/)).toBeVisible();
  await page.mouse.up();
  await expect(askBox(page)).toHaveValue(/^add milk/);
  expect(await findBarriers(page)).toEqual([]);
  await server.close();
});

test('nothing is heard while everything is paused, and without a microphone it is said', async ({ page, life }) => {
  const server = await withEars(life);
  await page.reload();
  await life.call('POST', '/pause', { scope: 'everything' });
  await expect(page.getByText(/^Everything is paused/)).toBeVisible();
  await page.getByRole('button', { name: 'Hold to talk' }).hover();
  await page.mouse.down();
  await expect(page.getByText('Everything is paused, so I don’t listen.')).toBeVisible();
  await page.mouse.up();
  expect(server.connections()).toBe(0);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  // The notice of the pause has moved the box meanwhile.
  await page.getByRole('button', { name: 'Hold to talk' }).hover();
  await page.mouse.down();
  await expect(page.getByText('I find no microphone. Nothing was recorded.')).toBeVisible();
  await page.mouse.up();
  await server.close();
});
