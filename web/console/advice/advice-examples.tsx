// The desk of advice in every stage, for axe and for looking. Separate from the list of all screens so that this room owns its own.
import type { AdviceDesk } from '../../../src/advice/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { AdviceForm } from './AdviceForm.tsx'
import { AdviceView } from './AdviceView.tsx'

const nothing = () => undefined
const body = 'U kunt vertellen wat er gebeurt zonder dat iemand weet wie u bent.\n\n# Voordat u begint\n- Doe het waar niemand meekijkt.\n- Zit er iemand naast u? Doe het dan later.\n\n<script>document.title="x"</script>'
const hostile = '"><script>document.title="x"</script><i>schuin</i>'
const desk: AdviceDesk = {
  languages: ['nl', 'en', 'ar'],
  pages: [
    { slug: 'veilig-vertellen', texts: { nl: { title: 'Vertellen zonder dat iemand het merkt', body }, en: { title: 'Telling without anybody noticing', body }, ar: { title: 'تحدّث بأمان', body: '# الآن\n- ١١٢' } } },
    { slug: 'gevaar', texts: { nl: { title: 'Gevaar of bedreiging: wie belt u?', body } } },
    { slug: 'vals', texts: { nl: { title: hostile, body } } },
  ],
}

export const adviceExamples: readonly ScreenExample[] = [
  { name: 'advice', signedIn: true, screen: 'advice', content: <AdviceView desk={desk} onStart={nothing} onOrder={nothing} /> },
  { name: 'advice-none', signedIn: true, screen: 'advice', content: <AdviceView desk={{ pages: [], languages: ['nl', 'en'] }} refused="De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens." onStart={nothing} onOrder={nothing} /> },
  { name: 'advice-page', signedIn: true, screen: 'advice', content: <AdviceForm desk={desk} slug="vals" language="nl" onSave={nothing} onDrop={nothing} /> },
  { name: 'advice-translate', signedIn: true, screen: 'advice', content: <AdviceForm desk={desk} slug="gevaar" language="tr" onSave={nothing} onDrop={nothing} /> },
  { name: 'advice-arabic', signedIn: true, screen: 'advice', content: <AdviceForm desk={desk} slug="veilig-vertellen" language="ar" onSave={nothing} onDrop={nothing} /> },
]
