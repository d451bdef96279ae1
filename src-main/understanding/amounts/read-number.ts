const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  crore: 1e7,
  crores: 1e7,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** A number as people write it, in digits or words, with what it is multiplied by: (“1.234,56”, “”), (“two”, “million”), (“5”, “k”). */
export function readNumber(text: string, scale: string): number | null {
  const value = /^\d/.test(text) ? readDigits(text) : readWords(text);
  const times = scale.trim() === '' ? 1 : (LARGE[scale.trim().toLowerCase()] ?? 1);
  return value === null ? null : value * times;
}

/** Of “1,234.56” and “1.234,56” the last mark parts off the decimals; with three digits behind it, it groups thousands. */
function readDigits(text: string): number {
  const plain = text.replace(/[\s'\u00a0\u202f]/g, '');
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  if (last === -1) return Number(plain);
  const behind = plain.slice(last + 1);
  const groups = behind.length === 3 && plain.slice(0, last) !== '0';
  const whole = plain.slice(0, last).replace(/[.,]/g, '');
  return groups ? Number(whole + behind) : Number(`${whole}.${behind}`);
}

function readWords(text: string): number | null {
  let total = 0;
  let part = 0;
  let isSaid = false;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    // The “a” of “half a million” counts nothing.
    if (word === 'and' || word === '' || (part > 0 && /^an?$/.test(word))) continue;
    const value = numberOf(word);
    if (value === null) return null;
    isSaid = true;
    if (value === 100) part = (part || 1) * 100;
    else if (value >= 1000) {
      total += (part || 1) * value;
      part = 0;
    } else part += value;
  }
  return isSaid ? total + part : null;
}

function numberOf(word: string): number | null {
  const small = SMALL.indexOf(word);
  if (small >= 0) return small;
  const ten = TENS.indexOf(word);
  if (ten >= 0) return 20 + ten * 10;
  if (word === 'a' || word === 'an') return 1;
  if (word === 'half') return 0.5;
  if (word === 'quarter') return 0.25;
  if (word === 'couple') return 2;
  if (word === 'few') return 3;
  return word === 'hundred' ? 100 : (LARGE[word] ?? null);
}
