import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINAL_ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const ORDINAL_TENS = 'twentieth thirtieth';

const ones = new Map(ONES.split(' ').map((word, value) => [word, value]));
const tens = new Map(TENS.split(' ').map((word, at) => [word, 20 + at * 10]));
const ordinals = new Map([
  ...ORDINAL_ONES.split(' ').map((word, value) => [word, value] as const),
  ...ORDINAL_TENS.split(' ').map((word, at) => [word, 20 + at * 10] as const),
]);
const ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

const isDigits = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text);

/** `7`, `seven`, `twenty nine`, `twenty-nine`, `a hundred and five`; no fraction. */
export function readWhole(words: Words, at: number): Found<number> | null {
  const text = words[at]?.text;
  if (isDigits(text)) {
    if (text.length > 6 || ENDINGS.has(words[at + 1]?.text ?? '')) return null;
    const isThousands = isAt(words, at + 1, ',') && words[at + 2]?.glued && /^\d{3}$/.test(words[at + 2]?.text ?? '');
    return isThousands
      ? { value: Number(text + words[at + 2]?.text), next: at + 3 }
      : { value: Number(text), next: at + 1 };
  }
  return readWordedHundreds(words, at);
}

function readWordedHundreds(words: Words, at: number): Found<number> | null {
  const first = readUnderHundred(words, at) ?? (isAt(words, at, 'a', 'hundred') ? { value: 1, next: at + 1 } : null);
  if (first === null || words[first.next]?.text !== 'hundred') return first;
  const rest = readUnderHundred(words, skip(words, first.next + 1, 'and'));
  return { value: first.value * 100 + (rest?.value ?? 0), next: rest?.next ?? first.next + 1 };
}

function readUnderHundred(words: Words, at: number): Found<number> | null {
  const text = words[at]?.text ?? '';
  const ten = tens.get(text);
  if (ten === undefined) {
    const one = ones.get(text);
    return one === undefined ? null : { value: one, next: at + 1 };
  }
  const next = skip(words, at + 1, '-', 'and');
  const one = ones.get(words[next]?.text ?? '');
  return one !== undefined && one > 0 && one < 10 ? { value: ten + one, next: next + 1 } : { value: ten, next: at + 1 };
}

/** `1st`, `first`, `twenty-first`, `31 st`. */
export function readOrdinal(words: Words, at: number): Found<number> | null {
  const text = words[at]?.text;
  if (isDigits(text) && ENDINGS.has(words[at + 1]?.text ?? '') && words[at + 1]?.glued)
    return { value: Number(text), next: at + 2 };
  const ten = tens.get(text ?? '');
  if (ten !== undefined) {
    const next = skip(words, at + 1, '-');
    const one = ordinals.get(words[next]?.text ?? '');
    return one !== undefined && one > 0 && one < 10 ? { value: ten + one, next: next + 1 } : null;
  }
  const value = ordinals.get(text ?? '');
  return value === undefined || value === 0 ? null : { value, next: at + 1 };
}

/** `2020`, `two thousand and five`, `nineteen eighty six`, `seventeen hundred thirty three`. */
export function readYear(words: Words, at: number): Found<number> | null {
  const text = words[at]?.text;
  if (isDigits(text)) {
    const value = Number(text);
    return text.length === 4 && value >= 1500 && value <= 2199 ? { value, next: at + 1 } : null;
  }
  const thousands = after(words, at, 'two thousand', 'two thousand and');
  if (thousands !== null) {
    const rest = readUnderHundred(words, thousands);
    return { value: 2000 + (rest?.value ?? 0), next: rest?.next ?? at + 2 };
  }
  const century = readUnderHundred(words, at);
  if (century === null || century.value < 15 || century.value > 20) return null;
  const one = after(words, century.next, 'zero', 'oh', 'o');
  const few = one === null ? null : readUnderHundred(words, one);
  if (few !== null && few.value > 0 && few.value < 10)
    return { value: century.value * 100 + few.value, next: few.next };
  const hundred = skip(words, century.next, 'hundred', 'hundred and');
  const rest = readUnderHundred(words, hundred);
  if (rest === null || rest.value < 10)
    return hundred > century.next
      ? { value: century.value * 100 + (rest?.value ?? 0), next: rest?.next ?? hundred }
      : null;
  return { value: century.value * 100 + rest.value, next: rest.next };
}

/** `35` after a date: of this century or the last, whichever is nearer to our time. */
export const fullYear = (short: number): number => (short < 40 ? 2000 + short : 1900 + short);

/** An amount of time units: `3`, `2.5`, `a`, `half a`, `one and a half`, `a few`, `a couple of`. */
export function readAmount(words: Words, at: number): Found<number> | null {
  const vague = after(words, at, 'a few', 'few', 'several', 'some', 'a couple of', 'a couple', 'couple of', 'couple');
  if (vague !== null)
    return { value: words.slice(at, vague).some(({ text }) => text === 'couple') ? 2 : 3, next: vague };
  const half = after(words, at, 'half a', 'half an', 'half');
  if (half !== null) return { value: 0.5, next: half };
  const article = after(words, at, 'a', 'an', 'one');
  const plusHalf = article === null ? null : after(words, article, 'and a half', 'and half');
  if (plusHalf !== null) return { value: 1.5, next: plusHalf };
  const whole = readWhole(words, at);
  if (whole !== null) return withFraction(words, whole);
  return article === null ? null : { value: 1, next: article };
}

function withFraction(words: Words, whole: Found<number>): Found<number> {
  const decimals = words[whole.next + 1];
  if (isAt(words, whole.next, '.') && decimals?.glued && isDigits(decimals.text))
    return { value: Number(`${whole.value}.${decimals.text}`), next: whole.next + 2 };
  const half = after(words, whole.next, 'and a half', 'and half');
  return half === null ? whole : { value: whole.value + 0.5, next: half };
}
