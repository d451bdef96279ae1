import type { Page } from '@playwright/test';
import { type Google, startGoogle } from '../peers/start-google.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, say, test } from './open-life.ts';

const ANA = 'person-1@example.org';
let google: Google;

test.beforeAll(async () => {
  google = await startGoogle();
});
test.afterAll(() => google.stop());

test('Google is connected in three screens of ours, an event is put in and taken out again', async ({ page, life }) => {
  await goTo(page, 'Integrations');
  const card = page.getByRole('article', { name: 'Google' });
  await card.getByRole('button', { name: 'Connect' }).click();
  if ((await (await life.call('GET', '/secrets')).json()).state !== 'open') {
    await card.getByRole('textbox', { name: 'A passphrase of your own' }).fill('a few plain words');
    await card.getByRole('button', { name: 'Keep passwords in a file' }).click();
  }

  // The first screen: what it may do, and by which client.
  await expect(card.getByText('What it may do').first()).toBeVisible();
  await expect(card.getByText('See, put in, change and delete events of your calendars.')).toBeVisible();
  await expect(card.getByRole('link', { name: 'console.cloud.google.com/auth/clients' })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Sign in in your browser' }).click();
  await expect(card.getByText('Choose the file of your client, or paste its ID and secret.').first()).toBeVisible();
  const file = card.getByLabel('The file of your client');
  const choose = (text: string) =>
    file.setInputFiles({ name: 'client_secret.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(JSON.stringify({ web: { client_id: 'x' } }));
  await card.getByRole('button', { name: 'Sign in in your browser' }).click();
  await expect(card.getByText('This client is of the type “Web application”.').first()).toBeVisible();
  await choose(google.clientFile);
  google.off.add('gmail');
  await card.getByRole('button', { name: 'Sign in in your browser' }).click();

  // The second: waiting for Google, which opens beside it.
  await expect(card.getByText('Waiting for you to come back from Google')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await signInAtGoogle(page);
  await expect(card.getByText('The API for Gmail is not switched on in your Google project.')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  google.off.clear();
  await card.getByRole('button', { name: 'Try again' }).click();

  // The third: connected.
  await expect(card.getByText(`Connected as ${ANA}`)).toBeVisible();
  await card.getByRole('button', { name: 'Test the connection' }).click();
  await expect(card.getByText('It works: Calendar')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Home');
  await say(page, 'Put dentist on Thursday at 3pm');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/“Dentist” is in your calendar/)).toBeVisible();
  const events = () => Object.values(google.calendarOf(ANA).meaning());
  expect(events()).toMatchObject([{ summary: 'Dentist' }]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(events).toEqual([]);

  await goTo(page, 'Integrations');
  await card.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('Google is told to take the access back')).toBeVisible();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(card.getByText('Not connected yet.')).toBeVisible();
});

/** In Google's own page, which this opens beside ours. */
async function signInAtGoogle(page: Page): Promise<void> {
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open Google to sign in' }).click();
  const popup = await opening;
  await popup.getByRole('button', { name: ANA }).first().click();
  await expect(popup.getByText('You can close this page.')).toBeVisible();
  await popup.close();
}
