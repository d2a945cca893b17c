// One screen specimen at a time, named after `#`, inside the real frame. Built by the tests, not part of what a municipality runs.
import { render } from 'preact'
import '../theme/municipality.css'
import '../theme/colours.css'
import './console.css'
import '../charts/charts.css'
import '../results/results.css'
import { Frame } from './Frame.tsx'
import type { Route } from './route.ts'
import { exampleMe, screenExamples } from './screen-examples.tsx'

const wanted = location.hash.slice(1)
const example = screenExamples.find(({ name }) => name === wanted)
render(
  example ? <Frame me={example.signedIn ? { ...exampleMe, roles: example.roles ?? exampleMe.roles } : null} route={{ screen: example.screen ?? (wanted.startsWith('compare') ? 'compare' : 'waves') } as Route}>{example.content}</Frame> : <p>Geen scherm: {wanted}</p>,
  document.getElementById('app')!,
)
