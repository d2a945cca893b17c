// The console as a whole: who is signed in, which screen, and the frame around it. Screens that need keys, counting or charts are
// fetched when they open, so that the overview stays light.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Alert } from '../components/Alert.tsx'
import { Frame } from './Frame.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { WaveScreen } from './WaveScreen.tsx'
import { CloseScreen } from './CloseScreen.tsx'
import type { Route } from './route.ts'
import { useRoute } from './route.ts'
import type { ScreenProps } from './screen.ts'
import { useSession } from './session.ts'
import { OverviewScreen } from './overview/OverviewScreen.tsx'
import { Heading } from './Heading.tsx'

/** Screens that are there at once, and those fetched when they open. Every address of route.ts but signing in stands in one of the two. */
const now: Partial<Record<Route['screen'], ComponentType<ScreenProps>>> = {
  waves: OverviewScreen, wave: WaveScreen, close: CloseScreen,
}
const later: Partial<Record<Route['screen'], () => Promise<ComponentType<ScreenProps>>>> = {
  areas: () => import('./set-up/AreasScreen.tsx').then((module) => module.AreasScreen),
  questionnaire: () => import('./set-up/QuestionnaireScreen.tsx').then((module) => module.QuestionnaireScreen),
  sampling: () => import('./set-up/SamplingScreen.tsx').then((module) => module.SamplingScreen),
  'key-sheets': () => import('./set-up/KeySheetsScreen.tsx').then((module) => module.KeySheetsScreen),
  fix: () => import('./set-up/StartScreen.tsx').then((module) => module.StartScreen),
  start: () => import('./set-up/StartScreen.tsx').then((module) => module.StartScreen),
  help: () => import('./help/HelpScreen.tsx').then((module) => module.HelpScreen),
  'new-wave': () => import('./set-up/NewWaveScreen.tsx').then((module) => module.NewWaveScreen),
  municipality: () => import('./set-up/MunicipalityScreen.tsx').then((module) => module.MunicipalityScreen),
  people: () => import('./set-up/PeopleScreen.tsx').then((module) => module.PeopleScreen),
  letters: () => import('./letters/LettersScreen.tsx').then((module) => module.LettersScreen),
  'help-desk': () => import('./letters/HelpDeskScreen.tsx').then((module) => module.HelpDeskScreen),
  follow: () => import('./follow/FollowScreen.tsx').then((module) => module.FollowScreen),
  elsewhere: () => import('./elsewhere/ElsewhereScreen.tsx').then((module) => module.ElsewhereScreen),
  plan: () => import('./plan/PlanScreen.tsx').then((module) => module.PlanScreen),
  reports: () => import('./reports/InboxScreen.tsx').then((module) => module.InboxScreen),
  report: () => import('./reports/CaseScreen.tsx').then((module) => module.CaseScreen),
  'report-keys': () => import('./reports/KeysScreen.tsx').then((module) => module.KeysScreen),
  'report-figures': () => import('./reports/FiguresScreen.tsx').then((module) => module.FiguresScreen),
  partners: () => import('./reports/PartnersScreen.tsx').then((module) => module.PartnersScreen),
  signals: () => import('./reports/SignalsScreen.tsx').then((module) => module.SignalsScreen),
  'write-signal': () => import('./reports/WriteSignalScreen.tsx').then((module) => module.WriteSignalScreen),
  'rewrite-signal': () => import('./reports/WriteSignalScreen.tsx').then((module) => module.WriteSignalScreen),
  'review-signal': () => import('./reports/ReviewScreen.tsx').then((module) => module.ReviewScreen),
  advice: () => import('./advice/AdviceScreen.tsx').then((module) => module.AdviceScreen),
  count: () => import('./count/CountScreen.tsx').then((module) => module.CountScreen),
  papers: () => import('./papers/PapersScreen.tsx').then((module) => module.PapersScreen),
  certificate: () => import('./certificate/CertificateScreen.tsx').then((module) => module.CertificateScreen),
  publish: () => import('./publish/PublishScreen.tsx').then((module) => module.PublishScreen),
  answers: () => import('./answers/AnswersScreen.tsx').then((module) => module.AnswersScreen),
  export: () => import('./export/ExportScreen.tsx').then((module) => module.ExportScreen),
  compare: () => import('./compare/CompareScreen.tsx').then((module) => module.CompareScreen),
  edition: () => import('../results/EditionScreen.tsx').then((module) => module.EditionScreen),
}

export function App() {
  const { session, signIn, signOut, renamed, ended } = useSession()
  const route = useRoute()
  if (session.state === 'looking') return <Frame me={null}><p role="status">Even kijken ...</p></Frame>
  if (session.state === 'out') return <Frame me={null}><SignInScreen why={session.why} onSignIn={signIn} /></Frame>
  const props: ScreenProps = { me: session.me, route, onRenamed: renamed, onEnded: ended }
  return <Frame me={session.me} route={route} onSignOut={() => { void signOut() }}><Screen {...props} /></Frame>
}

function Screen(props: ScreenProps) {
  const { screen } = props.route
  const Here = now[screen]
  if (Here) return <Here {...props} />
  const load = later[screen]
  if (load) return <Later key={screen} load={load} screen={props} />
  return (
    <>
      <Heading text="Deze pagina is er niet" />
      <p><a href="#/">Naar de metingen</a></p>
    </>
  )
}

function Later({ load, screen }: { load: () => Promise<ComponentType<ScreenProps>>; screen: ScreenProps }) {
  const [found, setFound] = useState<{ Part: ComponentType<ScreenProps> } | 'refused' | null>(null)
  useEffect(() => {
    let wanted = true
    load().then((Part) => { if (wanted) setFound({ Part }) }, () => { if (wanted) setFound('refused') })
    return () => { wanted = false }
  }, [load])
  if (found === 'refused') return <Alert kind="mistake" title="Deze pagina kon niet laden."><p>Ververs de pagina en probeer het nog eens.</p></Alert>
  if (found === null) return <p role="status">Even laden ...</p>
  return <found.Part {...screen} />
}
