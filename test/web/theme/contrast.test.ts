// Protects who reads with poor sight or in the sun: every pair of text and ground of the console and the results reaches 4.5:1 and every mark and border that
// carries meaning 3:1, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11). Read from the style sheet itself.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../web/theme/colours.css', import.meta.url), 'utf8')
const [light, dark] = css.split('@media screen and (prefers-color-scheme: dark)')
const namesIn = (block: string): Record<string, string> => Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, /#[0-9a-f]{3,6}\b/i.exec(value!)?.[0] ?? '']))
const LIGHT = namesIn(light!)
const SCHEMES: Record<string, Record<string, string>> = { light: LIGHT, dark: { ...LIGHT, ...namesIn(dark!) } }

/** Relative luminance of #rgb or #rrggbb (WCAG 2.2). */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter! + 0.05) / (darker! + 0.05)
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['paper', 'ground', 'accent-soft'].flatMap((ground) => (['ink', 'ink-soft', 'accent', 'accent-strong'] as const).map((text) => [text, ground] as const)),
  ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['tint-ink', 'tint'], ['tick', 'paper'], ['ink', 'hover'], ['ink-soft', 'hover'], ['ink', 'here'],
  ['done', 'paper'], ['done-ink', 'done-soft'], ['ink', 'done-soft'], ['warn', 'paper'], ['warn-ink', 'warn-soft'], ['ink', 'warn-soft'], ['stop', 'paper'], ['stop', 'stop-soft'], ['ink', 'stop-soft'], ['on-stop', 'stop'], ['on-stop', 'stop-strong'], ['note-ink', 'note'], ['break', 'paper'],
  ['now-line', 'paper'],
]
const MARKS: readonly (readonly [string, string])[] = [
  ['line-strong', 'paper'], ['line-strong', 'ground'], ['accent', 'ground'], ['then-line', 'paper'], ['then-wide', 'paper'], ['now-line', 'paper'], ['now-wide', 'paper'], ['now-bar', 'paper'], ['zero', 'paper'], ['warn-line', 'paper'], ['done', 'paper'], ['stop', 'ground'], ['break', 'paper'], ['stripe', 'paper'],
  // a bar of the baseline is told by its line and circle; the edge is what parts shares and areas of a map
  ['then-line', 'then-bar'], ['now-line', 'now-bar'],
]

describe.each(Object.entries(SCHEMES))('colours, %s', (_, colours) => {
  it('are all there', () => {
    for (const [name, value] of Object.entries(colours)) expect(value, name).toMatch(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
  })
  it.each(TEXT)('text %s on %s reaches 4.5:1', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(MARKS)('mark %s beside %s can be told apart', (mark, ground) => {
    expect(contrast(colours[mark]!, colours[ground]!)).toBeGreaterThanOrEqual(mark === 'then-line' && ground === 'then-bar' || mark === 'now-line' && ground === 'now-bar' ? 2 : 3)
  })
})
