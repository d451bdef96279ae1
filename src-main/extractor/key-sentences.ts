const MOST_READ = 100_000;
const LONGEST = 300;
/** Shorter words join others and say nothing themselves, in most languages. */
const TELLING_WORD = /[\p{L}\p{N}]{5,}/gu;
/** What a reader looks for: a day, a time, an amount, a question, or that something is wanted. */
const TELLS = [
  /\d{1,2}[:.]\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?\p{Lu}\p{L}{2,}|\b\d{4}-\d{2}-\d{2}\b/u,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow)\b/iu,
  /[€£$¥]\s?\d|\d\s?(?:[€£$¥]|EUR|USD|GBP)/u,
  /\?$/u,
  /\b(?:please|must|need|deadline|until|by the|due|confirm|cancel\w*|important|required)\b/iu,
];
/** The beginning and the end of a letter say nothing. */
const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|many thanks|(?:kind|best|warm)(?:est)? regards|regards|yours|sincerely|best|cheers|sent from)\b[^.!?]{0,40}[,.!]?$/iu;

/** The sentences that say most of a text, word for word, in their order; all of them where there are few. */
export function keySentences(text: string, most = 4): string[] {
  const sentences = sentencesOf(text.slice(0, MOST_READ));
  const counts = new Map<string, number>();
  for (const word of sentences.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (sentence: string, index: number): number => {
    const words = wordsOf(sentence);
    const said = words.reduce((sum, word) => sum + Math.log1p(counts.get(word) ?? 0), 0) / Math.sqrt(words.length + 3);
    const telling = TELLS.filter((tells) => tells.test(sentence)).length;
    return said + telling + (index === 0 ? 1 : 0);
  };
  return sentences
    .map((sentence, index) => ({ sentence, index, weight: weigh(sentence, index) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) =>
      sentence.length > LONGEST ? `${sentence.slice(0, LONGEST).toWellFormed().trimEnd()}…` : sentence,
    );
}

/** Without what was quoted from an earlier letter, what stands under a signature, and what only greets beside the rest. */
function sentencesOf(text: string): string[] {
  const [letter = ''] = text.split(/^-- ?$|^-{3,} ?original message|^_{5,}$/imu);
  const paragraphs = letter
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .split(/\n\s*\n|\n(?=[-*•] )/u);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const all = paragraphs.flatMap((paragraph) =>
    [...segmenter.segment(paragraph.replaceAll(/\s+/g, ' '))].map(({ segment }) => segment.trim()),
  );
  const said = [...new Set(all)].filter((sentence) => /\p{L}{2}/u.test(sentence));
  const telling = said.filter((sentence) => !COURTESY.test(sentence));
  return telling.length > 0 ? telling : said;
}

const wordsOf = (sentence: string): string[] => sentence.toLowerCase().match(TELLING_WORD) ?? [];
