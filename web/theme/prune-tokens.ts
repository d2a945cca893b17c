// Keeps only the design tokens that something still reads, recursively: a token read by a kept token is kept.
// Pure and separate so that it can be tested; works on plain CSS text without comments inside declarations.

// A value may hold a quoted picture with semicolons of its own.
const DECLARATION = /(--[\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;{}"'])*)(;|(?=\}))/g
const READ = /var\(\s*(--[\w-]+)/g

/** Names read in a piece of CSS. */
function reads(css: string): string[] {
  return Array.from(css.matchAll(READ), (match) => match[1]!)
}

/** The style sheet without custom properties that nothing reads, and without rules emptied by that. */
export function pruneTokens(css: string): string {
  const bare = css.replace(/\/\*[^]*?\*\//g, '')
  const declared = new Map<string, string[]>()
  for (const [, name, value] of bare.matchAll(DECLARATION)) declared.set(name!, [...(declared.get(name!) ?? []), value!])
  const used = new Set<string>()
  const todo = reads(bare.replace(DECLARATION, ''))
  while (todo.length > 0) {
    const name = todo.pop()!
    if (used.has(name)) continue
    used.add(name)
    for (const value of declared.get(name) ?? []) todo.push(...reads(value))
  }
  const pruned = bare.replace(DECLARATION, (declaration, name: string) => (used.has(name) ? declaration : ''))
  return emptied(withFallbacks(pruned, new Set(declared.keys())))
}

/** `var(--never-declared, fallback)` becomes its fallback: tokens that neither theme nor component declares. */
function withFallbacks(css: string, declared: ReadonlySet<string>): string {
  let result = ''
  let rest = css
  for (;;) {
    const at = rest.search(/var\(\s*--/)
    if (at < 0) return result + rest
    const end = closing(rest, at + 3)
    const inside = rest.slice(at + 4, end)
    const comma = inside.indexOf(',')
    const name = (comma < 0 ? inside : inside.slice(0, comma)).trim()
    result += rest.slice(0, at)
    if (comma >= 0 && !declared.has(name)) rest = inside.slice(comma + 1).trim() + rest.slice(end + 1)
    else {
      result += 'var('
      rest = rest.slice(at + 4)
    }
  }
}

/** The index of the parenthesis that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1
    if (text[i] === ')') depth -= 1
    if (depth === 0) return i
  }
  throw new RangeError('pruneTokens requires balanced parentheses')
}

/** Without rules that hold nothing; twice, for groups of emptied rules. */
function emptied(css: string): string {
  const once = css.replace(/[^{};]+\{\s*\}/g, '')
  return once === css ? once : emptied(once)
}
