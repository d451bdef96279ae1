import type BetterSqlite3 from 'better-sqlite3';
import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Orm } from '#db/open-database.ts';

type Statement = BetterSqlite3.Statement<unknown[]>;
type KeyOf<Row> = Extract<keyof Row, string>;

/** Statements compiled once for each connection: building SQL anew costs thirty times what running it does. */
const compiled = new WeakMap<Orm['$client'], Map<string, Statement>>();

function statement({ $client }: Orm, text: string): Statement {
  const known = compiled.get($client) ?? new Map<string, Statement>();
  compiled.set($client, known);
  const found = known.get(text);
  if (found) return found;
  const prepared = $client.prepare<unknown[]>(text);
  const made = prepared.reader ? prepared.raw() : prepared;
  known.set(text, made);
  return made;
}

/**
 * Reads and writes whole rows of one table by equal columns, with the column types of its schema. For
 * what an effect does on its way; questions that are asked seldom use the query builder.
 */
export function rowsOf<Table extends SQLiteTable>(table: Table) {
  type Row = Table['$inferSelect'];
  type Key = KeyOf<Row>;
  const columns = Object.entries(getTableColumns(table)) as [Key, Column][];
  const byKey = new Map(columns.map(([key, column]) => [key, column]));
  const name = quoted(getTableName(table));
  const all = columns.map(([, column]) => quoted(column.name)).join(', ');
  const places = columns.map(() => '?').join(', ');

  const columnOf = (key: Key): Column => {
    const column = byKey.get(key);
    if (!column) throw new Error(`The table ${name} has no column ${key}.`);
    return column;
  };
  const encode = (key: Key, value: unknown): unknown =>
    value === null || value === undefined ? null : columnOf(key).mapToDriverValue(value);
  const equal = (keys: readonly Key[]): string =>
    keys.length === 0 ? 'TRUE' : keys.map((key) => `${quoted(columnOf(key).name)} = ?`).join(' AND ');

  const isPlain = columns.map(([, { dataType }]) => dataType === 'string' || dataType === 'number');
  const encodeAt = (index: number, value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    return isPlain[index] ? value : columns[index]?.[1].mapToDriverValue(value);
  };

  function decode(values: readonly unknown[]): Row {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) {
      const [key, column] = columns[index] as [Key, Column];
      const value = values[index];
      row[key] = value === null || isPlain[index] ? value : column.mapFromDriverValue(value);
    }
    return row as Row;
  }

  return {
    insert(orm: Orm, row: Row, ifThere: 'refuse' | 'keep' = 'refuse'): void {
      const verb = ifThere === 'keep' ? 'INSERT OR IGNORE' : 'INSERT';
      const values = columns.map(([key], index) => encodeAt(index, row[key]));
      statement(orm, `${verb} INTO ${name} (${all}) VALUES (${places})`).run(values);
    },
    /** A reader of the first row whose `keys` are equal to what it is asked for, in the order of `order`. */
    finder<Keys extends readonly Key[]>(keys: Keys, order = '') {
      const text = `SELECT ${all} FROM ${name} WHERE ${equal(keys)} ${order} LIMIT 1`;
      return (orm: Orm, ...wanted: { [Index in keyof Keys]: Row[Keys[Index]] }): Row | undefined => {
        const values = statement(orm, text).get(wanted) as unknown[] | undefined;
        return values && decode(values);
      };
    },
    /** A reader of one column only. */
    picker<Column extends Key, Keys extends readonly Key[]>(column: Column, keys: Keys) {
      const text = `SELECT ${quoted(columnOf(column).name)} FROM ${name} WHERE ${equal(keys)} LIMIT 1`;
      return (orm: Orm, ...wanted: { [Index in keyof Keys]: Row[Keys[Index]] }): Row[Column] | undefined => {
        const value = (statement(orm, text).get(wanted) as [unknown] | undefined)?.[0];
        return (
          value === undefined || value === null ? value : columnOf(column).mapFromDriverValue(value)
        ) as Row[Column];
      };
    },
    lister<Keys extends readonly Key[]>(keys: Keys, order = '') {
      const text = `SELECT ${all} FROM ${name} WHERE ${equal(keys)} ${order}`;
      return (orm: Orm, ...wanted: { [Index in keyof Keys]: Row[Keys[Index]] }): Row[] =>
        (statement(orm, text).all(wanted) as unknown[][]).map(decode);
    },
    /** Answers with how many rows were changed. */
    updater<Keys extends readonly Key[]>(keys: Keys) {
      const where = equal(keys);
      const texts = new Map<string, string>();
      const textFor = (changed: readonly Key[]): string => {
        const which = changed.join();
        const known = texts.get(which);
        if (known !== undefined) return known;
        const set = changed.map((key) => `${quoted(columnOf(key).name)} = ?`).join(', ');
        const text = `UPDATE ${name} SET ${set} WHERE ${where}`;
        texts.set(which, text);
        return text;
      };
      return (orm: Orm, change: Partial<Row>, ...wanted: { [Index in keyof Keys]: Row[Keys[Index]] }): number => {
        const changed = Object.keys(change) as Key[];
        const values = changed.map((key) => encode(key, change[key]));
        return statement(orm, textFor(changed)).run(...values, ...wanted).changes;
      };
    },
    remover<Keys extends readonly Key[]>(keys: Keys) {
      const text = `DELETE FROM ${name} WHERE ${equal(keys)}`;
      return (orm: Orm, ...wanted: { [Index in keyof Keys]: Row[Keys[Index]] }): void => {
        statement(orm, text).run(...wanted);
      };
    },
  };
}

/** A question of the query builder that is asked often: put together once for each connection. */
export function putOnce<Query extends object>(build: (orm: Orm) => Query): (orm: Orm) => Query {
  const built = new WeakMap<Orm, Query>();
  return (orm) => {
    const known = built.get(orm) ?? build(orm);
    built.set(orm, known);
    return known;
  };
}

const quoted = (name: string): string => `"${name}"`;
