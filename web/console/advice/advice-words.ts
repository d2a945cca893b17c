// Names of languages and addresses of pages for the desk of advice. Separate and pure: a title becomes an address in one way only.

const names = new Intl.DisplayNames(['nl'], { type: 'language', fallback: 'code' })

/** "Arabisch"; the code itself where the browser knows no name. */
export function languageName(code: string): string {
  try {
    const name = names.of(code) ?? code
    return name[0]!.toUpperCase() + name.slice(1)
  } catch {
    return code
  }
}

/** A language as typed, in its usual spelling; null when it is none. */
export function languageTyped(text: string): string | null {
  const found = /^([a-z]{2,3})((?:-[a-z0-9]{2,8}){0,2})$/i.exec(text.trim())
  return found ? found[1]!.toLowerCase() + found[2]! : null
}

/** 'Veilig vertellen?' -> 'veilig-vertellen'; 'pagina' where nothing is left. */
export function slugOf(title: string, taken: readonly string[] = []): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 36).replace(/^-+|-+$/g, '') || 'pagina'
  return taken.includes(plain) ? Array.from({ length: 98 }, (_, i) => `${plain}-${i + 2}`).find((one) => !taken.includes(one))! : plain
}
