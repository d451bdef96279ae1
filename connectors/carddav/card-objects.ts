import { CONTACTS_FILE } from '#connectors/sdk/contacts/book-file.ts';
import { splitCards } from '#connectors/sdk/contacts/card-text.ts';
import { idOfCard } from '#connectors/sdk/contacts/read-card.ts';
import type { Edit, FileForm } from '#connectors/sdk/dav/account-folder.ts';
import type { DavObject } from '#connectors/sdk/dav/open-dav.ts';
import { t } from '#contract/language/t.ts';

/** A card under the address where the service keeps it. */
type Kept = { readonly uid: string; readonly object: DavObject; readonly text: string };

/** The cards of an account as one file. */
export const cardForm: FileForm<Kept> = {
  fileName: CONTACTS_FILE,
  ending: '.vcf',
  missing: t`an address book in your account`,
  read(object) {
    const text = withLineEnds(object.text);
    const split = splitCards(text);
    const isCard = split.ok && split.value.cards.length === 1 && split.value.head === '';
    return isCard ? { uid: idOfCard(text), object, text } : null;
  },
  join: (all) => all.map(({ text }) => text).join(''),
  editsFor(before, text) {
    const split = splitCards(text);
    if (!split.ok) throw new Error('What is to be written are no cards.');
    const after = new Map(split.value.cards.map((card) => [idOfCard(card), withLineEnds(card)]));
    const known = new Map(before.map((kept) => [kept.uid, kept]));
    const edits: Edit[] = [];
    for (const kept of before) if (!after.has(kept.uid)) edits.push({ kind: 'remove', object: kept.object });
    for (const [uid, card] of after) {
      const kept = known.get(uid);
      if (kept?.text === card) continue;
      edits.push(kept ? { kind: 'update', object: kept.object, text: card } : { kind: 'create', uid, text: card });
    }
    return edits;
  },
};

/** As in a file: with line breaks of its own, the last one included. */
const withLineEnds = (text: string): string => `${text.replaceAll(/\r\n|\r|\n/g, '\r\n').trimEnd()}\r\n`;
