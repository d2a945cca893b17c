// Starts the console. Everything heavier than the overview (keys, counting, charts) is loaded when its screen opens.
import { render } from 'preact'
import '../theme/municipality.css'
import '../theme/colours.css'
import './console.css'
import { App } from './App.tsx'

render(<App />, document.getElementById('app')!)
