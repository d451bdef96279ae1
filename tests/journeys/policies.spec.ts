import { findBarriers } from './find-barriers.ts';
import { expect, goTo, type Life, test } from './open-life.ts';

const policy = async (life: Life, id: string) =>
  (await (await life.call('GET', '/policies')).json()).items.find((each: { id: string }) => each.id === id);

test('how long a message waits is written into its sentence, refused in plain words, and kept', async ({
  page,
  life,
}) => {
  await goTo(page, 'Policies');
  const seconds = page.getByRole('spinbutton', { name: 'Seconds that a message waits' });
  const save = page.getByRole('button', { name: 'Save how long it waits' });
  await expect(seconds).toHaveValue('20');
  await expect(save).toBeDisabled();
  await seconds.fill('4000');
  await save.click();
  await expect(page.getByText('Write a whole number from 0 to 3,600. Nothing was changed.')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  expect(await policy(life, 'hold')).toMatchObject({ holdSeconds: 20 });

  await seconds.fill('45');
  await expect(page.getByText('Nothing was changed.')).toHaveCount(0);
  await seconds.press('Enter');
  await expect(save).toBeDisabled();
  await page.reload();
  await expect(seconds).toHaveValue('45');
  expect(await policy(life, 'hold')).toMatchObject({ holdSeconds: 45 });
  await goTo(page, 'Timeline');
  await expect(page.getByText('You changed how long a message waits before it leaves.')).toBeVisible();
});

test('what makes it pause by itself is written into its sentences and outlasts a restart', async ({ page, life }) => {
  await goTo(page, 'Policies');
  const number = (name: string) => page.getByRole('spinbutton', { name });
  await number('Most messages to new people').fill('3');
  await number('Minutes in which refused sign-ins are counted').fill('15');
  await page.getByRole('button', { name: 'Save when it pauses' }).click();
  await expect(page.getByRole('button', { name: 'Save when it pauses' })).toBeDisabled();
  await life.restart('kill');
  await page.reload();
  await expect(number('Most messages to new people')).toHaveValue('3');
  await expect(number('Minutes in which refused sign-ins are counted')).toHaveValue('15');
  await expect(number('Most changes without your yes')).toHaveValue('600');
  expect((await policy(life, 'suspicion')).suspicion).toMatchObject({
    burst: { most: 600, minutes: 10 },
    'new-recipients': { most: 3, minutes: 10 },
    'failed-sign-in': { most: 10, minutes: 15 },
  });
});

test('a key is made for somebody who only looks, shown once, and taken away', async ({ page }) => {
  await goTo(page, 'Policies');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Say who or what the key is for.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Who or what it is for' }).fill('Kitchen tablet');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByRole('textbox', { name: 'Key', exact: true });
  const key = await shown.inputValue();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(shown).toHaveCount(0);

  const withKey = async (method: string, path: string) => {
    const url = new URL(`/api/v1${path}`, page.url());
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return (await fetch(url, { method, headers, body: method === 'GET' ? null : '{"intent":"hello"}' })).status;
  };
  expect(await withKey('GET', '/workflows')).toBe(200);
  expect(await withKey('POST', '/tasks')).toBe(403);
  await page.getByRole('button', { name: 'Take the key of “Kitchen tablet” away' }).click();
  await expect(page.getByText('Nobody but you has a key.')).toBeVisible();
  expect(await withKey('GET', '/workflows')).toBe(401);
  await goTo(page, 'Timeline');
  await expect(page.getByText('Took the key of “Kitchen tablet” away.')).toBeVisible();
});

test('what another level would have changed is said beside the levels', async ({ page, life }) => {
  await goTo(page, 'Policies');
  await expect(page.getByText('of the last 30 days')).toHaveCount(0);
  await goTo(page, 'Home');
  await page.getByRole('textbox', { name: 'What do you want done?' }).fill('Add milk to my shopping list');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Approve' }).click();
  // Whoever leaves before the end is told of it by a notice that fades in over the next screen.
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  await goTo(page, 'Policies');
  await expect(
    page.getByText(
      'With “Auto-run safe tasks”, of the one thing of the last 30 days, you would have been asked about 1 fewer.',
    ),
  ).toBeVisible();
  await expect(page.getByText('Once your careful first week is over:')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  expect(await policy(life, 'autonomy')).toMatchObject({ autonomy: 'ask-important' });
});
