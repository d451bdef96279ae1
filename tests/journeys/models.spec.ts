import { findBarriers } from './find-barriers.ts';
import { expect, goTo, test } from './open-life.ts';

test('a key for models is kept and taken away, what they may cost is set, and parts of life stay here', async ({
  page,
}) => {
  await goTo(page, 'Integrations');
  await expect(page.getByText('It has no key yet, so it is not asked.')).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Most that models may cost in a day, in USD' }).fill('2.50');
  await page.getByRole('button', { name: 'Save the limit' }).click();
  await expect(page.getByText('Today: US$0.00 of US$2.50.')).toBeVisible();
  await page.getByRole('button', { name: 'Stays on this computer' }).click();
  await page.getByRole('checkbox', { name: 'Health' }).click();
  await expect(page.getByRole('checkbox', { name: 'Health' })).toBeChecked();
  await page.reload();
  await page.getByRole('button', { name: 'Stays on this computer' }).click();
  await expect(page.getByRole('checkbox', { name: 'Health' })).toBeChecked();
  await page.getByRole('button', { name: 'What was sent to models' }).click();
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Enter a key' }).click();
  await expect(page.getByLabel('Key of OpenAI').getByRole('button', { name: 'Keep the key' })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
});
