// Several lines of text in a drawing, one under the other. Separate because SVG has no line breaks and every chart writes beside its marks.

export interface LinesAt { x: number; y: number; lines: readonly string[] }

export function Lines({ at, step, look, anchor }: { at: LinesAt; step: number; look: string; anchor?: 'middle' | 'end' }) {
  if (at.lines.length === 0) return null
  return <text class={look} x={at.x} y={at.y} text-anchor={anchor}>{at.lines.map((line, index) => <tspan key={index} x={at.x} dy={index === 0 ? 0 : step}>{line}</tspan>)}</text>
}
