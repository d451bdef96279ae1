import { describe, expect, it } from 'vitest';
import type { ToolField } from '#contract/model/tool-server.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, request } from '#main/planner/planner.testsuite.ts';
import type { Planable } from '#main/planner/planning-request.ts';

const field = (name: string, kind: ToolField['kind'], more: Partial<ToolField> = {}): ToolField => {
  return { name, kind, required: true, choices: [], ...more };
};
const tool = (name: string, ...fields: ToolField[]): Planable => ({
  name: `mcp-everything.${name}`,
  title: `Use “${name}” of Everything`,
  risk: 'L3',
  tool: { program: 'Everything', name, fields, isKnown: false },
});

const catalogue = [
  ...catalogueOf(({ lives }) => lives === 'computer'),
  tool('echo', field('message', 'text'), field('loud', 'yes-no', { required: false })),
  tool('get-sum', field('a', 'number'), field('b', 'number')),
  tool('weather', field('city', 'text', { choices: ['New York', 'Chicago'] })),
  tool('open', field('entityNames', 'words')),
  tool('create', field('entities', 'list')),
  tool('now'),
];

const plan = (text: string, ...answers: { questionId: string; text: string }[]) =>
  makePlan(request(text, { catalogue, answers }));

function does(text: string): unknown {
  const outcome = plan(text);
  return outcome.kind === 'plan' ? outcome.plan.steps.map(({ action, args }) => ({ [action]: args })) : outcome;
}

describe('a tool that the person names', () => {
  it.each([
    ['use the tool echo of Everything with message hello', 'echo', { message: 'hello' }],
    ['Use echo of everything: hello and goodbye, Ana', 'echo', { message: 'hello and goodbye, Ana' }],
    ['use the echo tool of Everything to “put milk, and loud no”', 'echo', { message: 'put milk, and loud no' }],
    ['use echo of Everything with message hello, loud yes', 'echo', { message: 'hello', loud: true }],
    ['please run get_sum of Everything with a = 2 and b = -3.5', 'get-sum', { a: 2, b: -3.5 }],
    ['use the tool weather of “Everything” for new york', 'weather', { city: 'New York' }],
    ['use open of Everything with entity names Ana, Tom and Zoë', 'open', { entityNames: ['Ana', 'Tom', 'Zoë'] }],
    ['use the tool now of Everything', 'now', {}],
  ])('“%s”', (text, name, args) => {
    expect(does(text)).toEqual([{ [`mcp-everything.${name}`]: args }]);
  });

  it('is as serious as it is in the catalogue', () => {
    expect(plan('use the tool now of Everything')).toMatchObject({ plan: { steps: [{ risk: 'L3' }] } });
  });

  it('asks for what is missing, and for what does not fit', () => {
    const sum = 'use the tool get-sum of Everything with a two';
    const asked = plan(sum);
    expect(asked).toMatchObject({ kind: 'question', question: { says: 'What should “a” be for “get-sum”?' } });
    const answers = [
      { questionId: '1.tool.a', text: '2' },
      { questionId: '1.tool.b', text: '40' },
    ];
    expect(plan(sum, ...answers)).toMatchObject({ plan: { steps: [{ args: { a: 2, b: 40 } }] } });
    const weather = plan('use the tool weather of Everything for Atlantis');
    expect(weather).toMatchObject({ question: { choices: ['New York', 'Chicago'] } });
  });

  it.each([
    ['use the tool shout of Everything', 'Everything has no tool called “shout”.'],
    ['use the tool echo of Nothing at all', 'I know no program called “Nothing at all”.'],
    ['use the tool create of Everything with entities Ana', 'in a shape of its own'],
    ['use the tool get-sum of Everything with 2 and 3', 'I can’t tell what the rest is for'],
    ['use the tool now of Everything for lunch', 'takes no details'],
  ])('says honestly why not: “%s”', (text, why) => {
    expect(plan(text)).toMatchObject({ kind: 'answer', says: expect.stringContaining(why) });
  });

  it('is not read into other sentences', () => {
    expect(does('remind me to use the tool shed of Tom tomorrow at 9')).toMatchObject([{ 'reminders.set': {} }]);
    expect(plan('use less salt in everything')).toMatchObject({ kind: 'answer' });
  });
});
