// The lines below a letter in other languages: where to ask, each with the phone number and its hours, the same on every letter.
// Separate because adding a language is one entry here. They say what the letter is about no more than the letter does.
import { hoursIn } from './hours.ts'
import type { OpeningHours } from './hours.ts'

export interface LanguageLine {
  /** BCP 47, also the value of `lang`. */
  language: string
  direction: 'ltr' | 'rtl'
  text: string
}

interface Words {
  language: string
  direction: 'ltr' | 'rtl'
  ask: (phone: string, hours: string) => string
  /** Said only where the questions can be answered in this language. */
  offered: string
}

const LANGUAGES: readonly Words[] = [
  { language: 'en', direction: 'ltr', ask: (phone, hours) => `Questions about this letter? Call ${phone} (${hours}).`, offered: 'You can answer in English.' },
  { language: 'tr', direction: 'ltr', ask: (phone, hours) => `Bu mektupla ilgili sorularınız mı var? ${phone} numarasını arayın (${hours}).`, offered: 'Soruları Türkçe yanıtlayabilirsiniz.' },
  { language: 'ar', direction: 'rtl', ask: (phone, hours) => `هل لديكم أسئلة عن هذه الرسالة؟ اتصلوا بالرقم \u2066${phone}\u2069 (${hours}).`, offered: 'يمكنكم الإجابة باللغة العربية.' },
  { language: 'pl', direction: 'ltr', ask: (phone, hours) => `Mają Państwo pytania do tego listu? Proszę zadzwonić: ${phone} (${hours}).`, offered: 'Można odpowiedzieć po polsku.' },
  { language: 'de', direction: 'ltr', ask: (phone, hours) => `Fragen zu diesem Brief? Rufen Sie an: ${phone} (${hours}).`, offered: 'Sie können auf Deutsch antworten.' },
  { language: 'fr', direction: 'ltr', ask: (phone, hours) => `Des questions sur cette lettre ? Appelez le ${phone} (${hours}).`, offered: 'Vous pouvez répondre en français.' },
  { language: 'uk', direction: 'ltr', ask: (phone, hours) => `Маєте запитання щодо цього листа? Телефонуйте: ${phone} (${hours}).`, offered: 'Ви можете відповісти українською.' },
]

/** Every line; `answered`: the languages in which the questions can be answered. */
export function languageLines(phone: string, hours: OpeningHours, answered: readonly string[]): LanguageLine[] {
  return LANGUAGES.map(({ language, direction, ask, offered }) => {
    const text = ask(phone, hoursIn(hours, language))
    return { language, direction, text: answered.includes(language) ? `${text} ${offered}` : text }
  })
}
