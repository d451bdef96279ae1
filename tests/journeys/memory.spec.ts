import { findBarriers } from './find-barriers.ts';
import { expect, goTo, lineAbout, plan, say, test } from './open-life.ts';

test('what is told is remembered, corrected, found again, used and forgotten, each with where it comes from', async ({
  page,
  life,
}) => {
  await test.step('nothing is remembered yet', async () => {
    await goTo(page, 'Memory');
    await expect(page.getByText('Nothing remembered yet')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });

  await test.step('a sentence is remembered without asking, and corrected by another', async () => {
    await goTo(page, 'Home');
    await say(page, 'Remember that I live in Porto');
    await expect(lineAbout(page, /“I live in Porto”/).getByText('Done', { exact: true })).toBeVisible();
    await goTo(page, 'Home');
    await say(page, 'No, I moved to Lyon');
    await expect(plan(page)).toContainText(/remember instead: “I moved to Lyon”/i);
    await expect(plan(page).getByText('Done', { exact: true })).toBeVisible();
    await goTo(page, 'Memory');
    const row = page.getByRole('listitem').filter({ hasText: 'I moved to Lyon' });
    await expect(row).toContainText('Was “I live in Porto”');
    await row.getByRole('button', { name: 'Where it comes from' }).click();
    await expect(row.getByRole('blockquote')).toHaveText('No, I moved to Lyon');
  });

  await test.step('what was gathered waits for a yes', async () => {
    await goTo(page, 'Home');
    await say(page, 'Draft an email to Bea Costa (bea@example.com) that I’ll be late');
    await expect(plan(page).getByText('Done', { exact: true })).toBeVisible();
    await goTo(page, 'Memory');
    const waiting = page.getByRole('region', { name: 'Waiting for your yes' });
    await expect(waiting).toContainText('Bea Costa, bea@example.com');
    await expect(waiting.getByRole('blockquote')).toContainText('Draft an email to Bea Costa');
    expect(await findBarriers(page)).toEqual([]);
    await waiting.getByRole('button', { name: 'Yes, remember it' }).click();
    await expect(waiting).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'People' })).toContainText('bea@example.com');
  });

  await test.step('it is used, and says where', async () => {
    await goTo(page, 'Home');
    await say(page, 'Draft an email to Bea that it is fine');
    await expect(plan(page).getByText('Done', { exact: true })).toBeVisible();
    await goTo(page, 'Memory');
    const bea = page.getByRole('region', { name: 'People' }).getByRole('listitem');
    await bea.getByRole('button', { name: 'Used in 1 request' }).click();
    await expect(bea.getByRole('link', { name: 'Draft an email to Bea that it is fine' })).toBeVisible();
  });

  await test.step('it is found again, beside what was written', async () => {
    await page.getByRole('textbox', { name: 'Search' }).fill('lyon');
    const found = page.getByRole('region', { name: 'Found' });
    await expect(found.getByRole('listitem').filter({ hasText: 'I moved to Lyon' }).first()).toContainText('Memory');
    await page.getByRole('textbox', { name: 'Search' }).fill('');
    await expect(found).toHaveCount(0);
  });

  await test.step('it is removed for good', async () => {
    await page.getByRole('button', { name: 'Remove I moved to Lyon' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('gone for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('I moved to Lyon', { exact: true })).toHaveCount(0);
    const { items } = await (await life.call('GET', '/memory')).json();
    expect(JSON.stringify(items)).not.toContain('Lyon');
  });
});

test('words of a script in what is remembered are words', async ({ page, life }) => {
  const text = '<img src=x onerror="document.title=\'taken\'"> <script>document.title="taken"</script>';
  await life.call('POST', '/memory', { item: { kind: 'fact', text } });
  await life.call('POST', '/memory', { item: { kind: 'fact', text: `${'long'.repeat(240)}` } });
  await goTo(page, 'Memory');
  await expect(page.getByText(text)).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await page.title()).not.toBe('taken');
});
