// The headers of every answer, in one constant for both runtimes, and the default that nothing is kept.
// Separate because the promise "no traces" hangs on it: no third party can load, no page can be framed, no answer is stored by a cache.
import type { Context, MiddlewareHandler } from 'hono'

// `trusted-types 'none'` would make Chromium refuse `new Worker()`: one named policy, which returns this build's own worker URLs only.
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "media-src 'self'",
  "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types nulmeting',
].join('; ')

const FEATURES = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad',
  'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment',
  'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'storage-access', 'usb', 'xr-spatial-tracking',
].map((feature) => `${feature}=()`).join(', ')

export const headers: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': FEATURES,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

/** Sets the headers on every answer; what does not say otherwise is not stored anywhere. */
export function privacy(): MiddlewareHandler {
  return async function setPrivacyHeaders(c, next) {
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  }
}

/** For what is named by its own digest (hashed assets, manifests, instruments) and can never change. */
export function immutable(c: Context): void {
  c.header('cache-control', 'public, max-age=31536000, immutable')
}
