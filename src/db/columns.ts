// Column types that drizzle lacks or does in a way one runtime cannot: bytes without Node's Buffer.
// Separate because every slice's table.ts needs them and none owns them.
import { customType } from 'drizzle-orm/sqlite-core'

/** BLOB as Uint8Array in both runtimes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'blob',
  fromDriver: (value) => new Uint8Array(value),
})
