// Which of the two faces an address shows: staff pages and their API on STAFF_ORIGIN and nowhere else, residents on every other host.
// Separate because pages and API ask the same question. Compared by host and port: behind a TLS proxy the scheme seen here is http.

/** Whether a request's URL is on the staff origin. */
export function isStaffFace(url: string, staffOrigin: string): boolean {
  return new URL(url).host === staffHost(staffOrigin)
}

let known = { origin: '', host: '' }

/** The origin is a setting, the same for every request: parsed once. */
function staffHost(origin: string): string {
  if (known.origin !== origin) known = { origin, host: new URL(origin).host }
  return known.host
}
