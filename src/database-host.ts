// Entry of the database host, for those who run the edge by themselves: DATABASE_HOST_SECRET, DATABASE_HOST_PORT, NULMETING_DATA.
// Prints where `office` answers; give that to the Worker as OFFICE_URL and OFFICE_TOKEN.
import { startDatabaseHost } from './db/host.ts'

process.umask(0o077)
const { DATABASE_HOST_SECRET: secret = '', DATABASE_HOST_PORT: port = '8790', NULMETING_DATA: folder = 'data-edge' } = process.env
startDatabaseHost({ folder, secret, port: Number(port) }).then(
  (host) => {
    console.log(`Database host  ${host.url}`)
    console.log(`OFFICE_URL=${host.office.url}`)
    console.log(`OFFICE_TOKEN=${host.office.authToken}`)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void host.close().then(() => process.exit(0)))
  },
  (fault: Error) => {
    console.error(fault.message)
    process.exit(1)
  },
)
