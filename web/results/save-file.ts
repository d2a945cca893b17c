// Hands a made file to the browser's downloads. Separate because names come from people: only plain letters and digits go into a file name.

export function saveFile(name: string, type: string, content: string | Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** "lindestad-gelukt-unsafeHere.csv": what a file is called, whatever the municipality or area is called. */
export function fileName(parts: readonly string[], ending: string): string {
  const plain = parts.map((part) => part.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')).filter((part) => part !== '')
  return `${plain.join('-').slice(0, 90) || 'uitkomst'}.${ending}`
}
