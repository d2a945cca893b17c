// The page of specimens: every example under its name. Built by the tests, not part of what a municipality runs.
import { render } from 'preact'
import '../theme/municipality.css'
import '../theme/colours.css'
import '../console/console.css'
import '../charts/charts.css'
import { examples } from './examples.tsx'

render(
  <main class="page specimens">
    <h1>Onderdelen</h1>
    {examples.map(({ component, name, content }) => (
      <section key={`${component} ${name}`} class="specimen" data-example={`${component}: ${name}`} aria-label={`${component}: ${name}`}>
        <h2 class="specimen__name">{component}: {name}</h2>
        {content}
      </section>
    ))}
  </main>,
  document.getElementById('app')!,
)
