import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { expectSound, request } from '#main/planner/planner.testsuite.ts';

const LONGEST = 4000;
/** Words that the planner looks for, in every senseless order. */
const WORDS =
  'put add remind me to cancel move the dentist meeting my calendar on Thursday Friday at 3pm 3 31 every month week and , . then or no by an hour later tomorrow list shopping milk draft email ana@example.com Ana that note delete all “quoted” "x" what’s when is free to-do 2026-02-30 1st 15th 12:00 99:99 30/2 before not until for 0 minutes -5 9999 years days weeks fortnight 400 make last long free slot snooze reminder alarm timer rename to called Ideas: : tick off show Add \n - 1. : 🎉'.split(
    ' ',
  );

const sentences = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const zones = fc.constantFrom(
  'Europe/Lisbon',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'UTC',
);

test('any text is answered, also behind words that make it a note, a reminder, an event or an item', () => {
  const leads = fc.constantFrom(
    '',
    'note ',
    'remind me tomorrow to ',
    'put on Friday at 3 ',
    'add to the shopping list: ',
  );
  fc.assert(
    fc.property(leads, fc.string({ maxLength: LONGEST, unit: 'binary' }), (lead, text) =>
      expectSound(makePlan(request(lead + text))),
    ),
    { numRuns: 300 },
  );
});

test('any order of the words that it looks for, at any time in any zone, is answered soundly', () => {
  fc.assert(
    fc.property(sentences, moments, zones, (text, now, timeZone) => {
      expectSound(makePlan(request(text, { now: now.toISOString(), timeZone })));
    }),
    { numRuns: 600 },
  );
});

test('any answers to its questions are taken without going round in circles', () => {
  fc.assert(
    fc.property(sentences, fc.array(fc.oneof(sentences, fc.string()), { maxLength: 4 }), (text, replies) => {
      const answers: { questionId: string; text: string }[] = [];
      let outcome: PlanningOutcome = makePlan(request(text));
      for (let turn = 0; outcome.kind === 'question'; turn += 1) {
        expect(turn, 'questions in a row').toBeLessThan(120);
        answers.push({ questionId: outcome.question.id, text: replies[turn % (replies.length || 1)] ?? 'banana' });
        outcome = makePlan(request(text, { answers }));
      }
      expectSound(outcome);
    }),
    { numRuns: 150 },
  );
});

test('letters without sense never make a step', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'bcfghjklpqvwxz'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), (words) => {
      expect(makePlan(request(words.join(' '))).kind).toBe('answer');
    }),
    { numRuns: 200 },
  );
});

test('what stands in quotation marks is a text and never an instruction', () => {
  const inside = fc.array(fc.constantFrom(...WORDS.filter((word) => !/["“”\n]/.test(word))), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(inside, (words) => {
      const outcome = makePlan(request(`note “x ${words.join(' ')}”`));
      expectSound(outcome);
      expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ action }) => action)).toEqual([
        'documents.write-note',
      ]);
    }),
    { numRuns: 300 },
  );
});
