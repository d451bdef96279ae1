import { expect, it } from 'vitest';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, expectSound, request } from '#main/planner/planner.testsuite.ts';

const actionsFor = (text: string, catalogue = catalogueOf(() => true)): string[] => {
  const outcome = makePlan(request(text, { catalogue }));
  expectSound(outcome);
  return outcome.kind === 'plan' ? outcome.plan.steps.map(({ action }) => action) : [outcome.kind];
};

it.each([
  ['put dentist on Thursday at 3pm', ['caldav.create-event']],
  ['move the dentist to Friday', ['caldav.find-event', 'caldav.move-event']],
  ['what’s on my calendar tomorrow?', ['caldav.list-events']],
])('“%s” is about the calendar account once that is connected', (text, wanted) => {
  expect(actionsFor(text)).toEqual(wanted);
});

it('is about the calendar on this computer while none is', () => {
  const here = catalogueOf(({ lives }) => lives === 'computer');
  expect(actionsFor('put dentist on Thursday at 3pm', here)).toEqual(['calendar.create-event']);
});
