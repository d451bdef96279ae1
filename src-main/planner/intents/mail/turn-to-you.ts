const SUBJECT =
  /^(if |whether |when |where |what |how |why |who |what time |how much |how many )?(he|she|they)(['’](?:s|re|ll|d|ve))? (\S+)/i;
const POSSESSIVE = /^(?:his|her|their) (?=\p{L})/iu;
const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  "isn't": 'aren’t',
  "wasn't": 'weren’t',
  "hasn't": 'haven’t',
  "doesn't": 'don’t',
};

/**
 * Turns the start of what one says about somebody into what one says to them: “she can come” → “you can come”,
 * “her idea is great” → “your idea is great”. Only the start, since later words may be about somebody else.
 */
export function turnedToYou(text: string): string {
  if (POSSESSIVE.test(text)) return text.replace(POSSESSIVE, 'your ');
  const match = SUBJECT.exec(text);
  if (match === null) return withObjectTurned(withQuestionTurned(text));
  const [whole, lead = '', pronoun = '', short = '', verb = ''] = match;
  const isPlural = pronoun.toLowerCase() === 'they';
  const shortVerb = short === '' ? '' : short.replace(/^['’]s$/, '’re').replace("'", '’');
  const turned = short === '' && !isPlural ? agreed(verb) : verb;
  return `${lead}you${shortVerb} ${turned}${text.slice(whole.length)}`;
}

/** “what time is she coming” → “what time are you coming”. */
const QUESTION =
  /^((?:what time|what|when|where|how|why)) (is|are|does|do|can|will|has|have|was|were) (?:he|she|they)\b/i;

function withQuestionTurned(text: string): string {
  return text.replace(QUESTION, (_, lead: string, verb: string) => `${lead} you ${agreed(verb)}`);
}

/** “I'll call her tomorrow” → “I'll call you tomorrow”, where nobody else was named before. */
const OBJECT =
  /^((?:i|we)(?:['’]\p{L}+)? (?:(?!the |a |an |my |our |to |with |and )\p{L}+ ){1,3})(?:her|him|them)(?=$|[.,!?;]| (?:on|at|in|by|for|from|after|before|when|as|again|back|soon|later|today|tonight|tomorrow|next|this|very|so|all|and|if|about|to|a|the)\b)/iu;

const withObjectTurned = (text: string): string => text.replace(OBJECT, '$1you');

function agreed(verb: string): string {
  const lower = verb.toLowerCase().replace('’', "'");
  if (Object.hasOwn(IRREGULAR, lower)) return IRREGULAR[lower] ?? verb;
  if (/(?:ss|us|is|'s)$/.test(lower) || !/[a-z]s$/.test(lower)) return verb;
  return /(?:ches|shes|xes|sses|zes)$/.test(lower) ? verb.slice(0, -2) : verb.slice(0, -1);
}
