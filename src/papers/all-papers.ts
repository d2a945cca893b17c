// Every paper there is, in the order in which a municipality needs them. Pure; a line here adds one.
import { accessibilityStatement } from './accessibility-statement.ts'
import { dpiaDraft } from './dpia.ts'
import { limitsPaper } from './limits.ts'
import type { Paper, PaperFacts } from './paper.ts'
import { privacyNotice } from './privacy-notice.ts'
import { registerEntry } from './register-entry.ts'

export function allPapers(facts: PaperFacts): Paper[] {
  return [privacyNotice(facts), dpiaDraft(facts), registerEntry(facts), accessibilityStatement(facts), limitsPaper(facts, 'nl'), limitsPaper(facts, 'en')]
}
