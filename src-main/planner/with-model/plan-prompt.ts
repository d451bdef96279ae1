import { Temporal } from 'temporal-polyfill';
import type { Action } from '#connectors/sdk/action.ts';
import type { Domain } from '#contract/model/domain.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { Person } from '#main/planner/intents/setting.ts';
import { peopleToWriteTo } from '#main/planner/people-to-write-to.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { saySchema } from '#main/planner/with-model/say-schema.ts';
import domainTexts from '#resources/prompts/domains.json' with { type: 'json' };
import global from '#resources/prompts/global.json' with { type: 'json' };
import planner from '#resources/prompts/planner.json' with { type: 'json' };
import tools from '#resources/prompts/tools.json' with { type: 'json' };

export type FindAction = (name: string) => Action | undefined;

/**
 * The layers of the prompt, those that every question shares in front, so that a provider can keep them: what holds
 * always, the role, the actions, and the parts of life that the sentence speaks of.
 */
export function planInstructions(
  catalogue: PlanningRequest['catalogue'],
  domains: readonly Domain[],
  findAction: FindAction,
): { readonly name: string; readonly instructions: string } {
  const about = domains.map((domain) => domainTexts.text[domain]).filter((text) => text !== '');
  const layers = [
    global.text.join('\n'),
    planner.text.join('\n'),
    [...tools.text, ...catalogue.map((entry) => sayAction(entry, findAction))].join('\n'),
    about.join('\n'),
  ];
  return {
    name: `planner@${planner.version} global@${global.version} tools@${tools.version} domains@${domainTexts.version}`,
    instructions: layers.filter((layer) => layer !== '').join('\n\n'),
  };
}

function sayAction({ name, title, risk }: PlanningRequest['catalogue'][number], findAction: FindAction): string {
  const action = findAction(name);
  if (!action) return `- ${name} (${risk}): ${title}.`;
  return `- ${name} (${risk}): ${title}. Takes ${saySchema(action.input, 'input')}. Finds or makes ${saySchema(action.output, 'output')}.`;
}

/** What of the memory a model is told for this sentence. */
export function toldFromMemory({ text, answers, memory }: Pick<PlanningRequest, 'text' | 'answers' | 'memory'>) {
  const asked = [text, ...answers.map((answer) => answer.text)].join('\n');
  return memory.filter((item) =>
    item.kind === 'person' ? isNamed({ ...item, nicknames: [] }, asked) : isAbout(item.text, asked),
  );
}

/** What the model is told of this sentence: no more of the memory than what the sentence itself speaks of. */
export function planInput(request: PlanningRequest): string {
  const { text, answers, now, timeZone, locale, memory, contacts = [] } = request;
  const asked = [text, ...answers.map((answer) => answer.text)].join('\n');
  const told = toldFromMemory(request);
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return JSON.stringify({
    now: local.toPlainDateTime().toString({ smallestUnit: 'second' }),
    weekday: local.toPlainDate().toLocaleString('en', { weekday: 'long' }),
    timeZone,
    language: locale,
    sentence: text,
    answers: answers.map((answer) => answer.text),
    people: peopleToWriteTo(memory, contacts)
      .filter((person) => isNamed(person, asked))
      .map(({ name, email }) => ({ name, email })),
    remembered: told.flatMap((item) => (item.kind === 'person' ? [] : [item.text])),
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** By any part of a name that they go by. */
function isNamed({ name, nicknames }: Person, text: string): boolean {
  const said = new Set(wordsOf(text));
  return [name, ...nicknames].flatMap(wordsOf).some((part) => part.length > 1 && said.has(part));
}

const SHORTEST_TELLING_WORD = 4;

/** A fact that shares a telling word, and opens no part of life that the sentence does not speak of. */
function isAbout(fact: string, text: string): boolean {
  const said = new Set(wordsOf(text).filter((word) => word.length >= SHORTEST_TELLING_WORD));
  const opened = domainsIn(text);
  return wordsOf(fact).some((word) => said.has(word)) && domainsIn(fact).every((domain) => opened.includes(domain));
}
