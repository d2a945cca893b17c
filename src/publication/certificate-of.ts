// The certificate of a counted wave, for the account; null for an imported survey or a count that was not finished.
import { eq } from 'drizzle-orm'
import type { Certificate } from '../counting/certificate.ts'
import type { Deps } from '../deps.ts'
import { certificates } from '../results/table.ts'

export async function certificateOf({ office }: Pick<Deps, 'office'>, wave: string): Promise<Certificate | null> {
  const [found] = await office.read.select({ json: certificates.json }).from(certificates).where(eq(certificates.wave, wave))
  return found?.json ?? null
}
