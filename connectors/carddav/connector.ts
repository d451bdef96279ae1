import { account } from '#connectors/carddav/account.ts';
import { cardKind } from '#connectors/carddav/card-kind.ts';
import { cardForm } from '#connectors/carddav/card-objects.ts';
import { lookAgain, SEEN_FILE, watchContacts } from '#connectors/carddav/watch-contacts.ts';
import type { Action } from '#connectors/sdk/action.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { addContact } from '#connectors/sdk/contacts/actions/add-contact.ts';
import { changeContact } from '#connectors/sdk/contacts/actions/change-contact.ts';
import { deleteContact } from '#connectors/sdk/contacts/actions/delete-contact.ts';
import { findContact } from '#connectors/sdk/contacts/actions/find-contact.ts';
import { importContacts } from '#connectors/sdk/contacts/actions/import-contacts.ts';
import { listContacts } from '#connectors/sdk/contacts/actions/list-contacts.ts';
import { importsCards } from '#connectors/sdk/contacts/imports-cards.ts';
import { peopleIn } from '#connectors/sdk/contacts/people-in.ts';
import { overAccountFolder } from '#connectors/sdk/dav/over-account-folder.ts';
import { t } from '#contract/language/t.ts';

const scopes = { reads: t`read your contacts`, changes: t`read and change your contacts` };

/** What was changed from here counts at once, and not only after the next look. */
function overAccount(action: Action): Action {
  const over = overAccountFolder(action, cardKind, cardForm, scopes);
  const { undo } = over;
  return {
    ...over,
    async run(input, context) {
      const ran = await over.run(input, context);
      if (context.mode === 'execute' && action.risk !== 'L0') lookAgain();
      return ran;
    },
    ...(undo && {
      async undo(output, context) {
        const undone = await undo(output, context);
        if (context.mode === 'execute') lookAgain();
        return undone;
      },
    }),
  } satisfies Action;
}

export const connector = defineConnector({
  provider: 'carddav',
  title: t`Contacts account`,
  says: t`Your people at iCloud, Fastmail, Nextcloud and others. Whoever is in your contacts counts as somebody you know.`,
  lives: 'account',
  account,
  actions: [findContact, listContacts, addContact, changeContact, deleteContact, importContacts].map(overAccount),
  people: (folder) => peopleIn(folder, 'carddav', SEEN_FILE),
  watch: watchContacts,
  takesFile: importsCards('your contacts account'),
  files: [],
});
