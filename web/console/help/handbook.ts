// The handbook's two texts, read. Separate from reading, which tests do from the files themselves.
import english from './ten-steps.md?raw'
import dutch from './tien-stappen.md?raw'
import { readHelp } from './read-help.ts'

export const handbook = { nl: readHelp(dutch), en: readHelp(english) } as const
