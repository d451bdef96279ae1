import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { listBackups } from '#db/backups.ts';
import { checkFile } from '#db/check-file.ts';
import { flushFile, flushFolder } from '#db/make-durable.ts';

/** The item that a sentence had forgotten: what Undo would bring back stands with the call, and on its card. */
const FORGOTTEN = "action = 'memory.forget' AND json_extract(args_json, '$.id')";

/**
 * Takes what was deleted out of every backup that still has it. Each is written anew beside the one that stands, checked
 * wholly and then put in its place, so that a crash leaves the old one. Answers false when one of them could not be.
 */
export async function eraseFromBackups(folder: string, ids: readonly string[]): Promise<boolean> {
  let all = true;
  for (const { path } of ids.length === 0 ? [] : listBackups(folder)) {
    if (holds(path, ids) && !(await rewrite(path, ids))) all = false;
  }
  return all;
}

function holds(path: string, ids: readonly string[]): boolean {
  const sqlite = new BetterSqlite3(path, { readonly: true });
  try {
    const wanted = JSON.stringify(ids);
    const isThere = 'SELECT 1 FROM memory_items WHERE id IN (SELECT value FROM json_each(?))';
    const isKept = `SELECT 1 FROM tool_calls WHERE ${FORGOTTEN} IN (SELECT value FROM json_each(?)) AND before_json <> 'null'`;
    return [isThere, isKept].some((query) => sqlite.prepare(query).get(wanted) !== undefined);
  } catch {
    // A backup that can't be read is not rewritten; it goes with its time.
    return false;
  } finally {
    sqlite.close();
  }
}

async function rewrite(path: string, ids: readonly string[]): Promise<boolean> {
  const unfinished = join(dirname(path), `.unfinished-${basename(path)}`);
  const sweep = () => {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  };
  try {
    copyFileSync(path, unfinished);
    const sqlite = new BetterSqlite3(unfinished);
    try {
      sqlite.pragma('journal_mode = DELETE');
      sqlite.pragma('secure_delete = ON');
      eraseIn(sqlite, ids);
    } finally {
      sqlite.close();
    }
    if ((await checkFile({ path: unfinished, inUse: false })) !== null) return false;
    flushFile(unfinished);
    renameSync(unfinished, path);
    flushFolder(dirname(path));
    return true;
  } finally {
    sweep();
  }
}

/** The items themselves, what was kept to bring them back, and texts of calls to models that hold their words. VACUUM leaves no page of them behind. */
function eraseIn(sqlite: BetterSqlite3.Database, ids: readonly string[]): void {
  const itemOf = sqlite.prepare<[string], { words: string }>(
    "SELECT coalesce(json_extract(item_json, '$.email'), json_extract(item_json, '$.text')) AS words FROM memory_items WHERE id = ?",
  );
  const remove = sqlite.prepare('DELETE FROM memory_items WHERE id = ?');
  const blankCards = sqlite.prepare(
    `UPDATE approvals SET card_json = json_set(card_json, '$.differences', json('[]'))
     WHERE (run_id, step_id) IN (SELECT run_id, step_id FROM tool_calls WHERE ${FORGOTTEN} = ?)`,
  );
  const endUndo = sqlite.prepare(
    `UPDATE tool_calls SET before_json = 'null', undo_until = settled_at WHERE ${FORGOTTEN} = ?`,
  );
  const hasCalls = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'model_calls'").get() !== undefined;
  const blank = hasCalls
    ? sqlite.prepare(
        'UPDATE model_calls SET sent_json = NULL, answer = NULL WHERE instr(sent_json, ?) > 0 OR instr(answer, ?) > 0',
      )
    : null;
  for (const id of ids) {
    const words = itemOf.get(id)?.words;
    const inside = words === undefined ? '' : JSON.stringify(words).slice(1, -1);
    if (inside !== '') for (const each of [inside, JSON.stringify(inside).slice(1, -1)]) blank?.run(each, each);
    remove.run(id);
    for (const each of [blankCards, endUndo]) each.run(id);
  }
  sqlite.exec('VACUUM');
}
