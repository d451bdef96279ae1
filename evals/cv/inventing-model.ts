import type { Reword } from '#connectors/sdk/action.ts';

/** A model that makes up something in every line, in a way of its own for each, and does not heed what it is told. */
export const inventingModel: Reword = async ({ lines }) =>
  lines.map(({ text }, index) => WAYS[index % WAYS.length]?.(text) ?? null);

const WAYS: readonly ((line: string) => string)[] = [
  (line) => `${line} with Kafka and Java`,
  (line) => `${line}, saving $9,999,999`,
  (line) => `Led 500 people at Google: ${line}`,
  (line) => line.replaceAll(/\d+/g, (digits) => `${digits}0`).replace(/^(?!.*\d)/, '7 times '),
  (line) => `${line} (2009–2019)`,
  (line) => line.split(' ').reverse().join(' ').concat(' twice'),
  (line) => line.replace(/^\S+/, 'Singlehandedly'),
  (line) => `Certified expert. ${line}`,
  (line) => line.replace(/\b(?:Helped|Assisted|Shadowed|Tried|Almost|not|never)\b\s*/gi, '').concat(' alone'),
];
