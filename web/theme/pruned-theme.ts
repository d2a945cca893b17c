// A Vite plugin that makes `theme.css` from the NL Design System: component CSS that the pages use, then the tokens that CSS reads.
// Separate from both pages' builds because it is the same for each; unpruned the set is 11 KB gzipped, pruned about half.
// A town's own token file is put in the place of municipality.css and pruned the same way.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PurgeCSS } from 'purgecss'
import type { Plugin } from 'vite'
import { pruneTokens } from './prune-tokens.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const packages = createRequire(import.meta.url)

const COMPONENTS = ['document', 'form-fieldset', 'form-field', 'form-label', 'textbox', 'radio-button', 'checkbox', 'button', 'link']

interface PrunedThemeOptions {
  /** Folders whose sources name the classes in use. */
  content: readonly string[]
  /** Selectors of states these pages do not have. */
  unused?: readonly RegExp[]
  /** Sources that are loaded later, with a style sheet of their own: what only they use stays out. */
  later?: readonly string[]
}

/** Puts the pruned theme in front of every style sheet that says `@import 'theme';`. */
export function prunedTheme({ content, unused = [], later = [] }: PrunedThemeOptions): Plugin {
  return {
    name: 'pruned-theme',
    enforce: 'pre',
    async transform(own, id) {
      if (!id.endsWith('.css') || !own.includes("@import 'theme';")) return null
      const components = await Promise.all(COMPONENTS.map((name) => readFile(packages.resolve(`@utrecht/${name}-css/dist/index.css`), 'utf8')))
      const rest = own.replace("@import 'theme';", '')
      const [purged] = await new PurgeCSS().purge({
        content: content.flatMap((folder) => [`${folder}/**/*.tsx`, `${folder}/**/*.ts`, `${folder}/**/*.html`]),
        css: [{ raw: components.join('\n') }],
        blocklist: [...unused],
        skippedContentGlobs: later.map((folder) => `${folder}/**`),
      })
      const tokens = await readFile(packages.resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8')
      const municipality = await readFile(here('./municipality.css'), 'utf8')
      return { code: pruneTokens(`${withoutTokens(tokens, municipality)}\n${municipality}\n${purged!.css}\n${rest}`), map: null }
    },
  }
}

/** The neutral tokens without those a municipality sets itself. */
function withoutTokens(tokens: string, municipality: string): string {
  const own = new Set(municipality.match(/--[\w-]+(?=\s*:)/g))
  return tokens.replace(/^\s*(--[\w-]+):[^\n]*\n/gm, (line, name: string) => (own.has(name) ? '' : line))
}
