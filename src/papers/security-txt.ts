// /.well-known/security.txt (RFC 9116), mandatory for Dutch municipalities: where somebody reports a hole. Pure. It expires within a year, as the
// standard asks, counted from the day it is asked for.

/** Null when no contact is set: a file without one is not valid. */
export function securityTxt({ contact, host, today }: { contact: string | undefined; host: string; today: string }): string | null {
  if (!contact) return null
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + 180 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')
  return [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: nl, en', `Canonical: https://${host}/.well-known/security.txt`, ''].join('\n')
}
