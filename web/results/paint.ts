// Paints one of our own drawings on a canvas, for a PNG. Separate, and not an image loaded from the SVG, because the security policy lets no page load an
// image from anywhere but its own server; our charts are lines, rectangles, circles, paths and text.

/** `drawing` as `drawingFile` makes it: every style an attribute. `scale` 2 makes it sharp in print. */
export function paint(drawing: SVGSVGElement, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(Number(drawing.getAttribute('width')) * scale)
  canvas.height = Math.ceil(Number(drawing.getAttribute('height')) * scale)
  const context = canvas.getContext('2d')!
  context.scale(scale, scale)
  for (const child of drawing.children) paintOne(context, child, drawing)
  return canvas
}

function paintOne(context: CanvasRenderingContext2D, node: Element, root: SVGSVGElement): void {
  const number = (name: string): number => Number(node.getAttribute(name) ?? 0)
  switch (node.tagName) {
    case 'defs': return
    case 'svg':
    case 'g': {
      context.save()
      if (node.tagName === 'svg') context.translate(number('x'), number('y'))
      for (const child of node.children) paintOne(context, child, root)
      context.restore()
      return
    }
    case 'text': return paintText(context, node)
  }
  const path = new Path2D()
  if (node.tagName === 'rect') path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'))
  else if (node.tagName === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI)
  else if (node.tagName === 'line') { path.moveTo(number('x1'), number('y1')); path.lineTo(number('x2'), number('y2')) }
  else if (node.tagName === 'path') path.addPath(new Path2D(node.getAttribute('d') ?? ''))
  const fill = node.getAttribute('fill') ?? 'none'
  context.save()
  context.globalAlpha = Number(node.getAttribute('opacity') ?? 1) * Number(node.getAttribute('fill-opacity') ?? 1)
  if (fill.startsWith('url(')) hatch(context, path, root)
  else if (fill !== 'none' && node.tagName !== 'line') { context.fillStyle = fill; context.fill(path, 'evenodd') }
  context.globalAlpha = Number(node.getAttribute('opacity') ?? 1)
  if (stroked(context, node)) context.stroke(path)
  context.restore()
}

/** Sets the stroke; false when there is none. */
function stroked(context: CanvasRenderingContext2D, node: Element): boolean {
  const stroke = node.getAttribute('stroke') ?? 'none'
  const width = parseFloat(node.getAttribute('stroke-width') ?? '1')
  if (stroke === 'none' || width === 0) return false
  context.strokeStyle = stroke
  context.lineWidth = width
  context.lineCap = node.getAttribute('stroke-linecap') === 'round' ? 'round' : 'butt'
  context.lineJoin = 'round'
  const dashes = (node.getAttribute('stroke-dasharray') ?? 'none').split(/[\s,]+/).map(parseFloat)
  context.setLineDash(dashes.some(Number.isNaN) ? [] : dashes)
  return true
}

function paintText(context: CanvasRenderingContext2D, node: Element): void {
  const style = (name: string, usual: string): string => node.getAttribute(name) ?? usual
  context.save()
  context.font = `${style('font-style', 'normal')} ${style('font-weight', '400')} ${style('font-size', '12px')} ${style('font-family', 'sans-serif')}`
  context.textAlign = ({ middle: 'center', end: 'right' } as const)[style('text-anchor', 'start')] ?? 'left'
  const lines = node.children.length > 0 ? [...node.children] : [node]
  let y = Number(node.getAttribute('y') ?? 0)
  for (const line of lines) {
    y += Number(line === node ? 0 : line.getAttribute('dy') ?? 0)
    const at = [line.textContent ?? '', Number(line.getAttribute('x') ?? node.getAttribute('x') ?? 0), y] as const
    if (stroked(context, node)) context.strokeText(...at)
    context.fillStyle = style('fill', '#000000')
    context.fillText(...at)
  }
  context.restore()
}

/** Slanted stripes, in the colours of the drawing's own pattern. */
function hatch(context: CanvasRenderingContext2D, path: Path2D, root: SVGSVGElement): void {
  const [ground, stripe] = [root.querySelector('pattern rect'), root.querySelector('pattern line')]
  context.fillStyle = ground?.getAttribute('fill') ?? '#ffffff'
  context.fill(path, 'evenodd')
  context.save()
  context.clip(path, 'evenodd')
  context.strokeStyle = stripe?.getAttribute('stroke') ?? '#75838f'
  context.lineWidth = parseFloat(stripe?.getAttribute('stroke-width') ?? '2')
  const [width, height] = [Number(root.getAttribute('width')), Number(root.getAttribute('height'))]
  context.beginPath()
  for (let x = -height; x < width; x += 9.9) { context.moveTo(x, height); context.lineTo(x + height, 0) }
  context.stroke()
  context.restore()
}
