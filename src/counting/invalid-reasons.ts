// Why a row of a wave does not count, by name. Separate from opening rows, because pages show these numbers and must not load what opens.

/**
 * Why a row does not count. `size`, `sealed` (does not open), `payload` (not one), `wave`, `instrument` (or language), `stratum` (no
 * such key), `moved` (the signature is of another stratum than the row says), `signature`, `spent` (stored under another digest than
 * its own message), `phase`, `answers` (not possible in this instrument).
 */
export const INVALID_REASONS = ['size', 'sealed', 'payload', 'wave', 'instrument', 'stratum', 'moved', 'signature', 'spent', 'phase', 'answers'] as const
export type InvalidReason = (typeof INVALID_REASONS)[number]
