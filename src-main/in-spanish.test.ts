import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { connectors as connectorsInEnglish } from '#connectors/registry.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { makePlan as planInEnglish } from '#main/planner/make-plan.ts';
import { catalogueOf as catalogueInEnglish, request } from '#main/planner/planner.testsuite.ts';
import { practiceConnectors as practiceInEnglish } from '#main/practice/practice-connectors.ts';

const folder = join(import.meta.dirname, '../resources/languages/es');
const readSentences = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
const spanish = { ...readSentences('core.json'), ...readSentences('connectors.json') };

/** Everything of ours once more, loaded while Spanish is spoken, as the app loads it. */
async function loadInSpanish() {
  vi.resetModules();
  const { speak } = await import('#contract/language/t.ts');
  const missed = new Set<string>();
  const watched = new Proxy(spanish, {
    get(sentences, english: string) {
      if (!Object.hasOwn(sentences, english)) missed.add(english);
      return sentences[english];
    },
  });
  speak(watched, 'es');
  const [life, planner, catalogue, registry, practice, policies, rules, templates, gate] = await Promise.all([
    import('#main/compose-for-tests.ts'),
    import('#main/planner/make-plan.ts'),
    import('#main/planner/planner.testsuite.ts'),
    import('#connectors/registry.ts'),
    import('#main/practice/practice-connectors.ts'),
    import('#policies/load-policies.ts'),
    import('#policies/templates/fill-template.ts'),
    import('#policies/templates/templates.ts'),
    import('#main/gate/say-blank.ts'),
  ]);
  return {
    ...life,
    ...planner,
    ...catalogue,
    ...registry,
    ...practice,
    ...policies,
    ...rules,
    ...templates,
    ...gate,
    missed,
  };
}

let es: Awaited<ReturnType<typeof loadInSpanish>>;
beforeAll(async () => {
  es = await loadInSpanish();
});
// What is loaded after this file is English again.
afterAll(() => vi.resetModules());

const CaseSchema = z.array(z.looseObject({ says: z.string(), thenAnswers: z.array(z.string()).default([]) }));
const casesFolder = join(import.meta.dirname, 'planner/cases');
const conversations = readdirSync(casesFolder).flatMap((file) => {
  const account = /^work-in-(.+)\.json$/.exec(file)?.[1];
  const cases = CaseSchema.parse(JSON.parse(readFileSync(join(casesFolder, file), 'utf8')));
  return cases.map(({ says, thenAnswers }) => ({ says, thenAnswers, account }));
});

/** What comes of it, without its sentences. */
const deedsOf = (outcome: PlanningOutcome): unknown =>
  outcome.kind === 'plan'
    ? outcome.plan.steps.map(({ says: _says, ...step }) => step)
    : outcome.kind === 'question'
      ? outcome.question.id
      : [outcome.kind, outcome.reason, outcome.examples];

const sentencesOf = (outcome: PlanningOutcome): string[] =>
  outcome.kind === 'plan'
    ? [
        outcome.plan.goal,
        ...outcome.plan.steps.map(({ says }) => says),
        ...outcome.plan.leftOut.map(({ says }) => says),
      ]
    : [outcome.kind === 'question' ? outcome.question.says : outcome.says];

describe('the planner in Spanish', () => {
  it('plans the same as in English, and says it otherwise', { timeout: 60_000 }, () => {
    const isOn = (account?: string) => (connector: { lives: string; provider: string }) =>
      connector.lives === 'computer' || connector.provider === account;
    let told = 0;
    for (const { says, thenAnswers, account } of conversations) {
      const answers: { questionId: string; text: string }[] = [];
      for (const text of [null, ...thenAnswers]) {
        if (text !== null) answers.push({ questionId: lastQuestion(says, answers, account), text });
        const english = planInEnglish(request(says, { answers, catalogue: catalogueInEnglish(isOn(account)) }));
        const other = es.makePlan(request(says, { answers, catalogue: es.catalogueOf(isOn(account)) }));
        expect([says, deedsOf(other)]).toEqual([says, deedsOf(english)]);
        for (const [index, sentence] of sentencesOf(other).entries()) {
          expect(sentence).not.toBe(sentencesOf(english)[index]);
          told += 1;
        }
      }
    }
    expect(told).toBeGreaterThan(500);

    function lastQuestion(says: string, answers: { questionId: string; text: string }[], account?: string): string {
      const asked = planInEnglish(request(says, { answers, catalogue: catalogueInEnglish(isOn(account)) }));
      return asked.kind === 'question' ? asked.question.id : 'none';
    }
  });

  it('hears each answer that it offers as the English one', { timeout: 60_000 }, () => {
    let offered = 0;
    for (const { says } of conversations) {
      const english = planInEnglish(request(says));
      const other = es.makePlan(request(says));
      if (english.kind !== 'question' || other.kind !== 'question') continue;
      for (const locale of ['en-GB', 'en-US']) {
        for (const [index, text] of english.question.choices.entries()) {
          const questionId = english.question.id;
          const theirs = other.question.choices[index] ?? '';
          const answered = planInEnglish(request(says, { locale, answers: [{ questionId, text }] }));
          const heard = es.makePlan(request(says, { locale, answers: [{ questionId, text: theirs }] }));
          expect([says, theirs, deedsOf(heard)]).toEqual([says, theirs, deedsOf(answered)]);
          offered += 1;
        }
      }
    }
    expect(offered).toBeGreaterThan(100);
  });

  it('asks in Spanish, with answers to choose from', () => {
    expect(es.makePlan(request('put dentist in my calendar'))).toMatchObject({
      question: { says: '¿Cuándo es “Dentist”?', choices: ['Hoy', 'Mañana'] },
    });
    expect(es.makePlan(request('put dentist in my calendar tomorrow'))).toMatchObject({
      question: {
        says: '¿A qué hora es “Dentist” el jueves 26 de noviembre?',
        choices: ['9:00', '12:00', '15:00', '18:00', 'Todo el día'],
      },
    });
  });
});

describe('a life in Spanish', () => {
  it('plans, asks, does, reports and takes back', async () => {
    const { say, still, approve, api, until, run } = await es.startLife('as shipped');
    const told: string[] = [];
    for (const sentence of [
      'Add milk and eggs to my shopping list',
      'Put dentist on Thursday at 3pm',
      'Remind me to pay the rent on the 1st of every month',
      'Note: the wifi password is tulip',
      'Draft an email to ana@example.com that I’ll be late',
      'Remember that Ana likes tea',
    ]) {
      const runId = await say(sentence);
      const asked = await still(runId);
      told.push(...asked.approvals.flatMap(({ card }) => [card.title, card.undo]));
      await approve(runId);
      const done = await still(runId);
      expect([sentence, done.state]).toEqual([sentence, 'completed']);
      told.push(...done.steps.map(({ report }) => report?.says ?? ''));
      for (const { id } of done.steps) {
        await api.workflows.undoStep({ id: runId, stepId: id });
        await until(() => run(runId).steps.find((step) => step.id === id)?.undo.state === 'undone');
      }
    }
    expect(told).toEqual([
      'Hacer la lista “Shopping” con “milk” y “eggs”',
      'Deshacer quita la lista de nuevo.',
      'Se hizo la lista “Shopping” con “milk” y “eggs”.',
      'Poner “Dentist” en tu calendario el jueves 26 de noviembre, 15:00–16:00',
      'Deshacer lo quita de tu calendario, mientras no se haya cambiado.',
      '“Dentist” está en tu calendario: jueves 26 de noviembre, 15:00–16:00.',
      'Recordarte cada mes el día 1, 9:00, desde el martes 1 de diciembre: “Pay the rent”',
      'Deshacer lo quita de tus recordatorios.',
      'Se te recordará cada mes el día 1, 9:00, desde el martes 1 de diciembre: “Pay the rent”.',
      'Tu nota “The wifi password is tulip” está guardada.',
      'El borrador “I’ll be late” para ana@example.com está guardado como “To ana@example.com - I’ll be late.eml”. No se envió nada.',
      'Recordaré: “Ana likes tea”.',
    ]);
    const list = await api.workflows.get({ id: await say('What’s in my calendar tomorrow?') });
    await still(list.id);
    expect(run(list.id).steps[0]?.report?.says).toBe('No hay nada en tu calendario el miércoles 25 de noviembre.');
  });

  it('says why it asks, and what the rules are', async () => {
    const { say, still, api } = await es.startLife('as shipped');
    const { approvals } = await still(await say('Put dentist on Thursday at 3pm'));
    expect(approvals[0]?.reason.map(({ says }) => says)).toContain(
      'En tu primera semana pregunto antes de cambiar nada.',
    );
    const { items } = await api.policies.list();
    expect(items.map(({ says }) => says)).toContain('Nunca pago nada sin tu visto bueno.');
    for (const { says } of items) expect(Object.values(spanish)).toContain(says);
    const blanks = { from: '22:00', until: '07:30' };
    const rule = await api.policies.addRule({ template: 'quiet-hours', blanks, days: 3 });
    expect(rule.says).toBe('Entre las 22:00 y las 07:30 no sale nada hacia nadie a menos que yo diga que sí.');
  });
});

/** Names, and what is the same word in both. */
const SAME = /^(?:Google|CV|Notion|Slack|Gmail|Docs|Drive|User OAuth Token|No|Fastmail|CalDAV|CardDAV)$/;
/** What of a connector is no sentence: the names of things in code, and what others call themselves. */
const NO_SENTENCE =
  /^(?:provider|id|lives|name|kind|risk|delivery|mediaType|ending|when|value|settings|switchOnAt|takeBackAt|scopes|authorize|token|revoke|parameters|server|domains|url|practice|program)$/;

/** Every text that it shows before anything is asked of it, by where it stands. */
function wordsOf(data: unknown, at = ''): [string, string][] {
  if (typeof data === 'string') return data.includes('://') || !/[a-z]/i.test(data) ? [] : [[at, data]];
  if (typeof data !== 'object' || data === null || data instanceof z.ZodType) return [];
  return Object.entries(data)
    .filter(([name]) => !NO_SENTENCE.test(name))
    .flatMap(([name, value]) => wordsOf(value, `${at}/${name}`));
}

describe('every connector in Spanish', () => {
  it('says what it is, what its actions do and what its form asks for', () => {
    const english = practiceInEnglish(connectorsInEnglish);
    const other = es.practiceConnectors(es.connectors);
    for (const [one, two] of [
      [connectorsInEnglish, es.connectors],
      [english, other],
    ] as const) {
      const [said, theirs] = [wordsOf(one), new Map(wordsOf(two))];
      expect(said.length).toBeGreaterThan(200);
      const same = said.filter(([at, text]) => theirs.get(at) === text && !SAME.test(text));
      expect(same).toEqual([]);
    }
  });

  it('was asked for no sentence that Spanish lacks', () => {
    const inData = new Set(textsIn(join(import.meta.dirname, '../resources')));
    const isRuleOfTheirs = (text: string) => text.startsWith('Entre las 22:00');
    expect([...es.missed].filter((text) => !inData.has(text) && !isRuleOfTheirs(text))).toEqual([]);
  });
});

/** Every text of our data: what of it has no Spanish is English on purpose. */
function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const texts = (data: unknown): string[] =>
    typeof data === 'string' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(texts) : [];
  return files.flatMap((file) => texts(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
