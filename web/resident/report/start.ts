// The entry of the chunk for reports and advice: fetches what its first page needs, then gives the page to a visit of its own.
// Everybody who opens these pages makes the same requests, whatever they came for: reading advice looks like beginning a report.
import { reportText } from '../../languages/report-languages.ts'
import { reached } from '../api.ts'
import { readPlace } from '../place.ts'
import type { KeptReport } from '../storage.ts'
import { fetchAdvice } from './advice.ts'
import { openChannel } from './channel.ts'
import type { ReportChannel } from './channel.ts'
import styleUrl from './report.css?url'
import { reportVisit } from './report-visit.ts'
import type { ReportHost } from './report-visit.ts'

/** Why these pages are opened: by a reload that kept something, by a poster's link with the fingerprint of who signs, or by hand. */
export interface Opening {
  kept?: KeptReport | undefined
  fingerprint?: string
}

/** Resolves with what opens the pages; throws Unreachable without a connection. */
export async function startReports(host: ReportHost, { kept, fingerprint }: Opening = {}): Promise<() => void> {
  const place = readPlace(document.body)
  const inLanguage = async (language: string) => {
    const [words, advice] = await Promise.all([reached(reportText(language)), fetchAdvice(language)])
    return { words, advice }
  }
  const channelAgain = () => openChannel(place.municipality, new Date(host.now()), fingerprint)
  const [channel, texts] = await Promise.all([kept ? channelAgain().catch((): ReportChannel => ({ state: 'closed' })) : channelAgain(), inLanguage(host.language), reached(styled())])
  return () => {
    const visit = reportVisit(host, { place, channel, ...texts, inLanguage, channelAgain })
    host.give(visit)
    visit.enter(kept)
  }
}

/** The style sheet of these pages, added once. */
function styled(): Promise<void> {
  if (document.querySelector(`link[href="${styleUrl}"]`)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = styleUrl
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error('style'))
    }
    document.head.appendChild(link)
  })
}
