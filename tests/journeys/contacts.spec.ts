import { findBarriers } from './find-barriers.ts';
import { askBox, expect, goTo, say, test } from './open-life.ts';

const card = (name: string, email: string, more = '') =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL;TYPE=INTERNET:${email}\r\n${more}END:VCARD\r\n`;

test('a vCard is taken in, and “email Ana …” then means her, with her name beside the address', async ({
  page,
  life,
}) => {
  await life.call('PUT', '/policies/autonomy', { autonomy: 'ask-everything' });
  await goTo(page, 'Integrations');
  const contacts = page.getByRole('article', { name: 'Contacts on this computer' });
  const chosen = page.waitForEvent('filechooser');
  await contacts.getByRole('button', { name: 'Take in a contacts file (vCard)' }).click();
  await (await chosen).setFiles({
    name: 'friends.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(
      card('Ana Silva', 'ana@example.com', 'NICKNAME:Nani\r\n') +
        card('Bo Lund', 'bo@example.com') +
        'BEGIN:VCARD\r\nVERSION:2.1\r\nEND:VCARD\r\n',
    ),
  });

  // What will come of it is seen before anybody counts as known.
  await expect(page.getByText('Take in 2 contacts from the file “friends.vcf”').first()).toBeVisible();
  await expect(page.getByText('Ana Silva: ana@example.com').first()).toBeVisible();
  await expect(page.getByText('Card 3 is of version 2.1, so it is left out.').first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('2 contacts from the file “friends.vcf” are in your contacts.')).toBeVisible();

  await goTo(page, 'Home');
  await askBox(page).fill('email nani that I’ll be late');
  await expect(page.getByText('Ana Silva (ana@example.com)', { exact: true })).toBeVisible();
  await askBox(page).fill('');
  await say(page, 'email Ana that I’ll be late');
  await goTo(page, 'Approvals');
  const waiting = page.getByRole('article').filter({ hasText: 'Draft an email' });
  await expect(waiting.getByText('Ana Silva (ana@example.com)').first()).toBeVisible();
  await expect(waiting.getByText('from your contacts').first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
});
