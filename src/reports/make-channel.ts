// The row of a municipality's channel, made the first time somebody touches it: closed, with the salt of receipts, which never changes.
import { eq, sql } from 'drizzle-orm'
import { SALT_BYTES } from '../crypto/receipt-keys.ts'
import type { Deps } from '../deps.ts'
import { channels } from './table.ts'

export type ChannelRow = typeof channels.$inferSelect

/** The channel, made where missing. */
export async function channelMade({ office }: Pick<Deps, 'office'>, municipality: string): Promise<ChannelRow> {
  const find = async () => (await office.read.select().from(channels).where(eq(channels.municipality, municipality)))[0]
  const found = await find()
  if (found) return found
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  await office.write([sql`INSERT INTO report_channels (municipality, salt) VALUES (${municipality}, ${salt}) ON CONFLICT DO NOTHING`])
  return (await find())!
}
