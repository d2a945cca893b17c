// The API's contract as OpenAPI 3.1, from the access table and from what each address reads and answers. Separate because the table decides
// who may call and the slices own the schemas: this only joins them, so that the contract cannot say anything else than the guard does.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import { problem, problemBody } from '../problem.ts'
import { access } from './roles.ts'
import type { Access } from './roles.ts'

/** What one address is for, reads and answers. `answers`: the status of success, when it is not 200. */
export interface Contract {
  summary: string
  body?: z.ZodType
  answer?: z.ZodType
  answers?: 201 | 204
}

/** `GET /api/waves` -> its contract. */
export type Contracts = Readonly<Record<string, Contract>>

export const keyOf = ({ method, path }: Pick<Access, 'method' | 'path'>): string => `${method} ${path}`

/** The document. Addresses without a contract of their own are in it with their access alone. */
export function openApi(contracts: Contracts): object {
  const app = new OpenAPIHono()
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: '__Host-nulmeting', description: 'A staff session, made with a one-time link; on the staff origin only.' })
  app.openAPIRegistry.registerComponent('schemas', 'Problem', {
    type: 'object', description: 'RFC 9457. The type is /problems/SLUG; the detail says what to do.', required: ['type', 'title', 'status', 'detail'],
    properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } }, example: problemBody(problem('unknown-edition')),
  })
  for (const entry of access) {
    const contract = contracts[keyOf(entry)]
    const parameters = [...entry.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name: name!, in: 'path' as const, required: true, schema: { type: 'string' as const } }))
    app.openAPIRegistry.registerPath({
      method: entry.method.toLowerCase() as Lowercase<Access['method']>,
      path: entry.path.replace(/:(\w+)/g, '{$1}'),
      summary: contract?.summary ?? keyOf(entry),
      description: whoMay(entry),
      tags: [entry.path.split('/')[2]!],
      ...(entry.may === 'open' ? {} : { security: [{ session: [] }] }),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(entry.body ? { request: { body: { required: true, content: contentOf(entry.body, contract) } } } : {}),
      responses: {
        [contract?.answers ?? 200]: { description: 'Done', ...(contract?.answer ? { content: { 'application/json': { schema: contract.answer } } } : {}) },
        '4XX': { description: 'A refusal', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    })
  }
  return app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Nulmeting', version: '1', license: { name: 'EUPL-1.2' }, description: 'Residents\' addresses answer on the municipality\'s host names, staff addresses on the staff origin. Nothing here answers across origins.' } })
}

function contentOf(body: NonNullable<Access['body']>, contract: Contract | undefined): Record<string, { schema: z.ZodType | object }> {
  if (body.type === 'octets') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: body.limit } } }
  return { 'application/json': { schema: contract?.body ?? { type: 'object' } } }
}

function whoMay({ face, may, owner, body }: Access): string {
  const where = { resident: 'On residents\' host names', staff: 'On the staff origin', both: 'On either' }[face]
  const who = may === 'open' ? 'anybody' : may === 'staff' ? 'anybody signed in' : may.join(' or ')
  const whose = { municipality: 'the municipality\'s own', self: 'one\'s own', public: 'public' }[owner]
  return `${where}; ${who}; what is touched is ${whose}.${body ? ` At most ${body.limit} bytes.` : ''}`
}
