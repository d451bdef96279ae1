import { describe, expect, it } from 'vitest';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, expectSound, request } from '#main/planner/planner.testsuite.ts';

const saved = (id: string, name: string, more: Partial<SavedPerson> = {}): SavedPerson => ({
  provider: 'contacts',
  id,
  name,
  nicknames: [],
  emails: [],
  preferred: null,
  phones: [],
  ...more,
});
const contacts = [
  saved('lima', 'Ana Lima', { nicknames: ['Nani'], emails: ['lima@example.com'], preferred: 'lima@example.com' }),
  saved('jose', 'José Núñez', { nicknames: ['Pepe'], emails: ['jose@example.com', 'jose@work.example'] }),
  saved('maria', 'Maria Costa', { nicknames: ['Mama'], phones: ['+351 21 000 00 00'] }),
  saved('zoe', 'Zoë Brandt', { emails: ['zoe@example.com', 'zoe@work.example'], preferred: 'zoe@work.example' }),
];

function plan(text: string, replies: readonly string[] = [], more: object = {}): PlanningOutcome {
  const answers: { questionId: string; text: string }[] = [];
  let outcome = makePlan(request(text, { contacts, ...more }));
  for (const reply of replies) {
    if (outcome.kind !== 'question') throw new Error(`Nothing was asked that “${reply}” could answer.`);
    answers.push({ questionId: outcome.question.id, text: reply });
    outcome = makePlan(request(text, { contacts, answers, ...more }));
  }
  expectSound(outcome);
  return outcome;
}

const steps = (outcome: PlanningOutcome) =>
  outcome.kind === 'plan' ? outcome.plan.steps.map(({ action, args }) => ({ [action]: args })) : outcome.kind;

describe('names in sentences', () => {
  it.each([
    ['email nani that I’m late', 'lima@example.com', 'Hi Ana,'],
    ['email José Núñez’s boss that I’m late', null, null],
    ['email zoe that I’m late', 'zoe@work.example', 'Hi Zoë,'],
    ['tell ZOË BRANDT that I’m late', 'zoe@work.example', 'Hi Zoë,'],
  ])('“%s”', (text, email, greeting) => {
    const outcome = plan(text);
    if (email === null) expect(outcome.kind).not.toBe('plan');
    else {
      expect(outcome).toMatchObject({
        plan: { steps: [{ args: { to: [email] }, origins: { '/to/0': ['contact'] } }] },
      });
      expect(JSON.stringify(outcome)).toContain(greeting);
    }
  });

  it('asks one short question when two people or two addresses fit, with all of them', () => {
    expect(plan('email Ana that I’m late')).toMatchObject({
      question: {
        says: 'Which Ana do you mean?',
        choices: ['Ana Silva, ana@example.com', 'Ana Lima, lima@example.com'],
      },
    });
    expect(plan('answer pepe that it’s fine')).toMatchObject({
      question: {
        says: 'Which address of José Núñez do you mean?',
        choices: ['José Núñez, jose@example.com', 'José Núñez, jose@work.example'],
      },
    });
    const chosen = plan('email Ana that I’m late', ['Ana Lima, lima@example.com']);
    expect(chosen).toMatchObject({ plan: { steps: [{ args: { to: ['lima@example.com'] } }] } });
  });

  it('says that nobody fits, and adds them where that is wanted', () => {
    const says = expect.stringContaining('I don’t find Zed in your contacts.');
    expect(plan('email Zed that I’m late')).toMatchObject({ question: { says } });
    expect(steps(plan('email Zed that I’m late', ['zed@example.com']))).toMatchObject([{ 'drafts.write': {} }]);
    expect(steps(plan('email Zed that I’m late', ['zed@example.com and save it']))).toMatchObject([
      { 'drafts.write': { to: ['zed@example.com'] } },
      { 'contacts.add-contact': { name: 'Zed', emails: ['zed@example.com'] } },
    ]);
  });

  it('answers “call mum” with the number, as it can’t call', () => {
    const outcome = plan('call mama');
    expect(steps(outcome)).toEqual([{ 'contacts.find-contact': { query: 'Maria Costa' } }]);
    expect(outcome).toMatchObject({ plan: { leftOut: [{ reason: 'planned' }] } });
    expect(plan('call Bob')).toMatchObject({ kind: 'answer', reason: 'planned' });
    expect(steps(plan('remind me at 5 to call mama'))).toMatchObject([{ 'reminders.set': {} }]);
  });
});

describe('the contacts themselves', () => {
  it.each([
    [
      'add Bo Lund, bo@example.com, +351 21 000 to my contacts',
      { emails: ['bo@example.com'], phones: ['+351 21 000'] },
    ],
    ['save bo@example.com as Bo Lund', { emails: ['bo@example.com'] }],
    ['create a new contact for Bo Lund with the email bo@example.com', { emails: ['bo@example.com'] }],
  ])('“%s”', (text, ways) => {
    expect(steps(plan(text))).toEqual([{ 'contacts.add-contact': { name: 'Bo Lund', ...ways } }]);
  });

  it.each(['tell me the details of the meeting', 'give me the address of the hotel'])(
    '“%s” is about something else',
    (text) => {
      expect(JSON.stringify(plan(text))).not.toContain('in your contacts');
    },
  );

  it('asks how somebody is reached before it adds them', () => {
    expect(steps(plan('add Bo to my contacts', ['bo@example.com']))).toEqual([
      { 'contacts.add-contact': { name: 'Bo', emails: ['bo@example.com'] } },
    ]);
  });

  it.each([
    ['what’s Pepe’s number?', { 'contacts.find-contact': { query: 'José Núñez' } }],
    ['find nani in my contacts', { 'contacts.find-contact': { query: 'Ana Lima' } }],
    ['show my contacts', { 'contacts.list-contacts': {} }],
    ['delete pepe from my contacts', { 'contacts.delete-contact': { id: 'jose' } }],
    [
      'change nani’s email to ana@new.example',
      { 'contacts.change-contact': { id: 'lima', emails: ['ana@new.example'] } },
    ],
    ['add the number 117 to Maria', { 'contacts.change-contact': { id: 'maria', morePhones: ['117'] } }],
    [
      'Take in the contacts from the file “My friends.vcf” into this computer',
      { 'contacts.import-contacts': { fileName: 'My friends.vcf' } },
    ],
  ])('“%s”', (text, step) => {
    expect(steps(plan(text))).toEqual([step]);
  });

  it('are those of the account once that is connected, each where it stands', () => {
    const catalogue = catalogueOf(() => true);
    const there = [...contacts, saved('there', 'Eva There', { provider: 'carddav', phones: ['112'] })];
    const does = (text: string) => steps(plan(text, [], { catalogue, contacts: there }));
    expect(does('add Bo Lund, bo@example.com to my contacts')).toMatchObject([{ 'carddav.add-contact': {} }]);
    expect(does('what’s Eva’s number?')).toMatchObject([{ 'carddav.find-contact': {} }]);
    expect(does('delete pepe from my contacts')).toMatchObject([{ 'contacts.delete-contact': {} }]);
    const file = 'Take in the contacts from the file “a.vcf” into';
    expect(does(`${file} this computer`)).toMatchObject([{ 'contacts.import-contacts': {} }]);
    expect(does(`${file} your contacts account`)).toMatchObject([{ 'carddav.import-contacts': {} }]);
  });
});

describe('an invitation', () => {
  it('is an event with the people in it, where a time is said', () => {
    const outcome = plan('invite nani to lunch on Friday at 1');
    expect(steps(outcome)).toMatchObject([
      { 'calendar.create-event': { title: 'Lunch', startsAt: '2026-11-27T13:00:00', invite: ['lima@example.com'] } },
    ]);
    expect(outcome).toMatchObject({ plan: { steps: [{ origins: { '/invite/0': ['contact'] } }] } });
    expect(steps(plan('invite zoe and bo@example.com to the team dinner tomorrow at 8pm'))).toMatchObject([
      { 'calendar.create-event': { title: 'Team dinner', invite: ['zoe@work.example', 'bo@example.com'] } },
    ]);
    expect(plan('invite Ana to lunch on Friday at 1')).toMatchObject({ question: { says: 'Which Ana do you mean?' } });
  });

  it('is a letter where none is', () => {
    expect(steps(plan('invite nani to my birthday party'))).toMatchObject([{ 'drafts.write': {} }]);
  });

  it('and every new event goes into the calendar that is named, once there can be several', () => {
    const put = (more: object) => steps(plan('put a review in my work calendar on Friday at 3pm', [], more));
    expect(put({ catalogue: catalogueOf(() => true) })).toMatchObject([
      { 'caldav.create-event': { title: 'Review', calendar: 'work' } },
    ]);
    expect(put({})).toEqual([
      { 'calendar.create-event': expect.not.objectContaining({ calendar: expect.anything() }) },
    ]);
  });
});
