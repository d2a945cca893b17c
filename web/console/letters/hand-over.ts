// Hands a file made here to the browser's own saving: no request, no address of its own. Separate because a blob's address must be given back.
/** Text is CSV; bytes are sealed. */
export function handOver(name: string, content: string | Uint8Array): void {
  const blob = typeof content === 'string' ? new Blob(['\ufeff', content], { type: 'text/csv;charset=utf-8' }) : new Blob([content as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' })
  const address = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
