import { expect } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { findPlanProblems } from '#contract/model/check-plan.ts';
import type { Json } from '#contract/model/json.ts';
import {
  type ArgTemplate,
  isReference,
  type PlannedStep,
  type PlanningOutcome,
  PlanningOutcomeSchema,
} from '#contract/model/plan.ts';
import type { Journal } from '#main/events/journal.ts';
import { builtInReader } from '#main/extractor/built-in-reader.ts';
import { readingConnector } from '#main/extractor/reading-connector.ts';
import { openLinkConnector } from '#main/links/open-link-connector.ts';
import { memoryConnector } from '#main/memory/memory-connector.ts';
import { knownItem } from '#main/memory/memory-items-for-tests.ts';
import type { PlanningRequest } from '#main/planner/make-plan.ts';

/** Planning looks at what an action takes, and calls none. */
const unused = {} as Journal;
const all = [
  ...connectors,
  readingConnector(builtInReader, () => {
    throw new Error('Planning reads nothing.');
  }),
  openLinkConnector(() => {}),
  memoryConnector(unused, () => {
    throw new Error('Planning recalls nothing.');
  }),
];
const actions = new Map(all.flatMap((connector) => connector.actions.map((action) => [action.name, action])));
const people = [
  { name: 'Ana Silva', email: 'ana@example.com' },
  { name: 'Mum', email: 'mum@example.com' },
  { name: 'Tom Reed', email: 'tom@example.com' },
  { name: 'Tom Hardy', email: 'tomh@example.com' },
];

const facts = [
  'I live in Porto',
  'My daughter’s school is the Escola da Ponte, Rua Nova 5',
  'My caretaker’s email is sam@flats.example',
  'Bins go out on Monday',
  'The blue bin goes out on Friday',
];

/** The actions of the connectors that are switched on: of accounts, none is connected unless that is said. */
export const catalogueOf = (isOn: (connector: Connector) => boolean): PlanningRequest['catalogue'] =>
  all.filter(isOn).flatMap(({ actions: each }) => each.map(({ name, title, risk }) => ({ name, title, risk })));

/** A request on Wednesday 25 November 2026 at noon in Lisbon, with the app's real actions and four people in memory. */
export function request(text: string, more: Partial<PlanningRequest> = {}): PlanningRequest {
  return {
    text,
    answers: [],
    now: '2026-11-25T12:00:00Z',
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
    memory: [
      ...people.map((person, index) => knownItem(String(index), { kind: 'person', ...person })),
      ...facts.map((text, index) => knownItem(`fact-${index}`, { kind: 'fact', text })),
    ],
    catalogue: catalogueOf((connector) => connector.lives === 'computer'),
    ...more,
  };
}

/** Whatever comes out fits the contract, can be run, and every step is one that its action takes. */
export function expectSound(outcome: PlanningOutcome): void {
  expect(PlanningOutcomeSchema.safeParse(outcome).error).toBeUndefined();
  if (outcome.kind !== 'plan') return;
  expect(findPlanProblems(outcome.plan)).toEqual([]);
  for (const step of outcome.plan.steps) expectTaken(step);
}

function expectTaken({ action: name, args, risk }: PlannedStep): void {
  const action = actions.get(name);
  expect(action, `${name} is an action`).toBeDefined();
  expect(action?.risk).toBe(risk);
  expect(action?.input.safeParse(found(args)).error).toBeUndefined();
}

const FOUND: Readonly<Record<string, string>> = {
  '/event/uid': 'found',
  '/reminder/id': 'found',
  '/draft/fileName': 'Found.eml',
  '/note/fileName': 'Found.md',
  '/event/notes': 'found',
  '/note/body': 'found',
  '/values/link/value': 'https://example.com/',
  '/values/address/value': 'found@example.com',
  '/id': '<found@example.com>',
  '/folder': 'INBOX',
  '/text': 'found',
};

/** The arguments with something in the place of what an earlier step will have found. */
function found(args: ArgTemplate): Json {
  if (isReference(args)) return FOUND[args.path] ?? null;
  if (Array.isArray(args)) return args.map(found);
  if (args === null || typeof args !== 'object') return args;
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, found(value)]));
}
