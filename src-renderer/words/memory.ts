import type { MemoryHit } from '#contract/api/memory.ts';
import { t } from '#contract/language/t.ts';
import type { MemoryItem, MemoryKind, MemoryRetention } from '#contract/model/memory-item.ts';
import { countOf, dayInside, figure, whenShort } from '#renderer/words/time.ts';

export const memoryWords = {
  title: t`Memory`,
  intro: t`What Life OS knows about you, and uses when it reads your sentences. You can change or remove any of it.`,
  waiting: t`Waiting for your yes`,
  waitingSays: t`This was gathered and is not used before you say yes to it.`,
  yes: t`Yes, remember it`,
  no: t`No`,
  addPerson: t`Add a person`,
  addFact: t`Add a fact`,
  addPreference: t`Add a preference`,
  name: t`Name`,
  email: t`Email`,
  fact: t`Fact`,
  factHint: t`One thing, in a sentence, such as “My dentist is Dr Lopes”.`,
  preference: t`Preference`,
  preferenceHint: t`How you like things, such as “I prefer window seats”.`,
  save: t`Save`,
  back: t`Leave as it was`,
  edit: (what: string) => t`Correct ${what}`,
  remove: (what: string) => t`Remove ${what}`,
  removeTitle: t`Remove this from memory?`,
  removeSays: (what: string) =>
    t`“${what}” is gone for good at once, and from your backups with the next one. A sentence in which you said it stays in your timeline, which can’t be rewritten.`,
  removeConfirm: t`Remove`,
  removeBack: t`Keep it`,
  emptyTitle: t`Nothing remembered yet`,
  emptySays: t`Say “remember that I’m vegetarian” in the ask box, or add the people you write to, so that “email Ana” is enough.`,
  loading: t`Reading what it remembers…`,
  needsName: t`Give a name.`,
  needsEmail: t`That doesn’t look like an email address.`,
  needsFact: t`Say it in a sentence.`,
  details: t`Where it comes from`,
  usedIn: (uses: number) => t`Used in ${countOf(uses, t`request`, t`requests`)}`,
  usedNowhere: t`Not used yet.`,
  search: t`Search`,
  searchHint: t`Looks through your memory, notes, lists, drafts, events and earlier requests.`,
  searching: t`Looking…`,
  found: (count: number) =>
    count === 0
      ? t`Nothing was found.`
      : count === 1
        ? t`1 thing found, best first.`
        : t`${figure(count)} things found, best first.`,
  foundTitle: t`Found`,
  open: t`Open the request`,
  export: t`Save all of it as a file`,
  exportName: 'life-os-memory.json',
  more: (count: number) => t`${figure(count)} more. Search to find them.`,
  keptTitle: t`How long things are kept`,
  keptSays: t`What you told it stays until you remove it.`,
} as const;

export const kindWords: Readonly<Record<MemoryKind, { readonly group: string; readonly form: string }>> = {
  person: { group: t`People`, form: t`A person` },
  fact: { group: t`Facts`, form: t`A fact` },
  preference: { group: t`Preferences`, form: t`A preference` },
};

/** How it came to be known, in short. */
export function learntWords({ learnt, source }: MemoryItem): string {
  const when = whenShort(learnt.at);
  switch (learnt.by) {
    case 'said':
      return `${learnt.quote === null ? addedBy(source) : t`You told it`} · ${when}`;
    case 'inferred':
      return t`Gathered from what you asked for · ${when}`;
    case 'outside':
      return t`From somebody else’s words · ${when}`;
  }
}

const addedBy = (source: string): string => (source === 'you' ? t`You added it` : t`Added by ${source}`);

/** What it was before it was corrected. */
export const wasWords = (words: string, until: string | null): string =>
  until === null ? t`Was “${words}”` : t`Was “${words}” until ${dayInside(until)}`;

/** What a yes would put it in place of. */
export const insteadWords = (words: string): string => t`It would take the place of “${words}”.`;

export const quoteWords = (item: MemoryItem): string =>
  item.learnt.quote === null ? t`It was typed in here.` : t`Your words:`;

export const endWords = (until: string): string => t`It goes by itself ${dayInside(until)}.`;

export const hitWords: Readonly<Record<MemoryHit['what'], string>> = {
  memory: t`Memory`,
  note: t`Note`,
  list: t`List`,
  draft: t`Draft`,
  event: t`Event`,
  request: t`Request`,
};

export const retentionWords: Readonly<Record<keyof MemoryRetention, string>> = {
  superseded: t`What you corrected`,
  waiting: t`What you said neither yes nor no to`,
  outside: t`What came from somebody else’s words`,
  history: t`Earlier requests are found for`,
};

const YEAR = 365;
export const daysWords = (days: number | null): string => {
  if (days === null) return t`For good`;
  if (days === 0) return t`Not at all`;
  return days % YEAR === 0 ? countOf(days / YEAR, t`year`, t`years`) : countOf(days, t`day`, t`days`);
};
