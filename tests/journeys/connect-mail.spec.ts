import { ImapFlow } from 'imapflow';
import { type Dovecot, haveDovecot, startDovecot } from '../peers/start-dovecot.ts';
import { type Smtp, startSmtp } from '../peers/start-smtp.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, plan, say, test } from './open-life.ts';

const ADDRESS = 'me@mailbox.org';
let dovecot: Dovecot;
let smtp: Smtp;

test.skip(!haveDovecot(), 'There is no Dovecot here.');
test.beforeAll(async () => {
  dovecot = await startDovecot();
  smtp = await startSmtp(() => dovecot.password);
});
test.afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

test('a mail account is connected in three screens, tried, told of, and let go', async ({ page, life }) => {
  await goTo(page, 'Integrations');
  const card = page.getByRole('article', { name: 'Mail' });
  await expect(card.getByText('Not connected yet.')).toBeVisible();
  await card.getByRole('button', { name: 'Connect' }).click();

  // Where this computer has no keychain, the person decides where passwords go.
  const passphrase = card.getByRole('textbox', { name: 'A passphrase of your own' });
  const address = card.getByRole('textbox', { name: 'Your email address' });
  await expect(address).toBeVisible();
  if ((await (await life.call('GET', '/secrets')).json()).state !== 'open') {
    await passphrase.fill('short');
    await card.getByRole('button', { name: 'Keep passwords in a file' }).click();
    await expect(card.getByText('Take at least 12 characters; a few words are easy to keep in mind.')).toBeVisible();
    await passphrase.fill('a few plain words');
    await card.getByRole('button', { name: 'Keep passwords in a file' }).click();
    await expect(passphrase).toHaveCount(0);
  }

  await card.getByRole('button', { name: 'Continue' }).click();
  await expect(card.getByText('Your email address is missing.').first()).toBeVisible();
  await address.fill(ADDRESS);
  await card.getByRole('textbox', { name: 'App password' }).fill('not the one');
  expect(await findBarriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Continue' }).click();

  await expect(card.getByText('This is mailbox.org.')).toBeVisible();
  await card.getByRole('button', { name: 'Server settings' }).click();
  for (const [label, value] of [
    ['Incoming server (IMAP)', '127.0.0.1'],
    ['Outgoing server (SMTP)', '127.0.0.1'],
  ] as const) {
    await card.getByRole('textbox', { name: label }).fill(value);
  }
  await card.getByRole('spinbutton', { name: 'Port of the incoming server' }).fill(String(dovecot.port));
  await card.getByRole('spinbutton', { name: 'Port of the outgoing server' }).fill(String(smtp.port));
  for (const group of ['Encryption of the incoming server', 'Encryption of the outgoing server']) {
    await card.getByRole('radiogroup', { name: group }).getByText('Not encrypted').click();
  }
  expect(await findBarriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Sign in and connect' }).click();
  await expect(card.getByText('127.0.0.1 did not take this user name and password.').first()).toBeVisible();
  await card.getByRole('textbox', { name: 'App password' }).fill(dovecot.password);
  await card.getByRole('button', { name: 'Sign in and connect' }).click();

  await expect(card.getByText(`Connected as ${ADDRESS}`)).toBeVisible();
  await arrive('Lunch on Friday?');
  await card.getByRole('button', { name: 'Test the connection' }).click();
  await expect(card.getByText('It works: there is 1 email in your inbox.')).toBeVisible();
  await card.getByRole('button', { name: 'What it can do' }).click();
  await expect(card.getByText('Send an email', { exact: true })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  dovecot.changePassword('revoked at the service');
  await card.getByRole('button', { name: 'Test the connection' }).click();
  await expect(card.getByText('did not take this user name and password.').first()).toBeVisible();
  await expect(card.getByRole('button', { name: 'Enter the password again' })).toBeVisible();
  dovecot.changePassword(dovecot.password);

  await card.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('Your email stays where it is.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(card.getByText('Not connected yet.')).toBeVisible();
  const { items } = await (await life.call('GET', '/integrations')).json();
  expect(items.find(({ provider }: { provider: string }) => provider === 'mail')).toMatchObject({
    connected: false,
    account: { name: null, settings: {} },
  });
});

test('what Ana wrote is read, and answered after an OK', async ({ page, life }) => {
  if ((await (await life.call('GET', '/secrets')).json()).state !== 'open') {
    await life.call('POST', '/secrets/file', { passphrase: 'a few plain words' });
  }
  const servers = { imapHost: '127.0.0.1', smtpHost: '127.0.0.1', imapSecurity: 'none', smtpSecurity: 'none' };
  const ports = { imapPort: String(dovecot.port), smtpPort: String(smtp.port) };
  const who = { address: ADDRESS, user: ADDRESS, password: dovecot.password, sentCopies: 'app' };
  const settings = { ...who, ...servers, ...ports };
  expect((await life.call('POST', '/integrations/mail/connect', { settings })).status).toBe(200);
  await life.call('PUT', '/policies/hold', { holdSeconds: 0 });
  await arrive('Lunch on Friday?');

  await say(page, 'What did Ana write?');
  await expect(page.getByText('Hi from Ana')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Home');
  await say(page, 'Summarise the email from Ana');
  await expect(page.getByText('In short, word for word:')).toBeVisible();
  await expect(page.getByText('Hi from Ana').last()).toBeVisible();

  await goTo(page, 'Home');
  await page.reload();
  await life.call('POST', '/memory', { item: { kind: 'person', name: 'Ana Silva', email: 'ana@example.com' } });
  await say(page, 'Answer Ana that it’s fine');
  await expect(plan(page)).toContainText('Answer the email “Lunch on Friday?” from Ana');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  expect(smtp.delivered).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Your email “Re: Lunch on Friday?” to ana@example.com is sent.')).toBeVisible();
  expect(smtp.delivered.map(({ to }) => to)).toEqual([['ana@example.com']]);
});

async function arrive(subject: string): Promise<void> {
  const auth = { user: ADDRESS, pass: dovecot.password };
  const { host, port } = dovecot;
  const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  await client.append(
    'INBOX',
    `From: Ana <ana@example.com>\r\nSubject: ${subject}\r\nMessage-ID: <a@b>\r\n\r\nHi from Ana\r\n`,
  );
  await client.logout();
}
