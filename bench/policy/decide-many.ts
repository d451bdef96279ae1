// Run by `measure-policy.ts`, bundled: decides many different questions under 60 rules, beside bare Cedar.
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Blanks, RuleTemplateId } from '#contract/model/own-rule.ts';
import { toCedarRequest } from '#policies/cedar-request.ts';
import type { PolicyEngine } from '#policies/decide.ts';
import type { Question } from '#policies/facts.ts';
import { loadPoliciesFrom, shippedPolicies } from '#policies/load-policies.ts';
import { fillTemplate } from '#policies/templates/fill-template.ts';
import { templateOf } from '#policies/templates/templates.ts';

const IN_FORCE = 60;
const QUESTIONS = 3_000;
const WARM = 500;
const LEVEL = 'ask-important';

/** Times in microseconds, one for each question. */
export type DecideManyAnswer = {
  readonly inForce: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly decided: readonly number[];
  readonly bare: readonly number[];
};

const sentences: readonly ((n: number) => [RuleTemplateId, Blanks])[] = [
  (n) => ['always-for-yourself', { tool: `lists.do-${n}`, count: 10 }],
  (n) => ['always-to-people', { tool: 'mail.send', people: [`p${n}@x.example`, `q${n}@x.example`], count: 5 }],
  (n) => ['write-to-domain', { domain: `house${n}.example`, count: 5 }],
  (n) => ['quiet-hours', { from: `2${n % 4}:00`, until: '07:00' }],
  (n) => ['ask-before-reaching', { people: [`boss${n}@x.example`] }],
  (n) => ['never-reach', { people: [`never${n}@x.example`] }],
];

const ownRules = (count: number): { name: string; text: string }[] =>
  Array.from({ length: count }, (_, at) => {
    const [id, blanks] = pick(sentences, at)(at);
    const filled = fillTemplate(templateOf(id), blanks, { id: `own-${at}`, automationId: null, say: () => 'this' });
    if (!filled.ok) throw new Error(`The blank ${filled.blank} is not filled in.`);
    return { name: `own-${at}`, text: filled.cedar };
  });

const kinds = ['none', 'draft', 'message', 'event', 'file', 'setting', 'payment', 'post'] as const;
const audiences = ['nobody', 'self', 'known', 'stranger'] as const;
const tiers = ['L0', 'L1', 'L2', 'L3'] as const;
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** No two are alike, and each verdict is among them. */
const question = (n: number): Question => ({
  action: `lists.do-${n % 97}`,
  connector: 'lists',
  tier: pick(tiers, n),
  effect: {
    kind: pick(kinds, Math.floor(n / 3)),
    audience: pick(audiences, Math.floor(n / 5)),
    recipients: n % 2 === 0 ? [] : [`p${n % 40}@x.example`, `somebody${n}@x.example`],
    reversible: n % 3 === 0 ? 'until' : 'yes',
    ...(n % 11 === 0 && { money: { minor: n, currency: 'EUR' } }),
  },
  domain: 'everyday',
  confidence: 1,
  automation: n % 7 === 0 ? `automation-${n}` : null,
  autonomy: LEVEL,
  firstWeek: n % 13 === 0,
  paused: n % 29 === 0,
  shadow: false,
  role: 'owner',
  known: true,
  replanned: n % 31 === 0,
  foreignPlan: n % 37 === 0,
  sinks: [{ path: `/value-${n}`, provenance: n % 17 === 0 ? ['outside:mail/1'] : ['person'] }],
  circumstances: { minuteOfDay: n % 1440, doneToday: n % 5, messagesToday: n % 9 },
  approved: n % 4 === 0,
});

function engineWith(own: { name: string; text: string }[]): PolicyEngine {
  const loaded = loadPoliciesFrom({ ...shippedPolicies, own });
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  return loaded.value;
}

const isInForce = ({ level }: PolicyEngine['rules'][number]) => level === null || level === LEVEL;
const own = ownRules(IN_FORCE - engineWith([]).rules.filter(isInForce).length);
const engine = engineWith(own);
const questions = Array.from({ length: WARM + QUESTIONS }, (_, n) => question(n));

function timed(work: (question: Question) => unknown): number[] {
  const times = questions.map((each) => {
    const began = process.hrtime.bigint();
    work(each);
    return Number(process.hrtime.bigint() - began) / 1_000;
  });
  return times.slice(WARM);
}

/** The same rules and requests, each request made before the clock starts, and one answer without what we make of it. */
function timeBare(): number[] {
  const levels = [shippedPolicies.guardrails, shippedPolicies.firstWeek, shippedPolicies.levels[LEVEL]];
  const staticPolicies = [...levels, ...own.map(({ text }) => text)].join('\n');
  if (preparsePolicySet('bare', { staticPolicies }).type === 'failure') throw new Error('Cedar can’t read the rules.');
  const requests = new Map(questions.map((each) => [each, toCedarRequest(each)]));
  return timed((each) => {
    const request = requests.get(each);
    if (request) statefulIsAuthorized({ ...request, validateRequest: false, preparsedPolicySetId: 'bare' });
  });
}

const verdicts: Record<string, number> = {};
for (const each of questions) {
  const { verdict } = engine.decide(each);
  verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
}
const decided = timed((each) => engine.decide(each));
const bare = timeBare();
const answer: DecideManyAnswer = { inForce: engine.rules.filter(isInForce).length, verdicts, decided, bare };
process.stdout.write(JSON.stringify(answer));
