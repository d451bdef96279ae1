import type { MemoryHit } from '#contract/api/memory.ts';
import type { MemoryItem, MemoryKind, MemoryRetention } from '#contract/model/memory-item.ts';
import { countOf, dayInside, whenShort } from '#renderer/words/time.ts';

export const memoryWords = {
  title: 'Memory',
  intro: 'What Life OS knows about you, and uses when it reads your sentences. You can change or remove any of it.',
  waiting: 'Waiting for your yes',
  waitingSays: 'This was gathered and is not used before you say yes to it.',
  yes: 'Yes, remember it',
  no: 'No',
  addPerson: 'Add a person',
  addFact: 'Add a fact',
  addPreference: 'Add a preference',
  name: 'Name',
  email: 'Email',
  fact: 'Fact',
  factHint: 'One thing, in a sentence, such as “My dentist is Dr Lopes”.',
  preference: 'Preference',
  preferenceHint: 'How you like things, such as “I prefer window seats”.',
  save: 'Save',
  back: 'Leave as it was',
  edit: (what: string) => `Correct ${what}`,
  remove: (what: string) => `Remove ${what}`,
  removeTitle: 'Remove this from memory?',
  removeSays: (what: string) =>
    `“${what}” is gone for good at once, and from your backups with the next one. A sentence in which you said it stays in your timeline, which can’t be rewritten.`,
  removeConfirm: 'Remove',
  removeBack: 'Keep it',
  emptyTitle: 'Nothing remembered yet',
  emptySays:
    'Say “remember that I’m vegetarian” in the ask box, or add the people you write to, so that “email Ana” is enough.',
  loading: 'Reading what it remembers…',
  needsName: 'Give a name.',
  needsEmail: 'That doesn’t look like an email address.',
  needsFact: 'Say it in a sentence.',
  details: 'Where it comes from',
  usedIn: (uses: number) => `Used in ${countOf(uses, 'request', 'requests')}`,
  usedNowhere: 'Not used yet.',
  search: 'Search',
  searchHint: 'Looks through your memory, notes, lists, drafts, events and earlier requests.',
  searching: 'Looking…',
  found: (count: number) =>
    count === 0 ? 'Nothing was found.' : `${countOf(count, 'thing', 'things')} found, best first.`,
  foundTitle: 'Found',
  open: 'Open the request',
  export: 'Save all of it as a file',
  exportName: 'life-os-memory.json',
  more: (count: number) => `${countOf(count, 'more', 'more')}. Search to find them.`,
  keptTitle: 'How long things are kept',
  keptSays: 'What you told it stays until you remove it.',
} as const;

export const kindWords: Readonly<Record<MemoryKind, { readonly group: string; readonly form: string }>> = {
  person: { group: 'People', form: 'A person' },
  fact: { group: 'Facts', form: 'A fact' },
  preference: { group: 'Preferences', form: 'A preference' },
};

/** How it came to be known, in short. */
export function learntWords({ learnt, source }: MemoryItem): string {
  const when = whenShort(learnt.at);
  switch (learnt.by) {
    case 'said':
      return `${learnt.quote === null ? addedBy(source) : 'You told it'} · ${when}`;
    case 'inferred':
      return `Gathered from what you asked for · ${when}`;
    case 'outside':
      return `From somebody else’s words · ${when}`;
  }
}

const addedBy = (source: string): string => (source === 'you' ? 'You added it' : `Added by ${source}`);

/** What it was before it was corrected. */
export const wasWords = (words: string, until: string | null): string =>
  `Was “${words}”${until === null ? '' : ` until ${dayInside(until)}`}`;

/** What a yes would put it in place of. */
export const insteadWords = (words: string): string => `It would take the place of “${words}”.`;

export const quoteWords = (item: MemoryItem): string =>
  item.learnt.quote === null ? 'It was typed in here.' : 'Your words:';

export const endWords = (until: string): string => `It goes by itself ${dayInside(until)}.`;

export const hitWords: Readonly<Record<MemoryHit['what'], string>> = {
  memory: 'Memory',
  note: 'Note',
  list: 'List',
  draft: 'Draft',
  event: 'Event',
  request: 'Request',
};

export const retentionWords: Readonly<Record<keyof MemoryRetention, string>> = {
  superseded: 'What you corrected',
  waiting: 'What you said neither yes nor no to',
  outside: 'What came from somebody else’s words',
  history: 'Earlier requests are found for',
};

const YEAR = 365;
export const daysWords = (days: number | null): string => {
  if (days === null) return 'For good';
  if (days === 0) return 'Not at all';
  return days % YEAR === 0 ? countOf(days / YEAR, 'year', 'years') : countOf(days, 'day', 'days');
};
