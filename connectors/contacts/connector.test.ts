import { connector } from '#connectors/contacts/connector.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { CONTACTS_FILE } from '#connectors/sdk/contacts/book-file.ts';
import { contactIn, contactTrials } from '#connectors/sdk/contacts/contact-trials.testsuite.ts';

testConnector(
  connector,
  contactTrials('contacts', async ({ folder }, output) => {
    const text = Buffer.from((await folder.read(CONTACTS_FILE)) ?? '').toString('utf8');
    const [before = '', after = ''] = text.split(`UID:${contactIn(output).id}`);
    await folder.write(CONTACTS_FILE, `${before}UID:${contactIn(output).id}${after.replace(/FN:.*/, 'FN:Else')}`);
  }),
);
