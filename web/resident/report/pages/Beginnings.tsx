// Words to tap instead of typing them to the end: shown under the field that has the focus, gone when the word is there.
interface BeginningsProps {
  /** The field whose last word is completed. */
  field: string
  help: string
  beginnings: readonly string[]
  typing: (typed: string) => void
}

export function Beginnings({ field, help, beginnings, typing }: BeginningsProps) {
  const input = document.getElementById(field) as HTMLInputElement | HTMLTextAreaElement | null
  if (beginnings.length === 0 || !input || (document.activeElement !== input && !input.parentElement?.contains(document.activeElement))) return null
  const complete = (word: string) => {
    input.value = `${input.value.replace(/[\p{L}\p{M}]+$/u, '')}${word} `
    input.focus()
    typing(input.value)
  }
  return (
    <p class="beginnings" role="group" aria-label={help}>
      <span>{help}</span>
      {beginnings.map((word) => <button type="button" class="plain" key={word} translate={false} onClick={() => complete(word)}>{word}</button>)}
    </p>
  )
}
