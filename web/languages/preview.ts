// What stands above every page of somebody who only looks at a questionnaire. Separate so that it travels with the preview alone.
// A language without its own sentence shows English.

/** Language -> sentence. */
export const previewNotices: Readonly<Record<string, string>> = {
  nl: 'U kijkt alleen. Er wordt niets bewaard of verstuurd.',
  en: 'You are only looking. Nothing is kept or sent.',
}
