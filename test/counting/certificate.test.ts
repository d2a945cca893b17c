// Protects: that the certificate says what happened and no more: sums that add up, what does not add up, and of what was not
// destroyed that it still exists.
import { describe, expect, it } from 'vitest'
import { certificate } from '../../src/counting/certificate.ts'
import type { CertificateFacts } from '../../src/counting/certificate.ts'
import { certificateText } from '../../src/counting/certificate-text.ts'
import { INVALID_REASONS } from '../../src/counting/invalid-reasons.ts'
import type { InvalidReason } from '../../src/counting/invalid-reasons.ts'

const invalid = { ...(Object.fromEntries(INVALID_REASONS.map((reason) => [reason, 0])) as Record<InvalidReason, number>), signature: 2, moved: 1 }
const facts: CertificateFacts = {
  wave: 'Meting 2026',
  strata: [{ id: 'north', area: 'north', drawn: 2000, issued: 905 }, { id: 'south', area: 'south', drawn: 1000, issued: 400 }],
  tally: { received: 1302, counted: 1298, duplicate: 1, invalid, strata: { north: 900, south: 398 } },
  sealedSet: { count: 1302, digest: 'd'.repeat(64) },
  frozenDigest: 'f'.repeat(64),
  destroyed: {},
}
const everything = { sampleDatabase: '2026-04-02', codeList: '2026-03-21', intakeDatabase: '2026-04-08', waveKey: '2026-04-08', keySheets: '2026-04-09' }

describe('a certificate', () => {
  it('attack 55: refuses strata that are not those of the count', () => {
    expect(() => certificate({ ...facts, strata: facts.strata.slice(1) })).toThrow(RangeError)
    expect(() => certificate({ ...facts, strata: [...facts.strata, { id: 'west', area: 'west', drawn: 1, issued: 1 }] })).toThrow(RangeError)
  })

  it('attack 39: shows more received than issued, and strata with more counted than issued', () => {
    const stuffed = certificate({ ...facts, strata: [{ ...facts.strata[0]!, issued: 899 }, facts.strata[1]!] })
    expect(stuffed.anomalies).toEqual({ strata: ['north'], receivedAboveIssued: true })
    expect(certificateText(stuffed, 'nl')).toContain('Er zijn meer antwoorden ontvangen dan toegangsbewijzen uitgegeven')
    expect(certificateText(stuffed, 'en')).toContain('More counted than issued in: north.')
  })

  it('adds up, per stratum and in all', () => {
    const whole = certificate(facts)
    expect(whole).toMatchObject({ drawn: 3000, issued: 1305, received: 1302, counted: 1298, duplicate: 1, invalid: 3, moved: 1 })
    expect(whole.perStratum.map(({ counted }) => counted)).toEqual([900, 398])
    expect(whole.anomalies).toEqual({ strata: [], receivedAboveIssued: false })
    const exact = certificate({ ...facts, strata: [{ ...facts.strata[0]!, issued: 900 }, { ...facts.strata[1]!, issued: 402 }] })
    expect(exact.anomalies).toEqual({ strata: [], receivedAboveIssued: false })
  })

  it('survives being stored as JSON', () => {
    const whole = certificate({ ...facts, destroyed: everything })
    expect(certificateText(JSON.parse(JSON.stringify(whole)), 'nl')).toBe(certificateText(whole, 'nl'))
  })
})

describe('the sentence', () => {
  it('never calls destroyed what was not, nor unreadable what a sheet still opens', () => {
    const text = certificateText(certificate({ ...facts, destroyed: { ...everything, keySheets: undefined as never }, lastBackupExpires: '2026-04-13' }), 'nl')
    expect(text).toContain('Bestaat nog: de sleutelbladen.')
    expect(text).toContain('De laatste reservekopie verloopt op 13 april 2026.')
    expect(text).not.toContain('niemand')
    expect(certificateText(certificate(facts), 'en')).not.toContain('Destroyed')
  })

  it('says in Dutch and English what was counted and what no longer exists', () => {
    const whole = certificate({ ...facts, destroyed: everything, lastBackupExpires: '2026-04-13' })
    expect(certificateText(whole, 'nl')).toBe(
      'Meting 2026: 3.000 uitnodigingen verstuurd, 1.305 toegangsbewijzen uitgegeven, 1.302 antwoorden ontvangen, 1.298 geteld. '
      + 'Niet geteld: 3 ongeldig (waarvan 1 met een toegangsbewijs van een andere groep) en 1 dubbel. '
      + 'Vernietigd: de database met de uitnodigingen en de sleutels van de toegangsbewijzen (2 april 2026), de lijst met codes (21 maart 2026), '
      + 'de database met de versleutelde antwoorden (8 april 2026), de sleutel die ze kon openen (8 april 2026) en de sleutelbladen (9 april 2026). '
      + 'De laatste reservekopie verloopt op 13 april 2026; niemand kan haar nog lezen.')
    expect(certificateText(whole, 'en')).toBe(
      'Meting 2026: 3,000 invitations sent, 1,305 credentials issued, 1,302 responses received, 1,298 counted. '
      + 'Not counted: 3 invalid (1 of them with a credential of another group) and 1 duplicate. '
      + 'Destroyed: the database of invitations and the keys that issued credentials (2 April 2026), the list of codes (21 March 2026), '
      + 'the database of sealed responses (8 April 2026), the key that could open them (8 April 2026) and the key sheets (9 April 2026). '
      + 'The last backup expires on 13 April 2026; nobody can read it any more.')
  })
})
