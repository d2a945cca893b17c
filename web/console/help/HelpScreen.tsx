// The handbook at its address. Separate from its view so that specimens can show both languages; the texts come with this screen alone.
import type { ScreenProps } from '../screen.ts'
import { HelpView } from './HelpView.tsx'
import { handbook } from './handbook.ts'

export function HelpScreen({ route }: ScreenProps) {
  const language = 'language' in route && route.language === 'en' ? 'en' : 'nl'
  return <HelpView help={handbook[language]} language={language} />
}
