// Brieven: loads what the server knows, looks on this device for the list, and lets the thread do what needs names or codes. Everything that
// is sent is a hash of a code, a count or a key; names and addresses stay in the thread and on paper.
import { useEffect, useRef, useState } from 'preact/hooks'
import { letterFrame } from '../../../src/letters/letter-sheet.ts'
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { bytesOf } from '../set-up/reading.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { clearSheets, drawSheets } from './draw-sheets.tsx'
import { groupName, groupsOf, pilesOf, senderOf, tooMany } from './letters.ts'
import type { Run } from './letters.ts'
import { lettersApi } from './letters-api.ts'
import { lettersThread } from './letters-thread.ts'
import { LettersView } from './LettersView.tsx'
import type { LettersViewProps, Stage } from './LettersView.tsx'
import { handOver } from './hand-over.ts'
import { removeList, storeList, storedList } from './list-store.ts'
import { openNotes, register, replaceNoted } from './list-acts.ts'
import type { SealedList } from '../../../src/letters/kept-list.ts'

interface Value { wave: WaveDetail; letters: LettersAnswer; areas: Readonly<Record<string, string>>; phone: string; stored: SealedList | null }

export function LettersScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`letters ${id}`, async (signal): Promise<Value> => {
    const [wave, letters, areas, { phone }] = await Promise.all([api.wave(id, signal), lettersApi.letters(id, signal), api.areas(signal), api.municipality(signal)])
    const year = wave.plan.boundaryYear
    return { wave, letters, areas: Object.fromEntries(areas.filter(({ boundaryYear }) => boundaryYear === year).map(({ code, name }) => [code, name])), phone, stored: await storedList(id).catch(() => null) }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [thread] = useState(lettersThread)
  const [stage, setStage] = useState<Stage | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const made = useRef<SealedList | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => {
    const unwatch = thread.watch(() => { clearSheets(); setStage({ at: 'locked', opening: false, idle: true, mistake: undefined }) })
    return () => { unwatch(); stopping.current?.abort(); clearSheets(); thread.end() }
  }, [thread])
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <LettersView {...viewOf(value)} />}
    </Loading>
  )

  function viewOf({ wave, letters, areas, phone, stored }: Value): LettersViewProps {
    const strata = wave.strata.map(({ id: stratum }) => stratum)
    const groups = groupsOf(wave, areas)
    const now = stage ?? beginning(wave, letters, stored)
    const open = now.at === 'open' ? now : null
    const sender = letters.sender ? senderOf(wave, me.municipality.name, letters.sender) : null
    const does = (work: () => Promise<unknown>, done?: string) => {
      setSaid(null)
      void act(work).then((good) => { if (good && done) setSaid(done); if (good) loaded.reload() })
    }
    const fail = (back: Stage) => (good: boolean) => { if (!good) setStage(back) }

    const make = (named: boolean) => {
      setSaid(null)
      setStage({ at: 'make', making: { at: 'working', step: 'Codes maken en de lijst op slot doen. Dat duurt enkele seconden.' } })
      void act(async () => {
        const list = await thread.ask('make', { wave: wave.id, digest: wave.manifestDigest!, strata, counts: named ? null : wave.strata.map(({ toInvite }) => toInvite) })
        made.current = list.stored
        setStage({ at: 'make', making: { at: 'words', passphrase: list.passphrase } })
      }).then(fail({ at: 'make', making: { at: 'choose' } }))
    }
    /** The list lies on the device before any code goes to the server: a code that nobody has is a lost letter. */
    const written = () => {
      const list = made.current ?? stored!
      const working = (share: number) => setStage({ at: 'make', making: { at: 'working', step: 'Codes aanmelden', share } })
      working(0)
      void act(async () => {
        await storeList(list)
        await register(thread, wave.id, list, working)
        setStage({ at: 'open', opened: (await thread.ask('state', null)), printing: { at: 'idle' }, noted: 0, found: null })
        setSaid('De brieven zijn gemaakt. De lijst staat op slot op dit apparaat.')
      }).then((good) => { if (!good) setStage(null); loaded.reload() })
    }
    const unlock = (passphrase: string) => {
      setSaid(null)
      setStage({ at: 'locked', opening: true, idle: false, mistake: undefined })
      void act(async () => {
        try {
          const opened = await thread.ask('open', { stored: stored!, passphrase, digest: wave.manifestDigest!, strata })
          const noted = (letters.notes ?? 0) > 0 ? await thread.ask('noted', { notes: (await openNotes(wave.id)).map(({ sealed }) => sealed) }) : 0
          setStage({ at: 'open', opened, printing: { at: 'idle' }, noted, found: null })
        } catch (error) {
          if ((error as Error).name !== 'CannotOpen') throw error
          setStage({ at: 'locked', opening: false, idle: false, mistake: 'Deze woorden openen de lijst niet. Kijk nog eens op uw papier.' })
        }
      }).then((good) => { if (!good) setStage({ at: 'locked', opening: false, idle: false, mistake: undefined }) })
    }
    const draw = (run: Run, pile: number) => {
      if (!open || !sender) return
      stopping.current = new AbortController()
      const { signal } = stopping.current
      setSaid(null)
      setStage({ ...open, printing: { at: 'drawing', pile, share: 0 } })
      void act(async () => {
        // Noted letters get their new code with this run, whatever became of the old one; over 2% they wait for a second person.
        const replaces = (letters.notes ?? 0) > 0 && !tooMany(letters, open.noted)
        const opened = replaces || open.opened.pending > 0 ? await replaceNoted(thread, wave.id) : open.opened
        const next: Stage = { ...open, opened, noted: replaces ? 0 : open.noted, printing: { at: 'idle' } }
        try {
          await drawSheets(letterFrame(sender, run.phase, !(letters.printer?.agreed ?? false)), pilesOf(run.only === 'replaced' ? opened.toPrint : opened.letters)[pile]!, (from, to) => thread.ask('sheets', { sender, only: run.only, from, to }),
            (share) => setStage({ ...next, printing: { at: 'drawing', pile, share } }), signal)
          setStage({ ...next, printing: { at: 'drawn', pile } })
          print()
        } catch (error) {
          setStage(next)
          if (!signal.aborted) throw error
        }
      }).then((good) => { if (!good) setStage({ ...open, printing: { at: 'idle' } }) })
    }
    const printed = (run: Run) => {
      if (!open) return
      clearSheets()
      does(async () => {
        await lettersApi.recordRun(wave.id, { phase: run.phase, letters: run.letters })
        if (open.opened.toPrint > 0) await storeList(await thread.ask('printed', null))
        setStage({ ...open, opened: await thread.ask('state', null), printing: { at: 'idle' } })
      }, 'Genoteerd.')
    }
    return {
      wave, letters, stage: now, mayAct: me.roles.includes('coordinator'), today: new Date().toISOString().slice(0, 10), busy, refused, said,
      acts: {
        phone, area: groups[0] ? groups[0].areaName : '',
        onSave: (kept) => does(() => lettersApi.keepSender(wave.id, kept), 'Opgeslagen.'),
        onFile: (file) => { void act(async () => {
          const chosen = await bytesOf(file)
          if (!chosen) return setStage({ at: 'make', making: { at: 'choose', tooLarge: true } })
          setStage({ at: 'make', making: { at: 'choose', file: chosen.name, read: await thread.ask('read', { bytes: chosen.bytes, groups }) } })
        }) },
        onMake: make, onWritten: written, onOpen: unlock, onDraw: draw, onPrint: () => print(), onPrinted: printed,
        onStop: () => {
          stopping.current?.abort()
          clearSheets()
          if (open) setStage({ ...open, printing: { at: 'idle' } })
        },
        onSealed: (recipient) => does(async () => handOver(`${wave.id}-drukkerij.age`, await thread.ask('pack', { sender: sender!, groups, recipient }))),
        onPlain: () => does(async () => handOver(`${wave.id}-brieven.csv`, await thread.ask('csv', { sender: sender! }))),
        onFind: (mailing) => { void act(async () => {
          const stratum = await thread.ask('find', { mailing: Number(mailing) })
          const group = groups.find((one) => one.stratum === stratum)
          if (open) setStage({ ...open, found: { mailing, area: group ? groupName(group) : null } })
        }) },
        onAskPrinter: (recipient) => does(() => lettersApi.askPrinter(wave.id, recipient), 'Voorgesteld. Vraag een collega om akkoord.'),
        onAgreePrinter: (recipient) => does(() => lettersApi.agreePrinter(wave.id, recipient), 'Akkoord vastgelegd.'),
        onAskMore: (upTo) => does(() => lettersApi.askAllowance(wave.id, { upTo }), 'Gevraagd. Een collega moet akkoord geven.'),
        onAgreeMore: (upTo) => does(() => lettersApi.agreeAllowance(wave.id, upTo), 'Akkoord vastgelegd.'),
        // Both files: the bits are about the list as it is today, with its replaced codes.
        onList: () => does(async () => {
          handOver(`${wave.id}-herinnering.age`, await lettersApi.reminderList(wave.id, await thread.ask('hashes', null)))
          handOver(`${wave.id}-drukkerij.age`, await thread.ask('pack', { sender: sender!, groups, recipient: letters.printer!.recipient }))
        }),
        onDestroy: () => does(async () => {
          await removeList(wave.id)
          thread.end()
          clearSheets()
          setStage({ at: 'none' })
          await lettersApi.listDestroyed(wave.id)
        }, 'De lijst is vernietigd.'),
      },
    }
  }
}

/** What can be done when the screen opens: the list lies here, elsewhere, or was never made. */
function beginning({ invited }: WaveDetail, { list }: LettersAnswer, stored: SealedList | null): Stage {
  if (list?.destroyedOn) return { at: 'none' }
  if (stored && (list === null || list.recipient === stored.recipient)) return { at: 'locked', opening: false, idle: false, mistake: undefined }
  return invited === 0 ? { at: 'make', making: { at: 'choose' } } : { at: 'elsewhere' }
}
