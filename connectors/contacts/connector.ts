import { defineConnector } from '#connectors/sdk/connector.ts';
import { addContact } from '#connectors/sdk/contacts/actions/add-contact.ts';
import { changeContact } from '#connectors/sdk/contacts/actions/change-contact.ts';
import { deleteContact } from '#connectors/sdk/contacts/actions/delete-contact.ts';
import { findContact } from '#connectors/sdk/contacts/actions/find-contact.ts';
import { importContacts } from '#connectors/sdk/contacts/actions/import-contacts.ts';
import { listContacts } from '#connectors/sdk/contacts/actions/list-contacts.ts';
import { CONTACTS_FILE } from '#connectors/sdk/contacts/book-file.ts';
import { importsCards } from '#connectors/sdk/contacts/imports-cards.ts';
import { peopleIn } from '#connectors/sdk/contacts/people-in.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'contacts',
  title: t`Contacts on this computer`,
  says: t`Your people, in one file on this computer that any address book can open. Whoever is in it counts as somebody you know.`,
  lives: 'computer',
  actions: [findContact, listContacts, addContact, changeContact, deleteContact, importContacts],
  people: (folder) => peopleIn(folder, 'contacts'),
  takesFile: importsCards('this computer'),
  files: [{ name: CONTACTS_FILE, title: t`Your contacts`, mediaType: 'text/vcard' }],
});
