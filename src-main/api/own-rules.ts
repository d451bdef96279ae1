import { saidIn } from '#contract/language/said-in.ts';
import type { NewRule, OwnRule, RuleSuggestion } from '#contract/model/own-rule.ts';
import { findAutomation } from '#db/repositories/automations.ts';
import { findOwnRule, listOwnRules, listSetAside } from '#db/repositories/own-rules.ts';
import { door, orNotFound, toError } from '#main/api/door.ts';
import { type DraftedRule, draftRule, type RuleNotTaken } from '#main/gate/draft-rule.ts';
import { type Standing, tryStanding } from '#main/gate/engine-in-force.ts';
import { addRule, listRules, putRuleBack, removeRule, setRuleAside } from '#main/gate/own-rules.ts';
import { refuseSuggestion, suggestRules } from '#main/gate/suggest-rules.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { sayBlankOf } from '#main/orchestrator/say-blank-of.ts';
import { templates } from '#policies/templates/templates.ts';
import ruleWords from '#resources/packs/everyday/rules.json' with { type: 'json' };

const copy = saidIn(ruleWords);

const noSuchRule: Refusal = { refused: 'not-found', says: copy.noSuchRule };

export const ownRules = {
  templates: door.policies.templates.handler(() => ({
    items: templates.map(({ cedar: _cedar, ...template }) => template),
  })),
  rules: door.policies.rules.handler(({ context: { engine } }) => ({ items: list(engine) })),
  addRule: door.policies.addRule.handler(async ({ input, context: { engine, actor } }) => {
    const id = engine.journal.newId();
    const drafted = draftOrThrow(engine, input, id);
    await engine.journal.write((tx) => addRule(tx, { ...drafted, id }, input.days, actor));
    return orNotFound(
      list(engine).find((rule) => rule.id === id),
      noSuchRule,
    );
  }),
  removeRule: door.policies.removeRule.handler(async ({ input: { id }, context: { engine, actor } }) => {
    orNotFound(await engine.journal.write((tx) => removeRule(tx, id, actor)), noSuchRule);
    return { items: list(engine) };
  }),
  setAside: door.policies.setAside.handler(async ({ input, context: { engine, actor } }) => {
    const rule = ruleToSetAside(engine, input.ruleId);
    if (plainly(input.typed) !== plainly(rule.says)) throw toError({ refused: 'bad-request', says: copy.notTyped });
    return { until: await engine.journal.write((tx) => setRuleAside(tx, rule, input, actor)) };
  }),
  putBack: door.policies.putBack.handler(async ({ input: { id }, context: { engine, actor } }) => {
    const rule = ruleToSetAside(engine, id);
    await engine.journal.write((tx) => putRuleBack(tx, rule, actor));
    return { items: list(engine) };
  }),
  suggestions: door.policies.suggestions.handler(({ context: { engine } }) => ({ items: suggest(engine) })),
  refuseSuggestion: door.policies.refuseSuggestion.handler(async ({ input: { key }, context: { engine, actor } }) => {
    const { says } = orNotFound(
      suggest(engine).find((each) => each.key === key),
      { refused: 'not-found', says: copy.noSuchSuggestion },
    );
    await engine.journal.write((tx) => {
      refuseSuggestion(tx, key, tx.now);
      tx.append({ actor, body: { kind: 'suggestion.refused', key, says } });
    });
    return { items: suggest(engine) };
  }),
};

/** The rules in force with others added and some taken away, and how the added ones read. */
export function tryRules(
  engine: Engine,
  { add = [], without = [] }: { add?: readonly NewRule[] | undefined; without?: readonly string[] | undefined },
): { readonly standing: Standing | undefined; readonly added: { says: string; cedar: string }[] } {
  if (add.length === 0 && without.length === 0) return { standing: undefined, added: [] };
  const { orm, now } = engine.journal;
  const drafted = add.map((each, at) => draftOrThrow(engine, each, `tried-${at + 1}`));
  const kept = listOwnRules(orm, now()).filter(({ id }) => !without.includes(id));
  const texts = [...kept.map(({ id, cedar }) => ({ name: id, text: cedar })), ...drafted.map(asText)];
  const aside = new Set(listSetAside(orm, now()).map(({ ruleId }) => ruleId));
  return {
    standing: tryStanding(texts, aside),
    added: drafted.map(({ says, cedar }) => ({ says, cedar })),
  };
}

const asText = ({ cedar }: DraftedRule, at: number) => ({ name: `tried-${at + 1}`, text: cedar });

const list = ({ gate, journal }: Engine): OwnRule[] => listRules(gate, journal.orm, journal.now());

/** A suggestion that a rule in force, or the level, has made needless is none. */
function suggest(engine: Engine): RuleSuggestion[] {
  const { orm, now } = engine.journal;
  const own = listOwnRules(orm, now()).map(({ template, blanks }) => JSON.stringify({ template, blanks }));
  return suggestRules(orm, now()).flatMap(({ key, rule, evidence }): RuleSuggestion[] => {
    const { template, blanks } = rule;
    if (own.includes(JSON.stringify({ template, blanks }))) return [];
    const drafted = draftRule({ ...rule, days: 1 }, 'suggested', sayBlankOf(engine));
    return 'notTaken' in drafted ? [] : [{ key, rule: { template, blanks }, says: drafted.says, evidence }];
  });
}

function draftOrThrow(engine: Engine, wanted: NewRule, id: string): DraftedRule {
  const automationId = 'automationId' in wanted ? wanted.automationId : undefined;
  const automation = automationId === undefined ? undefined : findAutomation(engine.journal.orm, automationId);
  if (automationId !== undefined && (!automation || automation.removedAt !== null)) {
    throw toError({ refused: 'not-found', says: copy.noSuchAutomation });
  }
  const drafted = draftRule(wanted, id, sayBlankOf(engine));
  if ('notTaken' in drafted) throw toError(refusalOf(drafted));
  return drafted;
}

function refusalOf(problem: RuleNotTaken): Refusal {
  switch (problem.notTaken) {
    case 'blank':
      return { refused: 'bad-request', says: copy.cantFill.replace('{blank}', problem.blank) };
    case 'unreadable':
      return {
        refused: 'bad-request',
        says: copy.cantRead.replace('{says}', problem.says),
        problems: problem.detail === '' ? [] : [problem.detail],
      };
  }
}

/** One of their own that asks or refuses, or one that ships and is no guardrail. */
function ruleToSetAside(engine: Engine, id: string): { readonly id: string; readonly says: string } {
  const own = findOwnRule(engine.journal.orm, id);
  if (own && own.endedAt === null) {
    if (own.does === 'allows') throw toError({ refused: 'conflict', says: copy.onlyRestricting });
    return own;
  }
  const { engine: inForce } = engine.gate.inForce(engine.journal.orm, engine.journal.now());
  const shipped = inForce.rules.find((rule) => rule.id === id);
  if (shipped?.kind === 'guardrail') throw toError({ refused: 'conflict', says: copy.guardrailStays });
  if (id !== 'first-week') throw toError(noSuchRule);
  return { id, says: shipped?.says ?? copy.firstWeek };
}

/** Typed by a person: capitals, spaces, and which quotation marks they have at hand say nothing. */
const plainly = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
