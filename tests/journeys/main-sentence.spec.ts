import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { expect, goTo, type Life, lineAbout, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

const eventsIn = ({ dataFolder }: Life): ICAL.Event[] => {
  const path = join(dataFolder, 'calendar/personal.ics');
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
};
const draftsIn = ({ dataFolder }: Life): string[] =>
  readdirSync(join(dataFolder, 'drafts')).filter((name) => name.endsWith('.eml'));
const schedulesIn = async (life: Life): Promise<{ message: string; rrule: string; nextAt: string }[]> =>
  (await (await life.call('GET', '/schedules')).json()).items;

test('a sentence becomes a plan, is approved, is done, and is taken back row by row', async ({ page, life }) => {
  await say(page, MAIN_SENTENCE);

  await test.step('the plan says what will happen, how risky it is, and what needs an OK and why', async () => {
    await expect(plan(page).getByRole('listitem')).toHaveCount(3);
    await expect(page.getByText('What I understood')).toBeVisible();
    const dentist = lineAbout(page, /“Dentist” in your calendar on Thursday .*15:00/);
    await expect(dentist).toContainText('Changes something');
    await expect(dentist).toContainText('Needs your OK');
    await expect(dentist).toContainText('In your first week I ask before I change anything.');
    const rent = lineAbout(page, /every month on the 1st.*“Pay the rent”/);
    await expect(rent).toContainText('Changes something');
    await expect(rent).toContainText('Needs your OK');
    const draft = lineAbout(page, /draft email to ana@example.com.*10 minutes late/);
    await expect(draft).toContainText('Makes a draft');
    await expect(draft).not.toContainText('Needs your OK');
    await expect(page.getByText('2 of 3 steps need your OK. Nothing starts before it.')).toBeVisible();
  });

  await test.step('nothing has happened before the OK', async () => {
    expect(readdirSync(life.dataFolder)).not.toContain('calendar');
    expect(readdirSync(life.dataFolder)).not.toContain('drafts');
    expect(await schedulesIn(life)).toEqual([]);
  });

  await test.step('after it, all three are done', async () => {
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('All 3 done.')).toBeVisible();
    const lines = plan(page).getByRole('listitem');
    await expect(lines.getByText('Done', { exact: true })).toHaveCount(3);
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  });

  await test.step('the calendar file holds the dentist, for any calendar program', async () => {
    const [dentist, ...others] = eventsIn(life);
    expect(others).toEqual([]);
    expect(dentist?.summary).toBe('Dentist');
    expect(dentist?.startDate.dayOfWeek()).toBe(ICAL.Time.THURSDAY);
    expect(dentist?.startDate.toJSDate().getTime()).toBeGreaterThan(Date.now());
    const { hour, minute, timezone } = dentist?.startDate.toJSON() ?? {};
    expect({ hour, minute, timezone }).toEqual({ hour: 15, minute: 0, timezone: 'Europe/Lisbon' });
  });

  await test.step('the reminder is set for the first of each month', async () => {
    const [rent, ...others] = await schedulesIn(life);
    expect(others).toEqual([]);
    expect(rent?.message).toMatch(/pay the rent/i);
    expect(rent?.rrule).toMatch(/FREQ=MONTHLY/);
    const due = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Lisbon', day: 'numeric' });
    expect(due.format(new Date(rent?.nextAt ?? 0))).toBe('1');
  });

  await test.step('the draft is a message that a mail program opens', async () => {
    const [name = '', ...others] = draftsIn(life);
    expect(others).toEqual([]);
    const mail = await simpleParser(readFileSync(join(life.dataFolder, 'drafts', name)));
    expect(mail.to).toMatchObject({ value: [{ address: 'ana@example.com' }] });
    expect(mail.text).toMatch(/10 minutes late/);
    expect(mail.subject).toBeTruthy();
    expect(mail.headers.get('x-unsent')).toBe('1');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save “${name}”` }).click();
    expect((await saving).suggestedFilename()).toBe(name);
  });

  await test.step('“Why this?” names the rule that decided', async () => {
    const dentist = lineAbout(page, 'Dentist');
    await dentist.getByRole('button', { name: 'Why this?' }).click();
    await expect(dentist).toContainText('In your first week I ask before I change anything.');
    const draft = lineAbout(page, 'ana@example.com');
    await draft.getByRole('button', { name: 'Why this?' }).click();
    await expect(draft).toContainText('This only makes a draft or a note for you, so I make it and tell you.');
  });

  await test.step('the timeline tells each as it happened', async () => {
    await goTo(page, 'Timeline');
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await expect(timeline).toContainText('Made a plan of 3 steps.');
    await expect(timeline.getByText(/You approved: .*“Dentist”/)).toBeVisible();
    await expect(timeline.getByText(/You approved: .*“Pay the rent”/)).toBeVisible();
    await expect(timeline.getByRole('button', { name: 'Undo' })).toHaveCount(3);
  });

  await test.step('Undo on each row takes that one back and says so', async () => {
    const row = (about: RegExp) =>
      page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: about });
    await row(/^.*“Dentist” is in your calendar/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(row(/Taken back: .*“Dentist”/)).toBeVisible();
    expect(eventsIn(life)).toEqual([]);
    expect(draftsIn(life)).toHaveLength(1);

    await page.goBack();
    await expect(lineAbout(page, 'Dentist')).toContainText('Taken back');
    await lineAbout(page, 'Pay the rent').getByRole('button', { name: 'Undo' }).click();
    await expect(lineAbout(page, 'Pay the rent')).toContainText('Taken back');
    expect(await schedulesIn(life)).toEqual([]);
    await lineAbout(page, 'ana@example.com').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('All 3 taken back.')).toBeVisible();
    expect(draftsIn(life)).toEqual([]);
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  await test.step('and the log of all that is whole', async () => {
    const verified = await (await life.call('GET', '/timeline/verification')).json();
    expect(verified).toMatchObject({ whole: true, firstBrokenSeq: null });
  });
});

test('one line can be left out of the decision', async ({ page, life }) => {
  await say(page, MAIN_SENTENCE);
  await lineAbout(page, 'Pay the rent').getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('2 done and 1 left out.')).toBeVisible();
  await expect(lineAbout(page, 'Pay the rent')).toContainText('Left out');
  expect(await schedulesIn(life)).toEqual([]);
  expect(eventsIn(life)).toHaveLength(1);
});

test('“Not now” leaves everything as it was', async ({ page, life }) => {
  await say(page, MAIN_SENTENCE);
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(plan(page).getByText('Left out').first()).toBeVisible();
  expect(readdirSync(life.dataFolder)).not.toContain('calendar');
  expect(readdirSync(life.dataFolder)).not.toContain('drafts');
  await goTo(page, 'Approvals');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
});

test('a card can be changed before it is approved, and what was changed is done', async ({ page, life }) => {
  await say(page, 'Put dentist on Thursday at 3pm');
  await expect(plan(page)).toBeVisible();
  await goTo(page, 'Approvals');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox').first().fill('Dentist, second floor');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('article').getByText('“Dentist, second floor”').first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await expect.poll(() => eventsIn(life).map(({ summary }) => summary)).toEqual(['Dentist, second floor']);
});

test('two windows show the same as it happens', async ({ page, life, context }) => {
  const other = await context.newPage();
  await other.goto(`${life.app().url}`);
  await say(page, MAIN_SENTENCE);
  await expect(other.getByRole('link', { name: /Approvals/ })).toContainText('2');
  await other
    .getByRole('main')
    .getByRole('link', { name: /Put dentist on Thursday/ })
    .click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByText('All 3 done.')).toBeVisible();
  await other.getByRole('button', { name: 'Take it all back' }).click();
  await expect(page.getByText('All 3 taken back.')).toBeVisible();
});
