// Protects the weight and the look: no token that something reads is lost, none that nothing reads is shipped.
import { describe, expect, it } from 'vitest'
import { pruneTokens } from '../../../web/theme/prune-tokens.ts'

const flat = (css: string) => css.replace(/\s+/g, '')

describe('pruneTokens', () => {
  it('drops tokens nobody reads, and rules that are empty then', () => {
    expect(flat(pruneTokens(':root{--a:1px;--b:2px;}.none{--c:3px;}p{margin:var(--a);}'))).toBe(':root{--a:1px;}p{margin:var(--a);}')
  })

  it('keeps what a kept token reads, through any number of steps', () => {
    const css = ':root{--a:var(--b);--b:calc(1px + var(--c));--c:2px;}p{margin:var(--a);}'
    expect(flat(pruneTokens(css))).toBe(flat(css))
  })

  it('drops tokens that only dropped tokens read', () => {
    expect(flat(pruneTokens(':root{--a:var(--b);--b:1px;}p{margin:0;}'))).toBe('p{margin:0;}')
  })

  it('puts the fallback where a token is declared nowhere', () => {
    expect(flat(pruneTokens('p{margin:var(--x,var(--y,3px));color:var(--z);}'))).toBe('p{margin:3px;color:var(--z);}')
  })

  it('keeps a fallback of a token that is declared', () => {
    const css = ':root{--x:1px;}p{margin:var(--x,calc(1px + (2px)));}'
    expect(flat(pruneTokens(css))).toBe(flat(css))
  })

  it('survives semicolons and braces inside quoted pictures', () => {
    expect(flat(pruneTokens(`:root{--p:url("data:image/svg+xml;utf8,<svg a='{b}'/>");--a:1px;}p{margin:var(--a);}`))).toBe(':root{--a:1px;}p{margin:var(--a);}')
  })
})
