// The registry of refusals: each slug is thrown somewhere, is a 4xx, and says in a sentence what to do.
// Protects people from refusals that nobody wrote and readers from kinds that nobody throws.
import { describe, expect, it } from 'vitest'
import { problem, problemBody, registry } from '../../src/problem.ts'
import type { Slug } from '../../src/problem.ts'
import { sourceFiles } from '../support/source.ts'

const slugs = Object.keys(registry) as Slug[]
const server = sourceFiles(['src']).filter(({ path }) => path !== 'src/problem.ts')

/** Stands for any detail. */
const details = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? `<${name}>` : undefined), ownKeys: () => [] })

describe('the registry of refusals', () => {
  it('holds no kind that is never thrown', () => {
    expect(slugs.filter((slug) => !server.some(({ text }) => text.includes(`'${slug}'`)))).toEqual([])
  })

  it('names every kind that is thrown', () => {
    const thrown = server.flatMap(({ text }) => [...text.matchAll(/\bproblem\('([^']+)'/g)].map(([, slug]) => slug!))
    expect(thrown.filter((slug) => !slugs.includes(slug as Slug))).toEqual([])
    expect(thrown.length).toBeGreaterThan(20)
  })

  it.each(slugs)('%s is a refusal with a title and a sentence', (slug) => {
    const body = problemBody(problem(slug, details))
    expect(slug).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(body.type).toBe(`/problems/${slug}`)
    const { status } = body as { status: number }
    expect((status >= 400 && status < 500) || status === 503).toBe(true)
    expect(body.title).toMatch(/^[A-Z].*[a-z]$/)
    expect(body.detail).toMatch(/^[A-Z<].*\.$/)
    expect(body.detail).not.toContain('undefined')
  })
})
