// The addresses of results: uploads of a count, frozen waves, destruction, keys, editions, imports.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { checked, readBytes, readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { localDay } from '../waves/count-day.ts'
import { actorOf } from '../waves/routes.ts'
import { nothing } from '../waves/wire.ts'
import { addBenchmark, listBenchmarks, removeBenchmark } from './benchmarks.ts'
import { readCertificate } from './certificate-statement.ts'
import { destroyIntake } from './destroy-intake.ts'
import { importRequest } from './import-request.ts'
import { freezeUpload } from './freeze-upload.ts'
import { importSurvey } from './import-survey.ts'
import { openUpload, putChunk } from './open-upload.ts'
import { publishEdition } from './publish-edition.ts'
import { listEditions, readEdition, readExact } from './read-editions.ts'
import { readFrozenChunk, readFrozenMeta } from './read-frozen.ts'
import { listImportedTables } from './read-imports.ts'
import { readSeries } from './read-series.ts'
import { recordDestruction } from './record-destruction.ts'
import { keysOf, registerKeys } from './register-keys.ts'
import { signCertificate } from './sign-certificate.ts'
import { publicViewer, staffViewer } from './viewer.ts'
import { countedWaves, waveFile } from './wave-file.ts'
import { benchmarkRequest, certificateSignature, countAnnounced, destroyRequest, destructionRecord, editionRequest, keysRegistration } from './wire.ts'
import type { CertificateSignature, EditionRequest } from './wire.ts'

const position = z.string().regex(/^\d{1,4}$/).transform(Number)
/** `unsafeHere.share.3.4`: item, measure and categories. */
const measureName = z.string().regex(/^[A-Za-z0-9-]{1,64}\.[A-Za-z]{1,20}(?:\.\d{1,3}){0,40}$/)
const octets = { 'content-type': 'application/octet-stream' }

export function resultRoutes(deps: Deps): Hono<Env> {
  const viewerOf = (staff: Staff) => staffViewer(staff, localDay(deps.clock()).day)
  const anybody = () => publicViewer(localDay(deps.clock()).day)
  return new Hono<Env>()
    .post('/api/waves/:wave/counts', async (c) => {
      const announced = await readJson(c, countAnnounced)
      return c.json(await openUpload(deps, actorOf(c.get('staff')), c.req.param('wave'), announced), 201)
    })
    .put('/api/waves/:wave/counts/:upload/:index', async (c) => {
      const { wave, upload, index } = c.req.param()
      await putChunk(deps, actorOf(c.get('staff')), wave, upload, checked(position, index), await readBytes(c))
      return c.json({})
    })
    .post('/api/waves/:wave/counts/:upload/finalize', async (c) => {
      await readJson(c, nothing)
      const { wave, upload } = c.req.param()
      return c.json(await freezeUpload(deps, actorOf(c.get('staff')), wave, upload))
    })
    .get('/api/waves/:wave/frozen', async (c) => c.json(await readFrozenMeta(deps, c.get('staff').municipality, c.req.param('wave'))))
    .get('/api/waves/:wave/frozen/:index', async (c) => {
      const bytes = await readFrozenChunk(deps, c.get('staff').municipality, c.req.param('wave'), checked(position, c.req.param('index')))
      return c.body(bytes.slice(), 200, octets)
    })
    .post('/api/waves/:wave/destroy', async (c) => {
      const request = await readJson(c, destroyRequest)
      return c.json(await destroyIntake(deps, actorOf(c.get('staff')), c.req.param('wave'), request))
    })
    .get('/api/waves/:wave/certificate', async (c) => c.json(await readCertificate(deps, c.get('staff').municipality, c.req.param('wave'))))
    .post('/api/waves/:wave/certificate/signatures', async (c) => {
      const signed = await readJson(c, certificateSignature)
      return c.json(await signCertificate(deps, actorOf(c.get('staff')), c.req.param('wave'), signed as unknown as CertificateSignature), 201)
    })
    .post('/api/waves/:wave/destructions', async (c) => {
      const record = await readJson(c, destructionRecord)
      await recordDestruction(deps, actorOf(c.get('staff')), c.req.param('wave'), record)
      return c.json({}, 201)
    })
    .get('/api/waves/:wave/file', async (c) => c.json(await waveFile(deps, c.get('staff').municipality, c.req.param('wave'))))
    .get('/api/public/waves', async (c) => c.json(await countedWaves(deps, c.get('municipality'))))
    .get('/api/public/waves/:wave', async (c) => c.json(await waveFile(deps, c.get('municipality'), c.req.param('wave'))))
    .get('/api/keys', async (c) => c.json(await keysOf(deps, c.get('staff').municipality)))
    .put('/api/keys', async (c) => {
      const keys = await readJson(c, keysRegistration)
      await registerKeys(deps, actorOf(c.get('staff')), keys)
      return c.json(keys)
    })
    .post('/api/editions', async (c) => {
      const request = await readJson(c, editionRequest)
      return c.json(await publishEdition(deps, actorOf(c.get('staff')), request as unknown as EditionRequest), 201)
    })
    .get('/api/editions', async (c) => c.json(await listEditions(deps, c.get('staff').municipality, viewerOf(c.get('staff')))))
    .get('/api/editions/:edition', async (c) => c.json(await readEdition(deps, c.get('staff').municipality, c.req.param('edition'), viewerOf(c.get('staff')))))
    .get('/api/editions/:edition/exact', async (c) => {
      const exact = await readExact(deps, c.get('staff').municipality, c.req.param('edition'))
      return c.body(exact.slice(), 200, octets)
    })
    .get('/api/public/editions', async (c) => c.json(await listEditions(deps, c.get('municipality'), anybody())))
    .get('/api/public/editions/:edition', async (c) => c.json(await readEdition(deps, c.get('municipality'), c.req.param('edition'), anybody())))
    .get('/api/series/:measure', async (c) => c.json(await readSeries(deps, c.get('staff').municipality, checked(measureName, c.req.param('measure')), viewerOf(c.get('staff')))))
    .get('/api/benchmarks', async (c) => c.json(await listBenchmarks(deps, c.get('staff').municipality)))
    .post('/api/benchmarks', async (c) => {
      const request = await readJson(c, benchmarkRequest)
      return c.json(await addBenchmark(deps, actorOf(c.get('staff')), request), 201)
    })
    .delete('/api/benchmarks/:benchmark', async (c) => {
      await removeBenchmark(deps, actorOf(c.get('staff')), c.req.param('benchmark'))
      return c.body(null, 204)
    })
    .post('/api/imports', async (c) => {
      const request = await readJson(c, importRequest)
      return c.json(await importSurvey(deps, actorOf(c.get('staff')), request), 201)
    })
    .get('/api/imports', async (c) => c.json(await listImportedTables(deps, c.get('staff').municipality)))
}
