// Figures of town and country: what stands there, and a file in StatLine's shape read with a look before anything is kept. Markup from data.
import type { Benchmark } from '../../../src/analysis/benchmark.ts'
import { isEqual } from '../../../src/analysis/benchmark.ts'
import type { BenchmarkRead } from '../../../src/analysis/benchmark-file.ts'
import type { BenchmarkRequest } from '../../../src/results/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { FileField } from '../../components/FileField.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { FileFaults } from '../set-up/FileFaults.tsx'
import { TemplateLink } from '../set-up/TemplateLink.tsx'
import { StoreFigures } from './StoreFigures.tsx'

/** One of our own measures that figures of others can stand beside. */
export interface Ours { key: string; label: string; mean: boolean }

export interface ElsewhereViewProps {
  there: readonly Benchmark[]
  ours: readonly Ours[]
  read: { name: string; reading: BenchmarkRead } | null
  busy: boolean
  refused: string | null
  mayWrite: boolean
  onFile: (file: File) => void
  onForget: () => void
  onStore: (request: BenchmarkRequest) => void
  onRemove: (id: string) => void
}

/** A file as it should be: one line per area and kind of figure. */
const EXAMPLE = 'RegioS;Perioden;Marges;VoeltZichWeleensOnveiligInBuurt\nNL01;2023JJ00;MW00000;15.4\nNL01;2023JJ00;MOG0095;14.9\nNL01;2023JJ00;MBG0095;15.9\n'

export function ElsewhereView({ there, ours, read, busy, refused, mayWrite, onFile, onForget, onStore, onRemove }: ElsewhereViewProps) {
  return (
    <>
      <p class="crumb"><a href={to('vergelijken')}>Vergelijken</a></p>
      <Heading text="Cijfers van stad of land" />
      <p class="lead">Zet cijfers van anderen naast die van u, bijvoorbeeld uit de Veiligheidsmonitor. Alleen bij precies dezelfde vraag toetsen wij het verschil. Een andere vraag staat er apart bij.</p>
      {refused && <Alert kind="mistake" title={refused} />}
      {mayWrite && (read === null ? (
        <section class="card">
          <h2>Inlezen</h2>
          {ours.length === 0 ? <p>Publiceer eerst een uitgave. Dan is er iets om cijfers naast te zetten.</p> : (
            <>
              <FileField name="elsewhere-file" label="Tabel uit StatLine (csv of de open data)" accept=".csv,.txt,.json,text/csv,application/json" onFile={onFile}
                hint="Met de kolommen RegioS, Perioden en Marges en een kolom per onderwerp. Kies in StatLine de waarde, de ondergrens en de bovengrens. Zonder marges mag ook: dan toetsen wij niet." />
              <p class="actions actions--small"><TemplateLink name="cijfers-van-elders-voorbeeld.csv" text={EXAMPLE} /></p>
            </>
          )}
        </section>
      ) : 'faults' in read.reading ? (
        <section class="card">
          <h2>Inlezen</h2>
          <FileFaults faults={read.reading.faults} place="Regel" />
          <FileField name="elsewhere-file" label="Kies het bestand opnieuw" accept=".csv,.txt,.json,text/csv,application/json" onFile={onFile} />
          <div class="actions"><Button onPress={onForget}>Terug</Button></div>
        </section>
      ) : <StoreFigures key={read.name} name={read.name} topics={read.reading.topics} ours={ours} busy={busy} onStore={onStore} onForget={onForget} />)}
      <section class="card">
        <h2>Wat er staat</h2>
        {there.length === 0 && <p>Er staan nog geen cijfers van anderen.</p>}
        {there.length > 0 && (
          <ul class="elsewhere">
            {there.map((one) => (
              <li key={one.id}>
                <p><strong>{one.topic}</strong>, {one.source} ({one.figures.map(({ region }) => region).join(', ')})</p>
                <p>Naast: {ours.find(({ key }) => key === one.beside)?.label ?? one.beside}. {isEqual(one) ? 'Zelfde vraag: wij toetsen het verschil.' : 'Andere vraag: staat er apart bij.'}{one.figures.some(({ low }) => low === null) && ' Zonder marge: wordt niet getoetst.'}</p>
                {mayWrite && <Button busy={busy} onPress={() => onRemove(one.id)}>Weghalen<span class="only-heard">: {one.topic}, {one.source}</span></Button>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
