import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, say, test } from './open-life.ts';

let home: string;
test.beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'life-os-journey-files-')));
  mkdirSync(join(home, 'Downloads', 'Pictures'), { recursive: true });
  for (const name of ['Invoice May.pdf', 'beach.jpg', 'song.mp3', 'notes.txt'])
    writeFileSync(join(home, 'Downloads', name), name);
  writeFileSync(join(home, 'Downloads', 'Pictures', 'older.jpg'), 'older');
  symlinkSync('/etc/passwd', join(home, 'Downloads', 'link.txt'));
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));

const inDownloads = (...way: string[]): string[] => readdirSync(join(home, 'Downloads', ...way)).sort();

test('a folder is picked, sorted after an OK, and put back exactly', async ({ page, life }) => {
  const before = inDownloads();
  await say(page, 'Sort my Downloads by kind');
  await expect(page.getByText('I can work with your files once you pick a folder under Integrations.')).toBeVisible();

  await goTo(page, 'Integrations');
  const card = page.getByRole('article', { name: 'Files on this computer' });
  await expect(card.getByText('No folder is picked, so nothing of your files is seen.')).toBeVisible();
  await card.getByRole('button', { name: 'Pick a folder' }).click();
  const path = card.getByRole('textbox', { name: 'Where the folder is' });
  await path.fill('/etc');
  await card.getByRole('button', { name: 'Add this folder' }).click();
  await expect(card.getByText('That belongs to the system. Pick a folder with things of yours.')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await path.fill(join(home, 'Downloads'));
  await card.getByRole('button', { name: 'Add this folder' }).click();
  await expect(card.getByRole('button', { name: 'Take out', exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'What it can do' }).click();
  await expect(card.getByText('Put files in the trash', { exact: true })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Home');
  await page.reload();
  await say(page, 'Sort my Downloads by kind');
  await expect(page.getByText('Sort 4 files in “Downloads” by kind').first()).toBeVisible();
  for (const name of ['beach.jpg', 'Invoice May.pdf', 'song.mp3', 'notes.txt']) {
    await expect(page.getByText(name).first()).toBeVisible();
  }
  await expect(page.getByText('Downloads/PDFs').first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  expect(inDownloads()).toEqual(before);

  await page.getByRole('button', { name: 'Approve' }).first().click();
  await expect(page.getByText('4 files in “Downloads” are sorted into 4 folders.').first()).toBeVisible();
  expect(inDownloads()).toEqual(['Documents', 'Music', 'PDFs', 'Pictures', 'link.txt']);
  expect(inDownloads('Pictures')).toEqual(['beach.jpg', 'older.jpg']);

  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => inDownloads()).toEqual(before);
  expect(inDownloads('Pictures')).toEqual(['older.jpg']);
  expect(readFileSync(join(home, 'Downloads', 'beach.jpg'), 'utf8')).toBe('beach.jpg');

  await goTo(page, 'Integrations');
  await card.getByRole('button', { name: 'Take out', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('Your files stay where they are.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(card.getByText('No folder is picked, so nothing of your files is seen.')).toBeVisible();
  const { items } = await (await life.call('GET', '/integrations')).json();
  expect(items.find(({ provider }: { provider: string }) => provider === 'files')).toMatchObject({ connected: false });
});
