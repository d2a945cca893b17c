// The map of the areas: from a GeoJSON file, drawn before it is kept. A measurement can do without; then results stand in tables alone.
// Markup from data; the drawing needs no projection, because maps are stored in metres of the national grid.
import { geoIdentity, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { FileField } from '../../components/FileField.tsx'
import type { AreaMap, MapReading } from '../../../src/frame/area-map.ts'
import { plural } from '../words.ts'
import { FileFaults } from './FileFaults.tsx'

export interface ReadMap { name: string; reading: MapReading }

export interface AreaMapPartProps {
  map: AreaMap | null
  names: Readonly<Record<string, string>>
  read: ReadMap | null
  busy: boolean
  mayWrite: boolean
  onFile: (file: File) => void
  onStore: (map: AreaMap) => void
  onForget: () => void
}

export function AreaMapPart({ map, names, read, busy, mayWrite, onFile, onStore, onForget }: AreaMapPartProps) {
  const choose = (label: string) => mayWrite && <FileField name="map-file" label={label} accept=".json,.geojson,application/geo+json,application/json" onFile={onFile}
    hint="GeoJSON van PDOK (wijk- en buurtkaart), in graden of in meters. De kaart wordt één keer kleiner gemaakt." />
  if (read && 'faults' in read.reading) return <><FileFaults faults={read.reading.faults} place="Gebied" />{choose('Kies het bestand opnieuw')}<div class="actions"><Button onPress={onForget}>Terug</Button></div></>
  if (read && 'map' in read.reading) {
    const { map: drawn, areas, without } = read.reading
    return (
      <>
        <Alert kind="info" title={`${plural(areas, 'gebied', 'gebieden')} getekend uit ${read.name}. Er is nog niets opgeslagen.`}>{without.length > 0 && <p>Zonder vlak op de kaart: {without.map((code) => names[code] ?? code).join(', ')}.</p>}</Alert>
        <Drawing map={drawn} names={names} />
        <div class="actions"><Button kind="primary" busy={busy} onPress={() => onStore(drawn)}>Overnemen</Button><Button onPress={onForget}>Niet overnemen</Button></div>
      </>
    )
  }
  return <>{map && <Drawing map={map} names={names} />}{choose(map ? 'Een andere kaart' : 'Bestand met de grenzen (mag later)')}{!map && !mayWrite && <p>Er is nog geen kaart.</p>}</>
}

const [WIDTH, HEIGHT] = [480, 360]

export function Drawing({ map, names }: { map: AreaMap; names: Readonly<Record<string, string>> }) {
  const shapes = feature(map, map.objects.areas)
  const path = geoPath(geoIdentity().reflectY(true).fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], shapes))
  return (
    <svg class="area-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Kaart van ${plural(shapes.features.length, 'gebied', 'gebieden')}`}>
      {shapes.features.map((shape) => <path key={String(shape.id)} d={path(shape) ?? ''}><title>{names[String(shape.id)] ?? String(shape.id)}</title></path>)}
    </svg>
  )
}
