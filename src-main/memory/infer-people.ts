import { listMemoryRows } from '#db/repositories/memory-items.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { keepItem } from '#main/memory/keep-memory.ts';

const NAMED =
  /(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s*[(<,]\s*(?<email>[^\s@<>(),;]+@[^\s@<>(),;]+\.\p{L}{2,})[)>]?/gu;
const LONGEST_QUOTE = 500;

/**
 * “Email Ana Silva (ana@example.com) that …” says whose address it is, and does not ask to remember it: so it waits
 * under Memory for a yes, with the sentence that it was gathered from.
 */
export function inferPeople(tx: JournalTx, run: { readonly id: string; readonly intent: string }): void {
  const found = peopleNamedIn(run.intent);
  if (found.length === 0) return;
  const known = new Set(
    listMemoryRows(tx.orm).flatMap(({ item }) => (item.kind === 'person' ? [item.email.toLowerCase()] : [])),
  );
  for (const { name, email } of found) {
    if (known.has(email.toLowerCase())) continue;
    known.add(email.toLowerCase());
    const learning = {
      by: 'inferred',
      quote: run.intent.slice(0, LONGEST_QUOTE),
      runId: run.id,
      from: null,
      mark: null,
      status: 'waiting',
    } as const;
    keepItem(tx, { id: tx.newId(), item: { kind: 'person', name, email }, actor: 'planner', learning });
  }
}

/** Names that stand directly before an address. The sentence's first word has its capital for another reason. */
export function peopleNamedIn(sentence: string): readonly { readonly name: string; readonly email: string }[] {
  return [...sentence.matchAll(NAMED)].flatMap(({ index, groups }) => {
    const { name = '', email = '' } = groups ?? {};
    const own = index === 0 ? name.split(' ').slice(1).join(' ') : name;
    return own === '' ? [] : [{ name: own.slice(0, 200), email: email.replace(/\.$/, '') }];
  });
}
