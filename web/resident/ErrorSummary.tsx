// The error summary as GOV.UK does it: on top, focused, the same words as at the field, a link that leads there.
export function ErrorSummary({ heading, mistake, field }: { heading: string; mistake: string; field: string }) {
  const toField = (event: Event) => {
    // A fragment in the address would be one more history entry.
    event.preventDefault()
    document.getElementById(field)?.focus()
  }
  return (
    <div class="summary" role="alert" tabIndex={-1}>
      <h2>{heading}</h2>
      <p><a class="utrecht-link utrecht-link--html-a" href={`#${field}`} onClick={toField}>{mistake}</a></p>
    </div>
  )
}
