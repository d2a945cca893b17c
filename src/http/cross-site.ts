// Whether an unsafe request comes from another site's page (Fetch Metadata, W3C; Origin, RFC 6454).
// Separate because library middleware looks at form content types only and is content with either header; here each one present must agree,
// and a request that carries neither is refused too, so a program (the command line) sends the Origin it talks to.

/** True when the request is not from our own origin. `staffOrigin` is null on residents' hosts, where the request's own host counts. */
export function crossSite(request: Request, staffOrigin: string | null): boolean {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site === null && origin === null) return true
  if (site !== null && site !== 'same-origin') return true
  return origin !== null && !isOwn(origin, request.url, staffOrigin)
}

function isOwn(origin: string, url: string, staffOrigin: string | null): boolean {
  if (staffOrigin !== null) return origin === staffOrigin
  // Behind a TLS proxy the scheme seen here is http although the page is on https: the host decides.
  const { host } = new URL(url)
  return origin === `https://${host}` || origin === `http://${host}`
}
