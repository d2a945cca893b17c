// A file to fill in, handed over by the page itself: no request, no address of its own. Separate because a blob's address must be given back.
import { Button } from '../../components/Button.tsx'

export function TemplateLink({ name, text }: { name: string; text: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return <Button onPress={save}>Voorbeeldlijst downloaden</Button>
}
