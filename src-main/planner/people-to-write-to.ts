import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { Person } from '#main/planner/intents/setting.ts';

/**
 * Everybody who can be written to, from memory and from the contacts, each address once: of a contact with several the
 * one that it prefers, and all of them where it prefers none.
 */
export function peopleToWriteTo(memory: readonly MemoryItem[], contacts: readonly SavedPerson[]): readonly Person[] {
  const key = memory.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join();
  // Asked for at each pause in typing, and thousands of contacts seldom change.
  if (last?.contacts !== contacts || last.key !== key) last = { contacts, key, people: gather(memory, contacts) };
  return last.people;
}

let last: { contacts: readonly SavedPerson[]; key: string; people: readonly Person[] } | null = null;

function gather(memory: readonly MemoryItem[], contacts: readonly SavedPerson[]): readonly Person[] {
  const remembered = memory.flatMap((item): Person[] =>
    item.kind === 'person' ? [{ id: item.id, name: item.name, nicknames: [], email: item.email }] : [],
  );
  const saved = contacts.flatMap(({ name, nicknames, emails, preferred }): Person[] =>
    (preferred === null ? emails : [preferred]).map((email) => ({ name: name || email, nicknames, email })),
  );
  const people = new Map<string, Person>();
  for (const person of [...remembered, ...saved]) {
    const key = person.email.trim().toLowerCase();
    const known = people.get(key);
    // Saved twice, somebody goes by both names.
    const others = [...(known?.nicknames ?? []), person.name, ...person.nicknames];
    people.set(key, known ? { ...known, nicknames: [...new Set(others)] } : person);
  }
  return [...people.values()];
}
