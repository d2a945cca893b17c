// A key on paper: what it opens, its mark, a QR code and words (or one part of a split key), to print for a safe. Drawn as elements, not as
// markup in a string, because the console's policy lets no string become markup. Separate because every kind of key sheet looks alike.
import { encode } from 'uqr'

export interface SheetPaperProps {
  title: string
  /** What the key opens and how to keep the sheet, a paragraph each. */
  lines: readonly string[]
  fingerprint: string
  /** What the QR code says. */
  qr: string
  words?: readonly string[]
  /** One part of a key in parts, in groups of four. */
  part?: string
}

export function SheetPaper({ title, lines, fingerprint, qr, words, part }: SheetPaperProps) {
  return (
    <section class="sheet" aria-label={title}>
      <h3>{title}</h3>
      {lines.map((line) => <p key={line}>{line}</p>)}
      <p>Kenmerk: <strong class="mono">{fingerprint}</strong></p>
      <QrCode text={qr} />
      {words && <ol class="sheet__words mono">{words.map((word, index) => <li key={index}>{word}</li>)}</ol>}
      {part && <p class="sheet__part mono">{part}</p>}
    </section>
  )
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg class="sheet__qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR-code van deze sleutel" shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
