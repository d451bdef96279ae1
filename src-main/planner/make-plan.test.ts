import { describe, expect, test } from 'vitest';
import { makePlan } from '#main/planner/make-plan.ts';
import { expectSound, request } from '#main/planner/planner.testsuite.ts';

const MAIN =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';

describe('a plan', () => {
  test('says in plain words what each step will do, with the day and the time', () => {
    const outcome = makePlan(request(MAIN));
    expectSound(outcome);
    expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ says }) => says)).toEqual([
      'Put “Dentist” in your calendar on Thursday 26 November, 15:00–16:00',
      'Remind you every month on the 1st at 09:00, from Tuesday 1 December: “Pay the rent”',
      'Write a draft email to ana@example.com: “I’ll be 10 minutes late.”',
    ]);
  });

  test('keeps independent goals independent', () => {
    const outcome = makePlan(request(MAIN));
    expect(outcome.kind === 'plan' && outcome.plan.steps.flatMap(({ dependsOn }) => dependsOn)).toEqual([]);
  });

  test('has a line above it that names the goals, and counts them where they are many', () => {
    const goalOf = (text: string) => {
      const outcome = makePlan(request(text));
      return outcome.kind === 'plan' ? outcome.plan.goal : null;
    };
    expect(goalOf('Put dentist on Thursday at 3pm')).toBe('Put “Dentist” in your calendar');
    expect(goalOf('show my lists, show my notes, show my drafts and show my reminders')).toBe(
      'Show your lists, show your notes and 2 more things',
    );
  });

  test('takes the risk of a step from the catalogue', () => {
    const { catalogue } = request('');
    const raised = catalogue.map((action) => ({ ...action, risk: 'L3' as const }));
    const outcome = makePlan(request('show my lists', { catalogue: raised }));
    expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ risk }) => risk)).toEqual(['L3']);
  });

  test('marks an address from memory as a contact, and one that was typed as the person’s own', () => {
    const originsOf = (text: string) => {
      const outcome = makePlan(request(text));
      return outcome.kind === 'plan' ? outcome.plan.steps[0]?.origins : null;
    };
    expect(originsOf('draft an email to Mum that I’m late')).toEqual({
      '/to/0': ['contact'],
      '/body': ['contact', 'person'],
    });
    expect(originsOf('draft an email to bob@example.com that I’m late')).toBeUndefined();
  });

  test('comes out the same for the same request', () => {
    expect(makePlan(request(MAIN))).toEqual(makePlan(request(MAIN)));
  });
});

describe('what is switched off', () => {
  const without = (connector: string) => request('').catalogue.filter(({ name }) => !name.startsWith(`${connector}.`));

  test('is said, not planned', () => {
    const outcome = makePlan(request('remind me to call mum tomorrow', { catalogue: without('reminders') }));
    expect(outcome).toMatchObject({ kind: 'answer', reason: 'refused', says: expect.stringContaining('Integrations') });
  });

  test('is left out of a plan for the rest', () => {
    const outcome = makePlan(request(MAIN, { catalogue: without('reminders') }));
    expectSound(outcome);
    expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ action }) => action)).toEqual([
      'calendar.create-event',
      'drafts.write',
    ]);
    expect(outcome.kind === 'plan' && outcome.plan.leftOut).toMatchObject([{ reason: 'refused' }]);
  });

  test('is said before anything is asked', () => {
    expect(makePlan(request('remind me', { catalogue: [] })).kind).toBe('answer');
  });
});

describe('how many goals', () => {
  const goals = (count: number) =>
    Array.from({ length: count }, (_, day) => `note that day ${day + 1} was fine`).join('\n');

  test('fifty are planned', () => {
    const outcome = makePlan(request(goals(50)));
    expectSound(outcome);
    expect(outcome.kind === 'plan' && outcome.plan.steps).toHaveLength(50);
  });

  test('more are refused, and none is done', () => {
    expect(makePlan(request(goals(51)))).toMatchObject({ kind: 'answer', reason: 'refused' });
  });
});

describe('the person’s own customs', () => {
  const startOf = (text: string, locale: string) => {
    const outcome = makePlan(request(text, { locale }));
    const args = outcome.kind === 'plan' ? outcome.plan.steps[0]?.args : null;
    return args !== null && typeof args === 'object' && 'startsAt' in args ? args.startsAt : null;
  };

  test('decide which number of a date is the month', () => {
    expect(startOf('put dentist on 3/12 at 3pm', 'en-GB')).toBe('2026-12-03T15:00:00');
    expect(startOf('put dentist on 3/12 at 3pm', 'en-US')).toBe('2027-03-12T15:00:00');
  });

  test('decide how a time is said', () => {
    const outcome = makePlan(request('put dentist on Thursday at 3pm', { locale: 'en-US' }));
    expect(outcome.kind === 'plan' && outcome.plan.steps[0]?.says).toBe(
      'Put “Dentist” in your calendar on Thursday, November 26, 3:00 PM–4:00 PM',
    );
  });
});

describe('a question', () => {
  test('is about the part of the sentence that lacks something, and only one is asked', () => {
    const outcome = makePlan(request('show my lists, put dentist on Thursday and remind me to call mum'));
    expect(outcome).toMatchObject({ kind: 'question', question: { about: 'put dentist on Thursday' } });
  });

  test('left unanswered twice gives way to a plan for the rest, with this part left out', () => {
    const text = 'show my lists and put dentist on Thursday';
    const answers = ['banana', 'apple'].map((answer) => ({ questionId: '2.when.no-time', text: answer }));
    const outcome = makePlan(request(text, { answers }));
    expectSound(outcome);
    expect(outcome.kind === 'plan' && outcome.plan.leftOut).toMatchObject([{ reason: 'not-understood' }]);
  });

  test('about nothing that was ever asked is not answered by chance', () => {
    const answers = [{ questionId: 'made-up', text: '3pm' }];
    expect(makePlan(request('put dentist on Thursday', { answers })).kind).toBe('question');
  });
});
