// `npm run verify-audit -- --data-dir DIR`: recomputes the hash chain of the log, also while the app runs. Ends with 0
// when it is whole, 1 when it is not, and 2 when it could not be read.

import { dataPaths } from '#db/data-paths.ts';
import { readLastEntry } from '#db/last-entry.ts';
import { openToRead } from '#db/open-to-read.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { readFlags } from '#main/shell/read-flags.ts';

try {
  const { dataFolder } = readFlags(process.argv.slice(2));
  process.exitCode = verify(dataFolder);
} catch (error) {
  console.error(`The log could not be verified. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

function verify(folder: string): 0 | 1 {
  // Read first: the app may go on writing, and then the log is only longer than this says.
  const answered = readLastEntry(dataPaths(folder).lastEntry);
  const orm = openToRead(folder);
  const { whole, entries, says } = verifyLog(orm);
  orm.$client.close();
  if (!whole) {
    console.log(`${says} The ${entries} entries before it are whole.`);
    return 1;
  }
  if (entries < answered) {
    console.log(`The log ends with entry ${entries}, but there was an entry ${answered}: its end was cut off.`);
    return 1;
  }
  console.log(says);
  return 0;
}
