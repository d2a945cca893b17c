// Every place at fault in a file, as a table beside which somebody mends it: nothing was taken. Separate because all files end so alike.
import { Alert } from '../../components/Alert.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { faultWords } from '../../../src/frame/fault.ts'
import type { Fault } from '../../../src/frame/fault.ts'
import { number, plural } from '../words.ts'

const SHOWN = 100

/** A fault that brings its own sentence. */
interface Said { line: number; column: string; nl: string }
type Any = Fault | Said

export function FileFaults({ faults, place }: { faults: readonly Any[]; /** What a line is called: a CSV has lines, a map has shapes. */ place: 'Regel' | 'Gebied' }) {
  const columns = [
    { heading: place, numeric: true, text: ({ line }: Any) => number(line) },
    { heading: 'Kolom', text: ({ column }: Any) => column || 'hele regel' },
    { heading: 'Wat er mis is', text: (fault: Any) => ('nl' in fault ? fault.nl : faultWords(fault, 'nl')) },
  ]
  return (
    <>
      <Alert kind="mistake" title="Dit bestand kan zo niet. Er is niets overgenomen."><p>{plural(faults.length, 'plek klopt niet', 'plekken kloppen niet')}. Verbeter het bestand en kies het opnieuw.</p></Alert>
      <DataTable caption={faults.length > SHOWN ? `De eerste ${SHOWN} plekken` : 'Wat er niet klopt'} columns={columns} rows={faults.slice(0, SHOWN)} />
    </>
  )
}
