// `npm run train:understanding -- --data DIR`: trains the model that understands sentences, and writes its file.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { crossValidate, type HeldOut, sharpnessFor } from './understanding/cross-validate.ts';
import { packModel } from './understanding/pack-model.ts';
import { domainOfTopic, readExamples } from './understanding/read-examples.ts';
import { trainLinear, vocabularyOf } from './understanding/train-linear.ts';

const ROUNDS = { topic: 14, intent: 25 };
const SEEN_AT_LEAST = 3;
/** The share of sentences within scope that may be refused for the sake of those without. */
const REFUSED_AT_MOST = 0.0125;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) {
  console.error('Say where the examples are: npm run train:understanding -- --data DIR');
  process.exit(1);
}

const examples = readExamples(resolve(values.data));
const all = {
  topic: [...examples.topic.judged, ...examples.topic.taught],
  intent: [...examples.intent.judged, ...examples.intent.taught],
};
console.log(`${all.topic.length} examples of what it is about, ${all.intent.length} of what is wanted.`);

const topicHeldOut = crossValidate(examples.topic.judged, examples.topic.taught, SEEN_AT_LEAST, ROUNDS.topic);
const intentHeldOut = crossValidate(examples.intent.judged, examples.intent.taught, SEEN_AT_LEAST, ROUNDS.intent);
const sharpness = { topic: sharpnessFor(topicHeldOut), intent: sharpnessFor(intentHeldOut) };
const leads = topicHeldOut.map((answer) => lead(answer, sharpness.topic));
const outOfScopeBelow = atQuantile(
  leads.filter(({ wanted }) => wanted !== 'out-of-scope').map(({ by }) => by),
  REFUSED_AT_MOST,
);
report();

const texts = [...new Set([...all.topic, ...all.intent].map(({ text }) => text))];
const vocabulary = vocabularyOf(texts, SEEN_AT_LEAST);
const topic = trainLinear(vocabulary, all.topic, ROUNDS.topic);
const intent = trainLinear(vocabulary, all.intent, ROUNDS.intent);
const model = packModel(
  vocabulary,
  { topic: { ...topic, sharpness: sharpness.topic }, intent: { ...intent, sharpness: sharpness.intent } },
  { about: 'Written by `npm run train:understanding`; see README.md beside it.', outOfScopeBelow },
);
const file = new URL('../resources/understanding/model.json', import.meta.url);
const text = `${JSON.stringify(model)}\n`;
writeFileSync(file, text);
console.log(`${model.features} features, ${Math.round(text.length / 1024)} kB.`);

/** By how much the likeliest domain leads over “out of scope”. */
function lead({ label, labels, likelihoods }: HeldOut, sharper: number) {
  const powers = likelihoods.map((likelihood) => Math.max(likelihood, 1e-12) ** sharper);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const domains = new Map<string, number>();
  labels.forEach((name, at) => {
    const domain = domainOfTopic(name);
    domains.set(domain, (domains.get(domain) ?? 0) + (powers[at] ?? 0) / total);
  });
  const outside = domains.get('out-of-scope') ?? 0;
  domains.delete('out-of-scope');
  const [domain = '', likelihood = 0] = [...domains].reduce((one, other) => (other[1] > one[1] ? other : one));
  return { wanted: domainOfTopic(label), domain, by: likelihood - outside };
}

function atQuantile(numbers: readonly number[], share: number): number {
  const rising = [...numbers].sort((a, b) => a - b);
  return Number((rising[Math.floor(rising.length * share)] ?? 0).toFixed(3));
}

function report(): void {
  const inside = leads.filter(({ wanted }) => wanted !== 'out-of-scope');
  const outside = leads.filter(({ wanted }) => wanted === 'out-of-scope');
  const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)}%`;
  const right = inside.filter(({ wanted, domain, by }) => wanted === domain && by >= outOfScopeBelow).length;
  const found = outside.filter(({ by }) => by < outOfScopeBelow).length;
  const wanted = intentHeldOut.filter(({ label }) => !label.startsWith('other:'));
  const best = ({ labels, likelihoods }: HeldOut) => labels[likelihoods.indexOf(Math.max(...likelihoods))];
  console.log(`Held out in turn: domain ${share(right, inside.length)} (refusals count as wrong),`);
  console.log(`  out of scope found ${share(found, outside.length)}, refusing below a lead of ${outOfScopeBelow},`);
  console.log(`  intent ${share(wanted.filter((one) => best(one) === one.label).length, wanted.length)};`);
  console.log(`  scores stretched by ${sharpness.topic} (topic) and ${sharpness.intent} (intent).`);
}
