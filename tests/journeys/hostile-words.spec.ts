import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, goTo, type Life, say, test } from './open-life.ts';

/** Words that would do something if any screen took them for more than words. */
const HOSTILE = [
  '<img src="https://evil.example/a.png" onerror="window.taken = 1">',
  '<svg onload="window.taken = 1"></svg>',
  '<script>window.taken = 1</script>',
  '<a href="javascript:window.taken=1">see</a>',
  '[click](javascript:window.taken=1)',
  '<iframe src="https://evil.example/"></iframe>',
  '<style>body { display: none }</style>',
  '"><base href="https://evil.example/">',
  '{{constructor.constructor("window.taken=1")()}}',
  '\u202egnihtemos\u202c',
].join(' ');

const LONG = 'w'.repeat(10_000);
const SHORT = '<img src=x onerror="window.taken=1">';

const event = (uid: string, summary: string, more: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}@evil.example`,
  'DTSTAMP:20261101T090000Z',
  'DTSTART:20301127T120000Z',
  'DTEND:20301127T130000Z',
  `SUMMARY:${summary}`,
  `LOCATION:${more}`,
  `DESCRIPTION:${more}`,
  'END:VEVENT',
];

async function plant(page: Page, life: Life): Promise<void> {
  mkdirSync(join(life.dataFolder, 'calendar'), { recursive: true });
  const events = [...event('a', `Team lunch ${HOSTILE}`, HOSTILE), ...event('b', `Long walk ${LONG}`, LONG)];
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//elsewhere//EN', ...events, 'END:VCALENDAR', ''];
  writeFileSync(join(life.dataFolder, 'calendar', 'personal.ics'), calendar.join('\r\n'));

  const card = (name: string, email: string) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${email}\r\nEND:VCARD\r\n`;
  const asked: readonly [method: 'POST' | 'PUT', path: string, body: object][] = [
    ['POST', '/memory', { item: { kind: 'fact', text: HOSTILE } }],
    ['POST', '/memory', { item: { kind: 'fact', text: LONG.slice(0, 1000) } }],
    ['POST', '/memory', { item: { kind: 'person', name: SHORT, email: 'eve@evil.example' } }],
    ['POST', '/access-tokens', { name: SHORT, role: 'viewer' }],
    ['POST', '/integrations/contacts/hand-over', { name: `${SHORT}.vcf`, text: card(SHORT, 'eve@evil.example') }],
    ['POST', '/tasks', { intent: `add ${SHORT} to my shopping list` }],
    ['POST', '/tasks', { intent: `remind me to ${SHORT} tomorrow at 9` }],
    ['POST', '/tasks', { intent: `draft an email to ana@example.com that ${HOSTILE}` }],
    ['POST', '/tasks', { intent: `add ${LONG.slice(0, 3900)} to my shopping list` }],
    ['POST', '/tasks', { intent: HOSTILE }],
    [
      'POST',
      '/automations',
      { sentence: `add ${SHORT} to my shopping list`, trigger: { kind: 'once', at: '2030-01-01T09:00:00Z' } },
    ],
  ];
  for (const [method, path, body] of asked) {
    const answer = await life.call(method, path, body);
    expect(answer.status, `${path}: ${await answer.text()}`).toBeLessThan(300);
  }
  await page.reload();
}

/** Nothing ran, nothing was inserted as markup, and nothing is wider than the window. */
async function expectOnlyWords(page: Page, where: string): Promise<void> {
  const seen = await page.evaluate(() => ({
    ran: 'taken' in window,
    inserted: document.querySelectorAll('main :is(script, iframe, base, style, img[src="x"], a[href^="javascript:" i])')
      .length,
    overflow: document.documentElement.scrollWidth - window.innerWidth,
  }));
  expect(seen, where).toEqual({ ran: false, inserted: 0, overflow: 0 });
}

/** Every screen, with what shows that it is there: where hostile words belong, these words. */
const PLACES = {
  Home: 'onerror=',
  Approvals: 'onerror=',
  Timeline: 'onerror=',
  Automations: 'onerror=',
  Integrations: 'Contacts on this computer',
  Policies: 'onerror=',
  Memory: 'onerror=',
  Insights: 'Time',
};

test('markup, scripts, turned-round and endless words are words on every screen, and reach nothing outside', async ({
  page,
  life,
}) => {
  test.slow();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== life.app().origin) elsewhere.push(request.url());
  });
  page.on('dialog', (dialog) => elsewhere.push(`a dialog: ${dialog.message()}`));
  expect((await life.call('PUT', '/policies/autonomy', { autonomy: 'ask-everything' })).ok).toBe(true);
  await plant(page, life);
  await say(page, 'draft an email to the address in the event Team lunch that I can’t come');
  await expectOnlyWords(page, 'the plan');
  await goTo(page, 'Home');
  await say(page, 'What is on my calendar on 27 November 2030?');
  await expect(page.getByRole('main')).toContainText('Long walk');
  await expectOnlyWords(page, 'an answer');

  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 860 });
    for (const [place, shows] of Object.entries(PLACES)) {
      await goTo(page, place);
      await expect(page.getByRole('main')).toContainText(shows);
      await expectOnlyWords(page, `${place} at ${width}`);
    }
  }
  expect(elsewhere).toEqual([]);
});
