// The languages by their own names, on every page; the one in use is marked. Without flags: a flag is a country, not a language.
import type { View } from './view.ts'

export function LanguageChoice({ view, speak }: { view: View; speak: (language: string) => void }) {
  const { text, languages } = view
  return (
    <nav class="languages" aria-label={text.languageLabel}>
      {languages.map((language) => (
        <button type="button" key={language.language} lang={language.language} aria-pressed={language.language === text.language} onClick={() => speak(language.language)}>
          {language.endonym}
        </button>
      ))}
    </nav>
  )
}
