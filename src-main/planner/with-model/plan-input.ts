import { Temporal } from 'temporal-polyfill';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { Person } from '#main/planner/intents/setting.ts';
import { peopleToWriteTo } from '#main/planner/people-to-write-to.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';

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
