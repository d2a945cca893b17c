// Whether this browser can do what sealing needs, found out by feature, never by name or version.
// Separate and written without any of those features: it decides before they are loaded. What is missing leads to phone, desk and paper.

/** Whether everything is there; a feature that throws is missing. `scope` is the window. */
export function isSupported(scope: Record<string, any>): boolean {
  try {
    const { crypto, sessionStorage } = scope
    sessionStorage.setItem('try', '1')
    sessionStorage.removeItem('try')
    return !!(crypto.subtle.importKey && crypto.getRandomValues && scope.BigInt(1) && scope.fetch && new scope.TextEncoder()
      && scope.TransformStream && scope.ReadableStream && scope.history.replaceState && scope.CSS.supports('color', 'var(--x)'))
  } catch {
    return false
  }
}
