// The source of the product as the laws see it: every file of src and web with its room, its lines and what it imports.
// Separate because several laws ask the same of the same files.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** Path from the top for our own files, the package's name for others. */
  target: string
  local: boolean
  typeOnly: boolean
}

export interface SourceFile {
  /** 'src/areas/table.ts' */
  path: string
  /** 'areas', 'web/console'; '' for a file straight in src. */
  room: string
  text: string
  lines: number
  imports: Import[]
}

/** All TypeScript under the given folders, tests excepted unless asked for. */
export function sourceFiles(folders: readonly string[] = ['src', 'web']): SourceFile[] {
  return folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, room: roomOf(path), text, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
    })
}

/** The room of a path: the first folder under src, or web and its folder. */
export function roomOf(path: string): string {
  const parts = path.split('/')
  if (parts[0] === 'web') return parts.length > 2 ? `web/${parts[1]}` : 'web'
  return parts.length > 2 ? parts[1]! : ''
}

function importsOf(path: string, text: string): Import[] {
  const code = text.replace(/^\s*(?:\/\/|\*).*$/gm, '')
  const found = [...code.matchAll(/\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.tsx?)['"]/g)]
  return found.map(([, , type, specifier, dynamic, worker]) => {
    const name = (specifier ?? dynamic ?? worker)!
    const local = name.startsWith('.')
    return { target: local ? normalize(join(dirname(path), name)) : name, local, typeOnly: type !== undefined }
  })
}
