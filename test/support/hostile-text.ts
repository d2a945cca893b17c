// Text as somebody hostile would write it wherever a person may write: markup for every renderer, formulas for every spreadsheet, and an edition in which every
// such place holds one. Separate so that every page and every export is held against the same list.
import type { Edition, EditionHead } from '../../src/analysis/edition.ts'

/** What a renderer must show as text (attack 25). Each says `hit` in the title when it ran. */
export const MARKUP = [
  `<img src=x onerror="document.title='hit'">`, `"><script>document.title='hit'</script>`, `</style></title></textarea><svg onload=document.title='hit'>`, `<a href="javascript:document.title='hit'">x</a>`,
  `'"\`><iframe srcdoc="<script>parent.document.title='hit'</script>">`, `]]><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="document.title='hit'"/>`,
] as const

/** What a spreadsheet must not take for a formula (attack 26). */
export const FORMULAS = [
  '=HYPERLINK("http://x","y")', '+1+cmd|\' /C calc\'!A0', '-2+3', '@SUM(1+1)', ' =1+1', '\t=1+1', '\r=1+1', '\n=1+1', '\u00a0=1+1', '\uff1d1+1', '\uff0b1', '\uff0d1', '\uff201', '|calc', '"=1+1', ';=1+1', ',=1+1', '\u200b=1+1', '\ufeff=1+1',
] as const

/** Whether a spreadsheet would take a cell for a formula, as it reads it back. */
export const runs = (cell: string): boolean => /^[\s\u0000-\u0020\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?\d+(?:[.,]\d+)?(?:e-?\d+)?$/i.test(cell)

/** Every place of a head where a person wrote, each with another text, in turn. */
export function hostileHead(head: EditionHead, texts: readonly string[]): EditionHead {
  let next = 0
  const text = () => texts[next++ % texts.length]!
  const each = <Value extends object | undefined>(label: Value): Value => (label ? Object.fromEntries(Object.keys(label).map((language) => [language, text()])) as Value : label)
  const plan = {
    objectives: [text(), text()], outcomes: [{ id: head.items[0]!.item, relevant: 5 }, { id: text(), relevant: 5 }], boundaryYear: head.boundaryYear, focus: [head.areas[0]!.id, text()], comparison: [head.areas[3]!.id], approachStarted: null,
  }
  return {
    ...head, municipality: text(), wave: { ...head.wave, label: text() }, baseline: head.baseline ? { ...head.baseline, label: text() } : null,
    areas: head.areas.map((area) => ({ ...area, name: text() })),
    items: head.items.map((item) => ({ ...item, label: each(item.label), ...(item.base ? { base: each(item.base) } : {}), ...(item.answer ? { answer: each(item.answer) } : {}), ...(item.question ? { question: each(item.question) } : {}) })),
    response: head.response.map((one) => ({ ...one, modes: [{ mode: text(), percent: 100 }], languages: [{ language: text(), percent: 100 }] })),
    plan: { ...head.plan, evaluation: { lockedOn: '2024-01-15', digest: 'a'.repeat(64), plan, amendments: [{ amendedOn: '2025-09-01', reason: text(), plan: { ...plan, objectives: [text()] }, digest: 'b'.repeat(64) }] } },
  }
}

export const hostileEdition = <One extends Pick<Edition, 'head'>>(edition: One, texts: readonly string[]): One => ({ ...edition, head: hostileHead(edition.head, texts) })
