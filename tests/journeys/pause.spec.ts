import { readdirSync } from 'node:fs';
import { expect, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

for (const how of ['kill', 'stop'] as const) {
  test(`Pause everything stops new work at once and outlasts a restart: ${how}`, async ({ page, life }) => {
    await page.getByRole('button', { name: 'Pause everything' }).click();
    await expect(page.getByText(/^Everything is paused/)).toBeVisible();
    await say(page, MAIN_SENTENCE);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

    await life.restart(how);
    await page.goto(life.app().origin);
    await page.reload();
    await expect(page.getByText(/^Everything is paused/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
    for (const folder of ['calendar', 'drafts']) expect(readdirSync(life.dataFolder)).not.toContain(folder);
    expect((await (await life.call('GET', '/schedules')).json()).items).toEqual([]);

    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText(/^Next: /).first()).toBeVisible();
    await page.getByRole('button', { name: 'Resume all' }).click();
    await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
    await page
      .getByRole('main')
      .getByRole('link', { name: /Put dentist on Thursday/ })
      .click();
    await expect(page.getByText('All 3 done.')).toBeVisible();
    expect(readdirSync(life.dataFolder)).toEqual(expect.arrayContaining(['calendar', 'drafts']));
  });
}

for (const scope of ['everything', 'connector:lists', 'domain:shopping-food'] as const) {
  test(`one request goes on although a wider pause stays: ${scope}`, async ({ page, life }) => {
    await life.call('POST', '/pause', { scope });
    await say(page, 'Add milk to my shopping list');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText(/^This is on hold/)).toBeVisible();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(page.getByText('Done.', { exact: true })).toBeVisible();
    const { pauses } = await (await life.call('GET', '/pause')).json();
    expect(pauses).toMatchObject([{ scope }]);
    await say(page, 'Add eggs to my shopping list');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText(/^This is on hold/)).toBeVisible();
  });
}

test('what the app paused by itself goes on from its request once the person said that it was them', async ({
  page,
  life,
}) => {
  const once = { most: 1, minutes: 60 };
  await life.call('PUT', '/policies/suspicion', { suspicion: { burst: once } });
  await life.call('PUT', '/policies/autonomy', { autonomy: 'run-safe' });
  await life.call('PUT', '/policies/first-week', { enabled: false });
  await say(page, 'Add milk to my shopping list');
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  await say(page, 'Add eggs to my shopping list');
  await expect(page.getByText(/^Life OS paused by itself/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'What may go on?' });
  await expect(sheet.getByRole('checkbox', { name: 'Add eggs to my shopping list' })).toBeChecked();
  await expect(sheet.getByRole('checkbox', { name: 'Everything new' })).not.toBeChecked();
  await sheet.getByRole('textbox').fill('it was me');
  await sheet.getByRole('button', { name: 'Resume what is ticked' }).click();
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Everything is paused/)).toBeVisible();
  // The sheet has a button that begins with the same word, and takes a moment to close.
  await expect(sheet).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await page.getByRole('button', { name: 'Resume all' }).click();
  await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
});

test('a page that lost the app says so and finds it again by itself', async ({ page, life }) => {
  await say(page, MAIN_SENTENCE);
  await expect(plan(page)).toBeVisible();
  await life.app().kill();
  await expect(page.getByText('Reconnecting…')).toBeVisible();
  await life.restart('kill');
  await expect(page.getByText('Reconnecting…')).toHaveCount(0, { timeout: 20_000 });
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('All 3 done.')).toBeVisible();
});

test('a window without its token says how to get in again', async ({ life, browser }) => {
  const stranger = await browser.newContext();
  const door = await stranger.newPage();
  await door.goto(life.app().origin);
  await expect(door.getByRole('heading', { name: 'Open Life OS again' })).toBeVisible();
  await stranger.close();
});
