// Protects against the phone left on the table: ten minutes untouched or hidden wipe, with a warning a minute before; not while sending.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchIdle } from '../../../web/resident/idle.ts'

const MINUTE = 60_000

describe('idle', () => {
  beforeEach(() => { vi.useFakeTimers({ now: 0 }) })
  afterEach(() => { vi.useRealTimers() })

  function aWatch(applies = () => true) {
    const seen: string[] = []
    const watch = watchIdle({ now: () => Date.now(), touched: Date.now(), applies, warn: (on) => seen.push(on ? 'warn' : 'calm'), expire: () => seen.push('expire') })
    return { seen, watch }
  }

  it('wipes after ten minutes, warning a minute before', () => {
    const { seen } = aWatch()
    vi.advanceTimersByTime(9 * MINUTE - 1)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(1)
    expect(seen).toEqual(['warn'])
    vi.advanceTimersByTime(MINUTE)
    expect(seen).toEqual(['warn', 'calm', 'expire'])
  })

  it('a touch begins the ten minutes anew and ends the warning', () => {
    const { seen, watch } = aWatch()
    vi.advanceTimersByTime(9.5 * MINUTE)
    watch.touch()
    expect(seen).toEqual(['warn', 'calm'])
    vi.advanceTimersByTime(9 * MINUTE - 1)
    expect(seen).toEqual(['warn', 'calm'])
  })

  it('looks at the clock when it comes back into view, though its timers slept', () => {
    const { seen, watch } = aWatch()
    vi.setSystemTime(11 * MINUTE)
    expect(watch.look()).toBe(true)
    expect(seen).toContain('expire')
  })

  it('a touch after the time was up wipes and does not save', () => {
    const { seen, watch } = aWatch()
    vi.setSystemTime(10 * MINUTE)
    watch.touch()
    expect(seen).toContain('expire')
  })

  it('never wipes while a response is being sent', () => {
    let sending = true
    const { seen, watch } = aWatch(() => !sending)
    vi.advanceTimersByTime(60 * MINUTE)
    expect(seen).toEqual([])
    sending = false
    watch.look()
    expect(seen).toContain('expire')
  })
})
