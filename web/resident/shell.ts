// The static page as HTML, written at build time in Dutch: content stands there before any script, and without script it still says
// how to take part. Separate from the components because no renderer ships for it; a browser test compares it with what the app draws.
// Placeholders <!--place:...--> are filled by the server for each municipality (README.md lists them).
import { availableLanguages } from '../languages/available.ts'
import type { ResidentText } from '../languages/resident-text.ts'

const place = (name: string) => `<!--place:${name}-->`

/** The attributes of <body>: what the app reads of the municipality. */
export function shellAttributes(): string {
  const fields = { municipality: 'municipality', name: 'name', phone: 'phone', hours: 'hours', 'walk-in': 'walkIn', team: 'team', 'privacy-url': 'privacyUrl', 'exit-url': 'exitUrl', example: 'example' }
  return Object.entries(fields).map(([attribute, name]) => `data-${attribute}="${place(name)}"`).join(' ')
}

/** What stands in #app before the script: frame, start page, other ways to take part. */
export function shellBody(text: ResidentText): string {
  const { start, contact } = text
  const languages = availableLanguages.map(({ language, endonym }) =>
    `<button type="button" lang="${language}" aria-pressed="${language === text.language}">${endonym}</button>`).join('')
  return [
    `<header><a class="exit-first" href="${place('exitUrl')}" rel="nofollow noreferrer">${text.exit}</a>`,
    `<p class="example">${text.exampleNotice}</p>`,
    `<div class="bar"><p class="municipality">${place('name')}</p><nav class="languages" aria-label="${text.languageLabel}">${languages}</nav></div></header>`,
    '<main>',
    `<h1 tabindex="-1">${start.heading}</h1>`,
    `<p class="lead">${start.intro}</p>`,
    '<form class="entry" autocomplete="off">',
    `<h2>${start.codeHeading}</h2>`,
    '<div class="field utrecht-form-field">',
    `<label class="utrecht-form-label" for="label">${start.label}</label>`,
    `<p class="hint" id="label-hint">${start.labelHint}</p>`,
    '<input class="utrecht-textbox utrecht-textbox--html-input code-4" id="label" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="label-hint">',
    '</div>',
    `<button type="submit" class="utrecht-button utrecht-button--primary-action">${text.next}</button>`,
    '</form>',
    `<button type="button" class="plain">${start.report}</button>`,
    '</main>',
    '<footer class="contact">',
    `<h2>${contact.heading}</h2>`,
    `<dl><dt>${contact.phone}</dt><dd><a class="utrecht-link utrecht-link--html-a" href="tel:${place('phone')}">${place('phone')}</a></dd>`,
    `<dt>${contact.hours}</dt><dd>${place('hours')}</dd>`,
    `<dt>${contact.walkIn}</dt><dd>${place('walkIn')}</dd>`,
    `<dt>${contact.paper}</dt><dd>${contact.paperBody}</dd></dl>`,
    `<p><a class="utrecht-link utrecht-link--html-a" href="${place('privacyUrl')}">${contact.privacy}</a></p>`,
    '</footer>',
    `<aside class="exit" aria-label="${text.exit}"><a class="exit-button" href="${place('exitUrl')}" rel="nofollow noreferrer">${text.exit}</a></aside>`,
  ].join('')
}

/** What stands above it when script is off, and what old browsers are shown: the ways to take part without this page. */
export function shellFallback(text: ResidentText): string {
  return '<strong>Op dit toestel lukt het niet.</strong> Dit toestel kan uw antwoorden niet goed op slot doen. Daarom vragen wij ze hier niet. U kunt op een ander toestel meedoen. Of doe mee zonder deze pagina. '
    + `${text.contact.phone}: ${place('phone')} (${place('hours')}). ${text.contact.walkIn}: ${place('walkIn')}. ${text.contact.paper}: ${text.contact.paperBody} Iets vertellen zonder uw naam: Meld Misdaad Anoniem, 0800-7000.`
}
