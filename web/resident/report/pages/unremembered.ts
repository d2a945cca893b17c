// What every field of these pages says to browser and keyboard: offer nothing, keep nothing, correct nothing, send nothing away to be checked or
// translated (some spell checkers and writing aids do). Separate because the types of markup do not know all of it yet.
export const unremembered: Record<string, unknown> = {
  autocomplete: 'off', autocorrect: 'off', spellcheck: false, translate: false, writingsuggestions: 'false', 'data-gramm': 'false', 'data-lpignore': 'true',
}
