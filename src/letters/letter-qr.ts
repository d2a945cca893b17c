// The QR code of a letter as one SVG path: error correction M, at least 25 mm without its quiet zone of four modules.
// Separate because both the printed page and the console draw it; runs of dark modules are one rectangle each, a third of the bytes.
import { encode } from 'uqr'

export interface LetterQr {
  /** SVG path in modules, quiet zone included. */
  path: string
  /** Modules a side, quiet zone included. */
  size: number
  /** Printed size a side, quiet zone included, so that the code itself measures QR_MILLIMETRES. */
  millimetres: number
}

/** Printed size of the code itself. */
export const QR_MILLIMETRES = 30
const QUIET_ZONE = 4

export function letterQr(address: string): LetterQr {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      const from = x
      while (x < size && row[x]) x += 1
      path += `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from}v1h${from - x}z`
    }
  })
  const whole = size + 2 * QUIET_ZONE
  return { path, size: whole, millimetres: Math.round((10 * QR_MILLIMETRES * whole) / size) / 10 }
}
