// A page with one message and at most one button: closed, refused, no connection, a device that cannot do it.
interface NoticePageProps {
  heading: string
  body: string
  act?: () => void
  label?: string
}

export function NoticePage({ heading, body, act, label }: NoticePageProps) {
  return (
    <>
      <h1 tabIndex={-1}>{heading}</h1>
      <p class="lead" role="status">{body}</p>
      {act && <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={act}>{label}</button>}
    </>
  )
}
