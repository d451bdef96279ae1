import { expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import { inConnectedAccount } from '#main/planner/in-connected-account.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, expectSound, request } from '#main/planner/planner.testsuite.ts';

const actionsFor = (text: string, ...accounts: string[]): string[] => {
  const catalogue = catalogueOf(({ lives, provider }) => lives === 'computer' || accounts.includes(provider));
  const outcome = makePlan(request(text, { catalogue }));
  if (!accounts.includes('google')) expectSound(outcome);
  return outcome.kind === 'plan' ? outcome.plan.steps.map(({ action }) => action) : [outcome.kind];
};

const inCalendar = [
  ['put dentist on Thursday at 3pm', ['create-event']],
  ['move the dentist to Friday', ['find-event', 'move-event']],
  ['what’s on my calendar tomorrow?', ['list-events']],
] as const;

it.each(inCalendar)('“%s” is about the calendar account that is connected', (text, wanted) => {
  for (const account of ['caldav', 'google']) {
    expect(actionsFor(text, account)).toEqual(wanted.map((name) => `${account}.${name}`));
  }
  expect(actionsFor(text)).toEqual(wanted.map((name) => `calendar.${name}`));
});

it.each([
  ['what did Ana write?', ['find-mail', 'read-mail'], ['find', 'read']],
  ['archive the email from Ana', ['find-mail', 'archive-mail'], ['find', 'archive']],
  ['answer Ana that it’s fine', ['find-mail', 'reply-to-mail'], ['find', 'reply']],
  ['do I have unread email?', ['search-mail'], ['search']],
])('“%s” is about Gmail where no other mail account is connected', (text, gmail, mail) => {
  expect(actionsFor(text, 'google')).toEqual(gmail.map((name) => `google.${name}`));
  expect(actionsFor(text, 'google', 'mail')).toEqual(mail.map((name) => `mail.${name}`));
});

it('stands in with actions that there are', () => {
  const names = new Set(connectors.flatMap(({ actions }) => actions.map(({ name }) => name)));
  for (const name of names) {
    const stand = inConnectedAccount(name, (each) => each !== name && names.has(each));
    expect(names.has(stand), stand).toBe(true);
  }
  const google = connectors.find(({ provider }) => provider === 'google')?.actions ?? [];
  const reached = new Set([...names].map((name) => inConnectedAccount(name, (each) => each.startsWith('google.'))));
  for (const { name } of google.filter(({ name }) => /mail|event|free|reply|attachments/.test(name))) {
    expect(reached.has(name), name).toBe(true);
  }
});
