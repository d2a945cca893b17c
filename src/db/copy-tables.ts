// Every row of every table from one database into another of the same schema, parents before children, in pages that fit an HTTP answer.
// Separate because a database over HTTP can neither be copied as a file nor run VACUUM INTO: this is how it is backed up and restored.
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Database, Row } from './port.ts'

/** Bytes of one page at most; libSQL servers answer at most 10 MB. */
const PAGE = 3_000_000

export type Select = (query: SQL) => Promise<Row[]>

/** Copies all; the target has the tables and may hold rows of its migrations, which are replaced. */
export async function copyTables(select: Select, target: Pick<Database, 'write'>): Promise<void> {
  for (const { name, columns, key } of await tablesInOrder(select)) {
    const list = sql.raw(columns.map(quoted).join(', '))
    const width = sql.raw(columns.map((column) => `coalesce(length(${quoted(column)}), 0)`).join(' + '))
    const [widest] = await select(sql`SELECT max(${width}) AS bytes, count(*) AS n FROM ${sql.raw(quoted(name))}`)
    const rowsAPage = Math.max(1, Math.min(1_000, Math.floor(PAGE / (Number(widest!.bytes ?? 0) + 64))))
    for (let at = 0; at < Number(widest!.n); at += rowsAPage) {
      const rows = await select(sql`SELECT ${list} FROM ${sql.raw(quoted(name))} ORDER BY ${sql.raw(key.map(quoted).join(', '))} LIMIT ${rowsAPage} OFFSET ${at}`)
      await target.write(rows.map((row) => sql`INSERT OR REPLACE INTO ${sql.raw(quoted(name))} (${list}) VALUES (${sql.join(columns.map((column) => sql`${row[column]}`), sql`, `)})`))
    }
  }
}

interface Table { name: string; columns: string[]; key: string[]; parents: string[] }

async function tablesInOrder(select: Select): Promise<Table[]> {
  const names = await select(sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%' AND name <> '__drizzle_migrations' ORDER BY name`)
  const tables: Table[] = []
  for (const { name } of names as { name: string }[]) {
    const columns = await select(sql`SELECT name, pk FROM pragma_table_info(${name}) ORDER BY cid`) as { name: string; pk: number }[]
    const parents = await select(sql`SELECT DISTINCT "table" AS parent FROM pragma_foreign_key_list(${name})`) as { parent: string }[]
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name)
    tables.push({ name, columns: columns.map((column) => column.name), key, parents: parents.map(({ parent }) => parent).filter((parent) => parent !== name) })
  }
  const ordered: Table[] = []
  while (ordered.length < tables.length) {
    const ready = tables.filter((table) => !ordered.includes(table) && table.parents.every((parent) => ordered.some((one) => one.name === parent)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    ordered.push(...ready)
  }
  return ordered
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
