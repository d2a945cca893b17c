// Reads a clean QR code from its modules (ISO/IEC 18004), independent of the encoder the product prints with: format, mask, the zigzag of
// codewords, blocks, one byte segment. No error correction, because what is printed has no errors; versions 2 to 6 at level M are enough.

/** Blocks and data codewords of each at level M, by version. */
const BLOCKS: Readonly<Record<number, readonly [number, number]>> = { 2: [1, 28], 3: [1, 44], 4: [2, 32], 5: [2, 43], 6: [4, 27] }

const MASKS: readonly ((row: number, column: number) => number)[] = [
  (r, c) => (r + c) % 2, (r) => r % 2, (_, c) => c % 3, (r, c) => (r + c) % 3, (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3), (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
]

/** The text of a code; `dark[row][column]` without quiet zone. Throws where it is no such code. */
export function readQr(dark: readonly (readonly boolean[])[]): string {
  const size = dark.length
  const version = (size - 17) / 4
  const [blocks, each] = BLOCKS[version]!
  const at = (row: number, column: number) => Number(dark[row]![column])
  // Level and mask stand beside the first finder, under the pattern 101010000010010.
  if (((at(8, 0) ^ 1) << 1 | at(8, 1)) !== 0) throw new Error('not level M')
  const mask = MASKS[(at(8, 2) ^ 1) << 2 | at(8, 3) << 1 | (at(8, 4) ^ 1)]!
  const centre = 4 * version + 10
  const fixed = (r: number, c: number) => (r < 9 && c < 9) || (r < 9 && c >= size - 8) || (r >= size - 8 && c < 9) || r === 6 || c === 6 || (Math.abs(r - centre) <= 2 && Math.abs(c - centre) <= 2)
  const bits: number[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1
    for (let step = 0; step < size; step++) {
      const r = up ? size - 1 - step : step
      for (const c of [right, right - 1]) if (!fixed(r, c)) bits.push(at(r, c) ^ Number(mask(r, c) === 0))
    }
  }
  const words = Array.from({ length: blocks * each }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).join(''), 2))
  // Codewords of the blocks take turns.
  const data = Array.from({ length: blocks }, (_, block) => words.filter((_, i) => i % blocks === block)).flat()
  const half = data.flatMap((word) => [word >> 4, word & 15])
  if (half[0] !== 4) throw new Error('not a byte segment')
  const length = half[1]! * 16 + half[2]!
  return new TextDecoder().decode(Uint8Array.from({ length }, (_, i) => half[3 + 2 * i]! * 16 + half[4 + 2 * i]!))
}
