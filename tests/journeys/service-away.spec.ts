import { type Slack, startSlack } from '../peers/start-slack.ts';
import { webFaultProxy } from '../peers/web-fault-proxy.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, say, test } from './open-life.ts';

// A service that is out of order is tried again after half a minute.
test.setTimeout(180_000);

let slack: Slack;
let way: Awaited<ReturnType<typeof webFaultProxy>>;

test.beforeAll(async () => {
  slack = await startSlack();
  way = await webFaultProxy(slack.port, () => true);
});
test.afterAll(async () => {
  await way.stop();
  await slack.stop();
});

test('a service is away: it is said in plain words, the rest goes on, and what waits is done once it is back', async ({
  page,
  life,
}) => {
  if ((await (await life.call('GET', '/secrets')).json()).state !== 'open') {
    await life.call('POST', '/secrets/file', { passphrase: 'a few plain words' });
  }
  const settings = { token: slack.tokens.me, server: `http://127.0.0.1:${way.port}` };
  expect((await life.call('POST', '/integrations/slack/connect', { settings })).status).toBe(200);
  await slack.ask(slack.tokens.me, 'conversations.create', { name: 'tuesday-club' });

  way.be('broken');
  await say(page, 'what’s new in #tuesday-club?');
  await expect(page.getByText(/^Tries again/)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  // What has nothing to do with it is not held up.
  await goTo(page, 'Home');
  await say(page, 'add milk to my shopping list');
  await expect(page.getByText(/milk/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible();

  await goTo(page, 'Integrations');
  const card = page.getByRole('article', { name: 'Slack' });
  await expect(card.getByText('Not working just now')).toBeVisible();
  await expect(
    card.getByText(/It could not be reached. What is to be done there is tried again by itself./),
  ).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Home');
  await page.getByRole('link', { name: /tuesday-club/ }).click();
  await expect(page.getByText('Waits until its service is back')).toBeVisible({ timeout: 60_000 });
  expect(await findBarriers(page)).toEqual([]);

  way.be(null);
  await slack.ask(slack.tokens.ana, 'chat.postMessage', { channel: 'tuesday-club', text: 'Cake at four' });
  await expect(page.getByText(/Cake at four/).first()).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Integrations');
  await expect(card.getByText('Works now')).toBeVisible();
  await expect(card.getByText(/could not be reached/)).toHaveCount(0);
});
