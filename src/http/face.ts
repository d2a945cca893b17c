// Which of the two faces an address shows: staff pages and their API on STAFF_ORIGIN and nowhere else, residents on every other host.
// Separate because pages and API ask the same question. Compared by host and port: behind a TLS proxy the scheme seen here is http.

/** Whether a request's URL is on the staff origin. */
export function isStaffFace(url: string, staffOrigin: string): boolean {
  return new URL(url).host === new URL(staffOrigin).host
}
