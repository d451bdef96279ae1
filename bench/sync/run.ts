// `npm run bench:sync`: a mailbox with 20,000 emails, beside a bare IMAP client and the bare wire in the same run.
import { haveDovecot } from '#tests/peers/start-dovecot.ts';
import { printTable } from '../print-table.ts';
import { measureSync } from './measure-sync.ts';

if (!haveDovecot()) {
  console.error('There is no Dovecot here and none could be installed, so nothing was measured.');
  process.exit(1);
}
const rows = await measureSync();
printTable(rows, 'Dovecot on this computer');
process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;
