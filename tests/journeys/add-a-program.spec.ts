import { commandOf } from '../peers/mcp-servers.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, say, test } from './open-life.ts';

test.setTimeout(120_000);

test('a program is added, one of its tools is described, used after an OK, and its words are marked as not ours', async ({
  page,
  life,
}) => {
  await goTo(page, 'Integrations');
  await page.getByRole('button', { name: 'Add a program' }).click();
  const form = page.getByRole('form', { name: 'Add a program' });
  await form.getByRole('textbox', { name: 'What you call it' }).fill('Everything');
  await form.getByRole('textbox', { name: 'Command' }).fill('/nowhere/at/all');
  await form.getByRole('button', { name: 'Try it and add it' }).click();
  await expect(form.getByText('could not be reached, or it does not speak MCP.').first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await form.getByRole('textbox', { name: 'Command' }).fill(commandOf('server-everything', 'stdio'));
  await form.getByRole('button', { name: 'Try it and add it' }).click();

  const card = page.getByRole('article', { name: 'Everything' });
  await expect(card).toBeVisible({ timeout: 30_000 });
  await card.getByRole('button', { name: /^Its \d+ tools$/ }).click();
  const row = card.getByRole('listitem').filter({ hasText: 'toggle-simulated-logging' });
  await expect(row.getByText('Nobody has said what it does, so it always asks.')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  // Before it is described: asked about as something that nobody knows.
  await goTo(page, 'Home');
  await say(page, 'Use the tool toggle-simulated-logging of Everything');
  await expect(page.getByText('of which I know nothing').first()).toBeVisible();
  await page.getByRole('button', { name: 'Why this?' }).first().click();
  await expect(page.getByText('When I can’t tell what something would do').first()).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).first().click();

  await goTo(page, 'Integrations');
  await card.getByRole('button', { name: /^Its \d+ tools$/ }).click();
  await row.getByRole('button', { name: 'Say what it does' }).click();
  await expect(row.getByText('Its maker wrote this. Nobody has checked it.')).toBeVisible();
  await row.getByRole('combobox', { name: 'What it does' }).selectOption({ label: 'It changes or deletes something' });
  await row.getByText('Only me and my own things').click();
  expect(await findBarriers(page)).toEqual([]);
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('It changes or deletes something. It reaches: only me and my own things.')).toBeVisible();

  await goTo(page, 'Home');
  await page.reload();
  await say(page, 'Use the tool toggle-simulated-logging of Everything');
  await expect(page.getByText('it changes something').first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Everything answered, in words that it or somebody else wrote:')).toBeVisible();
  await expect(page.getByText(/Started simulated/).first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Integrations');
  await card.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('What its tools did stays as it is')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('Everything is disconnected.')).toBeVisible();
  await expect(card).toHaveCount(0);
  expect((await (await life.call('GET', '/tool-servers')).json()).items).toEqual([]);
});
