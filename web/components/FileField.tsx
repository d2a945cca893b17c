// Choosing a file from this device, by button or by dropping it there. The file goes to the page, never anywhere by itself.
// Separate because a native file button says its words in the browser's language and must still be reached by keyboard.
import { useId, useState } from 'preact/hooks'

export interface FileFieldProps {
  name: string
  label: string
  hint?: string
  mistake?: string
  /** Endings and types, as in the input's accept. */
  accept: string
  /** The name of the file chosen before, if any. */
  chosen?: string
  onFile: (file: File) => void
}

export function FileField({ name, label, hint, mistake, accept, chosen, onFile }: FileFieldProps) {
  const hintId = useId()
  const mistakeId = useId()
  const [over, setOver] = useState(false)
  const described = [hint && hintId, mistake && mistakeId].filter(Boolean).join(' ') || undefined
  return (
    <div class={`field${mistake ? ' field--mistake' : ''}`}>
      <label class="field__label" for={name}>{label}</label>
      {hint && <p class="field__hint" id={hintId}>{hint}</p>}
      {mistake && <p class="field__mistake" id={mistakeId}><span class="only-heard">Fout: </span>{mistake}</p>}
      <div class={`file${over ? ' file--over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer?.files[0]
          if (file) onFile(file)
        }}>
        <input id={name} type="file" accept={accept} aria-describedby={described} onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file, mended and chosen again, must be read again.
          event.currentTarget.value = ''
        }} />
        {chosen && <p class="file__chosen">Gelezen: <span class="mono">{chosen}</span></p>}
      </div>
    </div>
  )
}
