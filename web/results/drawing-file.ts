// A chart as a file of its own: an SVG that looks the same anywhere, with title, sentence, signs and source in it, always on white paper. Separate because
// a chart that leaves its page loses the words that make it true. Text goes in as text: no name becomes markup (attack 25).
import { wrap } from '../charts/dumbbell-layout.ts'

export interface DrawingWords { title: string; sentence: string; source: string }

const SVG = 'http://www.w3.org/2000/svg'
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-size', 'font-weight', 'font-style', 'font-family', 'paint-order', 'text-anchor'] as const
const DROPPED = ['class', 'tabindex', 'role', 'aria-label', 'aria-hidden', 'data-row']
const MARGIN = 20
const FONT = 'system-ui, Segoe UI, Roboto, Noto Sans, sans-serif'

/** The drawing inside a figure as one SVG element that needs no style sheet. Throws RangeError for a figure without a drawing. */
export function drawingFile(figure: Element, { title, sentence, source }: DrawingWords): SVGSVGElement {
  const drawing = figure.querySelector<SVGSVGElement>('svg.chart__drawing')
  if (!drawing) throw new RangeError('drawingFile requires a figure with a drawing')
  const [inner, around] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))]
  const width = inner + 2 * MARGIN
  const root = element('svg', { xmlns: SVG })
  let y = MARGIN
  const write = (text: string, size: number, weight: string, fill: string): void => {
    for (const line of wrap(text, Math.floor(inner / (size * 0.54)))) {
      y += size * 1.35
      root.append(textAt(line, MARGIN, y, { 'font-size': `${size}px`, 'font-weight': weight, fill }))
    }
  }
  write(title, 18, '700', '#14212b')
  if (sentence) write(sentence, 14, '400', '#14212b')
  y += 14
  // the look of paper, whatever the screen's; nothing is painted in between
  document.documentElement.classList.add('paper')
  try {
    y = signs(root, figure, inner, y)
    const body = styled(drawing)
    for (const [name, value] of Object.entries({ x: MARGIN, y, width: inner, height: around })) body.setAttribute(name, String(value))
    root.append(body)
  } finally {
    document.documentElement.classList.remove('paper')
  }
  y += around + 8
  write(source, 12, '400', '#46535e')
  const height = Math.ceil(y + MARGIN)
  root.prepend(element('rect', { width: String(width), height: String(height), fill: '#ffffff' }))
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT })) root.setAttribute(name, String(value))
  return root
}

/** The legend's signs and words, in lines. */
function signs(root: SVGSVGElement, figure: Element, width: number, from: number): number {
  let [x, y] = [MARGIN, from]
  for (const item of figure.querySelectorAll('.legend > li')) {
    const words = item.textContent.trim()
    const sign = item.querySelector<SVGSVGElement>('svg')
    const wide = (sign ? Number(sign.getAttribute('width')) + 6 : 0) + words.length * 6.6 + 18
    if (x + wide > width + MARGIN && x > MARGIN) { x = MARGIN; y += 22 }
    if (sign) {
      const copy = styled(sign)
      copy.setAttribute('x', String(x))
      copy.setAttribute('y', String(y))
      root.append(copy)
    }
    root.append(textAt(withoutSign(item, sign), x + (sign ? Number(sign.getAttribute('width')) + 6 : 0), y + 13, { 'font-size': '12px', fill: '#46535e' }))
    x += wide
  }
  return y + 28
}

function withoutSign(item: Element, sign: SVGSVGElement | null): string {
  return [...item.childNodes].filter((node) => node !== sign).map((node) => node.textContent ?? '').join('').trim()
}

/** A copy with every style written on its elements. */
function styled(from: SVGSVGElement): SVGSVGElement {
  const copy = from.cloneNode(true) as SVGSVGElement
  const [before, after] = [[from, ...from.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]]
  before.forEach((original, index) => {
    const target = after[index]!
    const computed = getComputedStyle(original)
    for (const name of STYLES) {
      const value = computed.getPropertyValue(name)
      if (value !== '' && value !== 'normal') target.setAttribute(name, value)
    }
    for (const name of DROPPED) target.removeAttribute(name)
  })
  return copy
}

function textAt(text: string, x: number, y: number, more: Record<string, string>): SVGElement {
  const node = element('text', { x: String(x), y: String(y), 'font-family': FONT, ...more })
  node.textContent = text
  return node
}

function element<Name extends 'svg' | 'rect' | 'text'>(name: Name, attributes: Record<string, string>): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name) as SVGElementTagNameMap[Name]
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, value)
  return made
}
