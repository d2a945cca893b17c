// The Worker's raw-RSA adapter behind one HTTP request, so that signers.test.ts can run it inside workerd.
import { workerSigner } from '../../src/signer-worker.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'

const signer = workerSigner()

export default {
  async fetch(request: Request): Promise<Response> {
    const { pkcs8, blinded } = (await request.json()) as { pkcs8: string; blinded: string }
    try {
      return Response.json({ signature: base64url(await signer.sign(unbase64url(pkcs8), unbase64url(blinded))) })
    } catch (error) {
      return Response.json({ name: (error as Error).name, range: error instanceof RangeError })
    }
  },
}
