import { type Subject, SubjectSchema } from '#contract/model/understanding.ts';
import type { Model } from '#main/understanding/classify/model.ts';
import topics from '#resources/understanding/topics.json' with { type: 'json' };

/** What a sentence is about and asks for, how surely, and what else it could be. */
export type Judgement = {
  readonly domain: Subject;
  readonly intent: string;
  readonly confidence: number;
  /** How likely the domain is, whatever is wanted there. */
  readonly domainConfidence: number;
  readonly runnerUp: { readonly domain: Subject; readonly intent: string };
};

type Label = { readonly domain: Subject; readonly intent: string; readonly isVague: boolean };
type Topic = Label & { readonly likelihood: number };

/** A request about a calendar, list or mail is taken as one even where other things are four times likelier: there is more of them. */
const LEANING = 4;
/** Above this much for one of them, a sentence is in scope whatever its topic looks like. */
const SURELY_WANTED = 0.7;
/** A topic that is likelier than this says itself what is wanted, unless it is one of those that lump adding and removing together. */
const SURE_TOPIC = 0.5;
const WEAK = 0.15;
const OUT_OF_SCOPE = { domain: 'out-of-scope', intent: 'unknown.ask' } as const;
/** Of the intents that the model tells apart best, the domain they belong to where the topic is about something else. */
const HOME: Readonly<Record<string, Subject>> = { mail: 'communication', contact: 'communication' };

const known: Readonly<Record<string, { readonly domain: string; readonly intent: string; readonly vague?: boolean }>> =
  topics;

/** The domain and intent of a topic's label: one of `topics.json`, or `<domain>/<intent>`. */
function topicOf(label: string): Label {
  const [domain = '', intent = ''] = label.split('/');
  const topic = known[label] ?? { domain, intent };
  return { domain: SubjectSchema.parse(topic.domain), intent: topic.intent, isVague: topic.vague === true };
}

/** Judges sentences by a model; its labels are looked up once. */
export function createJudge(model: Model): (text: string) => Judgement {
  const labels = model.heads.topic.labels.map(topicOf);
  const wanted = model.heads.intent.labels;
  const subjects = SubjectSchema.options;

  return (text) => {
    const scores = model.score(text);
    const byDomain = new Map<Subject, number>(subjects.map((subject) => [subject, 0]));
    const found = labels.map((label, at): Topic => ({ ...label, likelihood: scores.topic[at] ?? 0 }));
    for (const { domain, likelihood } of found) byDomain.set(domain, (byDomain.get(domain) ?? 0) + likelihood);
    const outside = byDomain.get('out-of-scope') ?? 0;
    byDomain.delete('out-of-scope');
    const [domain, likelihood] = [...byDomain].reduce((one, other) => (other[1] > one[1] ? other : one));
    const ranked = found.filter((topic) => topic.domain !== 'out-of-scope').sort((a, b) => b.likelihood - a.likelihood);
    const topic = ranked.find((one) => one.domain === domain) ?? { ...OUT_OF_SCOPE, domain, isVague: true, likelihood };
    const intent = likeliestIntent(wanted, scores.intent);
    const second = ranked.find((one) => one.intent !== topic.intent) ?? topic;
    const runnerUp = { domain: second.domain, intent: second.intent };

    const domainConfidence = likelihood;
    const isOutside = likelihood - outside < model.outOfScopeBelow;
    if (isOutside && intent.share < SURELY_WANTED)
      return {
        ...OUT_OF_SCOPE,
        confidence: 1 - Math.max(0, likelihood - outside),
        domainConfidence,
        runnerUp: { domain: topic.domain, intent: topic.intent },
      };
    const leans = intent.share * LEANING > 1 - intent.share;
    const isTold = !isOutside && !topic.isVague && topic.likelihood >= SURE_TOPIC && !wanted.includes(topic.intent);
    // “Move it”, “write a newsletter”: the topic says more than a weak guess at the few intents.
    const isWeak = intent.likelihood < WEAK && topic.likelihood > intent.likelihood && !isOutside;
    if (!leans || isTold || isWeak)
      return { domain, intent: topic.intent, confidence: topic.likelihood, domainConfidence, runnerUp };
    const home = HOME[intent.name.split('.')[0] ?? ''] ?? 'everyday';
    return {
      domain: isOutside ? home : domain,
      intent: intent.name,
      confidence: intent.likelihood / Math.max(intent.share, 0.5),
      domainConfidence,
      runnerUp: intent.name === topic.intent ? runnerUp : { domain: topic.domain, intent: topic.intent },
    };
  };
}

/** The likeliest of the intents that are told apart, and how much of all likelihood they have together. */
function likeliestIntent(labels: readonly string[], likelihoods: Float64Array) {
  let share = 0;
  let best = { name: '', likelihood: 0 };
  labels.forEach((name, at) => {
    const likelihood = likelihoods[at] ?? 0;
    if (name.startsWith('other:')) return;
    share += likelihood;
    if (likelihood > best.likelihood) best = { name, likelihood };
  });
  return { ...best, share };
}
