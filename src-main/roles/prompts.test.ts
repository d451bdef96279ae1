import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import { readerPrompt } from '#main/extractor/reader-with-model.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import { planInput } from '#main/planner/with-model/plan-input.ts';
import {
  checklistTemplate,
  messageTemplate,
  shorterLinesTemplate,
  textTemplate,
} from '#main/roles/generate-artifact.ts';
import { againPrompt, openPrompt, planInstructions } from '#main/roles/plan-instructions.ts';
import { executorPrompt } from '#main/roles/propose-tool-calls.ts';
import { validatorPrompt } from '#main/roles/validate-action.ts';

const actions = connectors.flatMap((connector) => connector.actions);
const catalogue = actions.map(({ name, title, risk }) => ({ name, title, risk }));
const findAction = (name: string) => actions.find((action) => action.name === name);

describe('the prompt', () => {
  it('for planning is this one: a change of it is seen here, and needs another version in its file', async () => {
    // Two connectors show how actions are said; with all of them, each new action anywhere would be a change here.
    const some = catalogue.filter(({ name }) => /^(?:lists|reminders)\./.test(name));
    const { name, instructions } = planInstructions(some, DomainSchema.options, findAction);
    await expect(`${name}\n\n${instructions}\n`).toMatchFileSnapshot('./prompts-as-sent/planner.txt');
  });

  it.each([
    ['a text', 'writer', messageTemplate.prompt],
    ['a letter or a post', 'text-writer', textTemplate.prompt],
    ['a checklist', 'list-writer', checklistTemplate.prompt],
    ['a second look', 'validator', validatorPrompt],
    ['reading what others wrote', 'reader', readerPrompt],
    ['lines of a CV', 'shortener', shorterLinesTemplate.prompt],
    ['planning anew', 'planner-again', againPrompt],
    ['what may be left open', 'planner-open', openPrompt],
    ['values that were left open', 'executor', executorPrompt],
  ])('for %s is this one', async (_what, role, { name, instructions }) => {
    await expect(`${name}\n\n${instructions}\n`).toMatchFileSnapshot(`./prompts-as-sent/${role}.txt`);
  });

  it('says of every action what it takes and what it finds', () => {
    const { instructions } = planInstructions(catalogue, [], findAction);
    for (const { name } of catalogue) {
      expect(instructions).toMatch(
        new RegExp(`^- ${name} \\(L[0-3]\\): .+ Takes \\{.*\\}\\. Finds or makes \\{.+\\}\\.$`, 'm'),
      );
    }
  });

  it('begins alike whatever is asked, so that a provider can keep the beginning', () => {
    const one = planInstructions(catalogue, ['health'], findAction).instructions;
    const other = planInstructions(catalogue, [], findAction).instructions;
    expect(one.startsWith(other)).toBe(true);
    expect(other.length).toBeGreaterThan(4000);
  });

  it('speaks of the parts of life that the sentence speaks of', () => {
    const { instructions } = planInstructions(catalogue, ['career'], findAction);
    expect(instructions).toContain('never claim a skill');
    expect(instructions).not.toContain('no medical advice');
  });

  it('tells the time as it is where the person is', () => {
    const request = { text: 'x', answers: [], now: '2026-07-01T23:30:00.000Z', locale: 'en', memory: [], catalogue };
    expect(JSON.parse(planInput({ ...request, timeZone: 'Europe/Lisbon' }))).toMatchObject({
      now: '2026-07-02T00:30:00',
      weekday: 'Thursday',
    });
  });
});

describe('the parts of life that a text speaks of', () => {
  it.each([
    ['Call the dermatologist', ['health']],
    ['I owe Tom 20 €', ['finance']],
    ['Pay the hospital bill', ['finance', 'health']],
    ['The fridge wants oat milk', []],
    ['The painter comes on Monday', []],
  ])('%s', (text, domains) => {
    expect([...domainsIn(text)].sort()).toEqual(domains);
  });
});
