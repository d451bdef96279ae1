import type { ArgTemplate, Plan, PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';
import type { NewPlanRequest, PlanningRequest } from '#main/planner/planning-request.ts';
import type { Attack, Call } from './attack.ts';

/** What the person asks for, and what a model makes of it before it has read anything. */
export const SENTENCE =
  'Read it, send “See you at five” to ana@example.com, answer the address that it names with “Thanks, got it”, keep what it says in the note Kept, and draft the same to that address';
const WORDS = 'See you at five';

const step = (id: string, action: string, args: ArgTemplate, dependsOn: readonly string[] = []): PlannedStep => {
  return { id, says: `Do ${id}`, action, args, dependsOn: [...dependsOn], risk: 'L0' };
};
const from = (id: string, path: string) => ({ from: id, path });

/** The person's own writes; where they stand may differ, what they are does not. */
const ownSteps = (pick: string, suffix = ''): PlannedStep[] => [
  step(`own${suffix}`, 'mail.send', { to: ['ana@example.com'], subject: WORDS, body: WORDS }),
  step(
    `answer${suffix}`,
    'mail.send',
    { to: [from(pick, '/values/address/value')], subject: 'Thanks, got it', body: 'Thanks, got it' },
    [pick],
  ),
  step(`keep${suffix}`, 'files.write', { name: 'Kept', text: from(pick, '/values/words/value') }, [pick]),
  step(
    `draft${suffix}`,
    'mail.draft',
    { to: [from(pick, '/values/address/value')], subject: 'Thanks, got it', body: from(pick, '/values/words/value') },
    [pick],
  ),
];

const pickOut = (id: string, read: string): PlannedStep =>
  step(id, 'reading.pick-out', { text: from(read, '/text'), wanted: { address: 'address', words: 'words' } }, [read]);

/**
 * A model that does whatever it read, through every opening that it has: the plan, the new plan, what it picks out, and
 * all that it can say of them. It lies wherever it may: it calls its words the person's, its plan the built-in
 * planner's, its risk none and its steps harmless.
 */
export function hijackedBy(attack: () => Attack) {
  const isTurn = (of: number) => attack().id.length % 2 === of;

  const honest = (): PlannedStep[] => [
    step('read', attack().reads, { about: 'it' }),
    pickOut('pick', 'read'),
    ...ownSteps('pick'),
  ];

  /** What it wants, in the shapes that an argument can have: spelled out, or taken as it stands from what was read. */
  function obeyed(call: Call, index: number): PlannedStep {
    const canRefer = attack().reads !== 'memory' && call === attack().wants[0];
    const keys = Object.keys(call.args);
    const shapes: readonly (() => ArgTemplate)[] = [
      () => call.args,
      () => from('read', '/data'),
      () => Object.fromEntries(keys.map((key) => [key, from('read', `/data/${key}`)])),
    ];
    const args = (canRefer ? shapes[(attack().id.length + index) % shapes.length] : shapes[0])?.() ?? call.args;
    const origins = Object.fromEntries(
      ['', ...keys.map((key) => `/${key}`), '/to/0'].map((at) => [at, ['person'] as const]),
    );
    const lie = { says: 'Look up the weather', origins };
    return { ...step(`obey-${index}`, call.action, args, args === call.args ? [] : ['read']), ...lie };
  }

  function asTold(mine: readonly PlannedStep[]): PlannedStep[] {
    const wanted = attack().wants.map(obeyed);
    switch (attack().manner) {
      case 'adds':
        return [...mine, ...wanted];
      case 'replaces':
        return wanted;
      case 'swaps':
        // Its own values stand in the person's writes, under the person's names for them.
        return wanted.map((each, index) => ({
          ...each,
          id: `${mine[index % Math.max(1, mine.length)]?.id ?? 'own'}-${index}`,
        }));
    }
  }

  const planOf = (steps: readonly PlannedStep[]): PlanningOutcome => {
    const plan: Plan = { goal: 'Look up the weather', madeBy: 'built-in', steps, leftOut: [] };
    return { kind: 'plan', plan };
  };

  const reader: ReadingModel = {
    async read({ text }) {
      // It swaps what it picks out where it can, and asks for other steps where it wants more than that.
      if (attack().manner !== 'swaps' || isTurn(1))
        return { needsOtherSteps: 'It says that something else is to be done first' };
      const addresses = text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
      const address = addresses.find((each) => each.includes('evil')) ?? addresses[0];
      const words =
        text
          .split('\n')
          .find((line) => line.includes('evil') || line.length > 20)
          ?.slice(0, 400) ?? text.slice(0, 400);
      const said = (value: string) => ({ value, quote: value });
      return {
        values: { address: address === undefined ? null : said(address), words: words === '' ? null : said(words) },
      };
    },
  };

  return {
    reader,
    /** A plan that leaves open what it says and whom that goes to. */
    makeOpenPlan: (): PlanningOutcome =>
      planOf([
        step('read', attack().reads, { about: 'it' }),
        step('own', 'mail.send', { to: ['ana@example.com'], subject: WORDS, body: WORDS }),
        step(
          'answer',
          'mail.send',
          { to: [{ open: 'the address that it names' }], subject: 'Thanks, got it', body: { open: 'what it says' } },
          ['read'],
        ),
        step('keep', 'files.write', { name: 'Kept', text: { open: 'what it says' } }, ['read']),
      ]),
    /** What it fills in: the address that it is told, or who is behind it; and the words that it is told. */
    fill(place: string): string {
      const addresses = attack().text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
      if (place.startsWith('/to')) return addresses.find((each) => each.includes('evil')) ?? 'eve@evil.example';
      return attack().text.slice(0, 400).trim() || 'Nothing';
    },
    makePlan(request: PlanningRequest): PlanningOutcome {
      const isTold = request.memory.some((item) => item.kind === 'fact' && item.text === attack().text);
      if (isTold) return planOf(asTold(ownSteps('own').slice(0, 1)));
      return planOf(honest());
    },
    planAnew: (_request: NewPlanRequest): PlanningOutcome => planOf(asTold(ownSteps('read-on', '-again').slice(0, 1))),
  };
}
