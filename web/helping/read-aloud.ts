// Reading a page aloud with a voice of the device itself. Separate because it decides what is read (the question and its answers as everybody
// gets them, never what was chosen) and which voices may: some browsers' voices send the text to their maker, and those are never used.

/** A voice on this device for a language (BCP 47), or null. */
export function ownVoice(language: string, scope: { speechSynthesis?: SpeechSynthesis } = window): SpeechSynthesisVoice | null {
  const voices = scope.speechSynthesis?.getVoices() ?? []
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').split('-')[0] === language.split('-')[0]) ?? null
}

/** What is read of a page, in its order. */
export function textToRead(main: HTMLElement): string[] {
  return [...main.querySelectorAll<HTMLElement>('h1, .lead, .heard, .points li, fieldset .hint, .choice span, .ends')].map((part) => part.innerText.trim()).filter(Boolean)
}

/** Begins; `over` is called when everything was read or somebody stopped it. */
export function readAloud(parts: readonly string[], voice: SpeechSynthesisVoice, over: () => void): void {
  speechSynthesis.cancel()
  parts.forEach((part, i) => {
    const utterance = new SpeechSynthesisUtterance(part)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    if (i === parts.length - 1) utterance.onend = over
    utterance.onerror = over
    speechSynthesis.speak(utterance)
  })
}

/** Falls silent. */
export function stopReading(): void {
  globalThis.speechSynthesis?.cancel()
}
