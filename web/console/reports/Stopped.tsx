// The brake: too many different reports within an hour. Nothing is lost; a second person lets this one go on. Separate from the case, which
// is not there then.
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { to } from '../route.ts'

export function Stopped({ text }: { text: string }) {
  return (
    <Alert kind="warning" title={text}>
      <p>Dat is een rem, geen straf: zo kan niemand ongemerkt alles lezen. Vraag een collega u weer vrij te geven bij Sleutels en mensen. Het staat in het logboek.</p>
      <Button href={to('meldingen')}>Naar de meldingen</Button>
    </Alert>
  )
}
