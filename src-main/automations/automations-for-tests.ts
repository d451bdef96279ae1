import type { NewAutomation } from '#contract/model/automation.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { fireDueAutomations } from '#main/automations/fire-due-automations.ts';
import { planOf, step, type TestLife } from '#main/compose-for-tests.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** The first test moment is 10:00 on Tuesday 24 November 2026, in Lisbon as in UTC. */
export const everyDayAtEleven = {
  kind: 'rrule',
  rrule: 'FREQ=DAILY',
  startsAt: '2026-11-24T11:00:00',
  timeZone: 'Europe/Lisbon',
} as const;

export const plans: Record<string, PlanningOutcome> = {
  'write a': planOf(step('write', 'a')),
  'look and pay': planOf(step('read', 'all'), step('pay', 'bill')),
  'write all': planOf(step('write', 'a'), step('send', 'b'), step('draft', 'c')),
  'read then write': planOf(
    step('read', 'all'),
    step('write', 'count', { args: { entry: 'count', text: { from: 'all', path: '/first' } }, dependsOn: ['all'] }),
  ),
  'what?': { kind: 'question', question: { id: 'q', says: 'Which list?', about: 'what', choices: [] } },
  sing: { kind: 'answer', reason: 'planned', says: 'I can’t sing yet.', examples: ['write a'] },
};

type Wanted = Partial<NewAutomation> & { agree?: boolean };

/** Rehearses and sets up, with a yes to every line that can be allowed unless told otherwise. */
export async function setUp(life: TestLife, sentence: string, { agree = true, ...more }: Wanted = {}) {
  const planned = { sentence, trigger: more.trigger ?? everyDayAtEleven };
  const { lines } = await life.api.automations.rehearse(planned);
  const consents = lines.flatMap(({ stepId, digest }) => (agree && digest !== null ? [{ stepId, digest }] : []));
  return life.api.automations.create({ ...planned, consents, ...more });
}

/** Lets time pass and the clock look once. */
export async function goOn(life: TestLife, milliseconds: number): Promise<void> {
  life.pass(milliseconds);
  await fireDueAutomations(life.lifeOs.engine);
}

/** All runs, oldest first. */
export const runsOf = async (life: TestLife) => (await life.api.workflows.list({})).items.toReversed();
/** The automation that is listed first. */
export const one = async (life: TestLife) => (await life.api.automations.list()).items[0];

/** What the log tells of automations, in order. */
export async function tellings(life: TestLife): Promise<string[]> {
  const { items } = await life.api.events.history({ limit: 500 });
  return items.toReversed().flatMap(({ body }) => {
    if (body.kind === 'automation.fired') return [`fired ${body.why} ${body.dueAt}`];
    if (body.kind === 'automation.missed') return [`missed ${body.catchUp} ${body.dueAt}`];
    return body.kind === 'automation.changed' ? [`changed ${body.change}`] : [];
  });
}
