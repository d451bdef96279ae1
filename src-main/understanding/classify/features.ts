import wordClasses from '#resources/understanding/word-classes.json' with { type: 'json' };

/** What a sentence shows of itself to the model, each feature once. Training and reading use this same list. */
export function featuresOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set([...wordGroups(words), ...letterGroups(words), ...classFeatures(words)]);
}

/** A feature of letters inside a word counts half: there are many of them, and they say less. */
export const weightOf = (feature: string): number => (feature.startsWith('c ') ? 0.5 : 1);

/** Words in lower case, a number as its length only, without the “’s” of belonging. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{N}'$€£%@]+/gu, ' ')
    .trim();
  return plain
    .split(' ')
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => (/^\d+$/.test(word) ? '0'.repeat(Math.min(word.length, 4)) : word))
    .map((word) => (word.endsWith("'s") && word.length > 3 ? word.slice(0, -2) : word));
}

/** What follows hardly changes what a request is about, and a pasted letter should not cost more than a sentence. */
const MOST_WORDS = 60;
const LONGEST = 1000;

function wordGroups(words: readonly string[]): readonly string[] {
  const all = ['<s>', ...words, '</s>'];
  return [
    ...words.map((word) => `w ${word}`),
    ...all.slice(1).map((word, at) => `b ${all[at]} ${word}`),
    ...all.slice(2).map((word, at) => `t ${all[at]} ${all[at + 1]} ${word}`),
    ...words.slice(2).map((word, at) => `k ${words[at]} ${word}`),
  ];
}

function letterGroups(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const marked = `<${word.slice(0, LONGEST_WORD)}>`;
    const groups: string[] = [];
    for (let length = 3; length <= 5; length += 1)
      for (let at = 0; at + length <= marked.length; at += 1)
        if (length !== marked.length) groups.push(`c ${marked.slice(at, at + length)}`);
    return groups;
  });
}

const LONGEST_WORD = 30;
const CLASSES = new Map<string, readonly string[]>();
for (const [name, words] of Object.entries(wordClasses.classes))
  for (const word of words.split(' ')) CLASSES.set(word, [...(CLASSES.get(word) ?? []), name]);
const OPENERS = new Set(wordClasses.openers.split(' '));

const classesOf = (word: string | undefined): readonly string[] => CLASSES.get(word ?? '') ?? [];

/** What is done to what, by classes of words, so that “scrap the alarm” is read as “delete the alarm” is. */
function classFeatures(words: readonly string[]): readonly string[] {
  const found = words.flatMap(classesOf);
  const does = found.filter((name) => name.startsWith('op:'));
  const things = found.filter((name) => name.startsWith('ob:'));
  const lead = words.find((word) => !OPENERS.has(word)) ?? words[0];
  return [
    ...found.filter((name) => !name.includes(':')).map((name) => `a ${name}`),
    `l ${lead}`,
    ...classesOf(lead).map((name) => `lead ${name}`),
    ...[...does, ...things].map((name) => `g ${name}`),
    ...does.flatMap((done) => things.map((thing) => `x ${done} ${thing}`)),
    `f ${does[0]}`,
    `f ${things[0]}`,
    `first ${does[0]} ${things[0]}`,
    `last ${does[0]} ${things.at(-1)}`,
  ];
}
