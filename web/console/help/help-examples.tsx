// The handbook in both languages, for axe and for looking.
import type { ScreenExample } from '../screen-examples.tsx'
import { handbook } from './handbook.ts'
import { HelpView } from './HelpView.tsx'

export const helpExamples: readonly ScreenExample[] = (['nl', 'en'] as const).map((language) => ({ name: `help-${language}`, signedIn: true, content: <HelpView help={handbook[language]} language={language} /> }))
