import type { Json } from '#contract/model/json.ts';

type Kind = { readonly name: string; readonly found: RegExp; readonly holds?: (text: string) => boolean };

const MARK = /\[(?:mark|secret|email|account|card|phone|number)-\d+\]/g;

/** What no model needs to read, the more telling kinds first. It stands in for itself by a mark such as `[email-1]`. */
const KINDS: readonly Kind[] = [
  // What looks like a mark already, so that it comes back as it was.
  { name: 'mark', found: MARK },
  { name: 'secret', found: /\b(?:sk|pk|ghp|gho|xox[abp]|AKIA)[-_A-Za-z0-9]{16,}\b/g },
  {
    name: 'secret',
    found: /(?<=\b(?:password|passcode|pin|pwd)\b(?:\s+is|\s*[:=])\s*)[^\s"\\]+?(?=[,.;!?]*(?:[\s"]|$))/gi,
  },
  { name: 'email', found: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { name: 'account', found: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/g },
  { name: 'card', found: /\b\d(?:[ -]?\d){12,18}\b/g, holds: isCardNumber },
  { name: 'phone', found: /(?<![\p{L}\p{N}])\+\d(?:[ ().-]?\d){6,14}\b/gu },
  { name: 'phone', found: /\b\d{3}([ .-])\d{3}\1\d{3,4}\b/g },
  { name: 'number', found: /\b\d{7,}\b/g },
];

export type Redaction = {
  /** The text with marks in place of what is nobody's business. The same thing has the same mark in every text. */
  hide(text: string): string;
  /** Puts what was hidden back, in every text of a value. A mark that was never given out stays as it is. */
  show<T extends Json>(value: T): T;
};

/** One redaction is for one question and its answer. */
export function createRedaction(): Redaction {
  const marks = new Map<string, string>();
  const hidden = new Map<string, string>();
  const counts = new Map<string, number>();

  function markFor(name: string, text: string): string {
    const known = marks.get(text);
    if (known !== undefined) return known;
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    const mark = `[${name}-${number}]`;
    marks.set(text, mark);
    hidden.set(mark, text);
    return mark;
  }

  const showText = (text: string): string => text.replaceAll(MARK, (mark) => hidden.get(mark) ?? mark);

  function show(value: Json): Json {
    if (typeof value === 'string') return showText(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(show);
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, show(child)]));
  }

  return {
    hide: (text) =>
      KINDS.reduce(
        (shown, { name, found, holds = () => true }) =>
          shown.replaceAll(found, (match) => (holds(match) ? markFor(name, match) : match)),
        text,
      ),
    show: <T extends Json>(value: T) => show(value) as T,
  };
}

/** By its check digit (Luhn); two dates in a row have as many digits. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const doubled = digit * 2;
    return total + (at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
