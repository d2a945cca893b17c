// Protects what stands beside our own figures: a file of others is taken whole or not at all, with every line and column at fault named; what has no
// margin is context; only the same question, asked the same way, is tested.
import { describe, expect, it } from 'vitest'
import type { Benchmark, BenchmarkFigure } from '../../src/analysis/benchmark.ts'
import { readBenchmarks } from '../../src/analysis/benchmark-file.ts'
import { besideOurs } from '../../src/analysis/beside.ts'
import type { Cell } from '../../src/analysis/edition.ts'

const HEADER = 'ID;RegioS;Perioden;Marges;VoeltZichOnveilig_42;MijdtPlekken_43'
const csv = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`
const good = csv(HEADER,
  '1;NL01;2023JJ00;MW00000;15.4;8', '2;NL01;2023JJ00;MOG0095;14.9;7.5', '3;NL01;2023JJ00;MBG0095;15.9;8.5',
  '4;PV31;2023JJ00;MW00000;18;.', '5;PV31;2023JJ00;MOG0095;17;.', '6;PV31;2023JJ00;MBG0095;19;.')
/** "line column: sentence" of every fault; fails where there is none. */
const faults = (file: string): string[] => {
  const read = readBenchmarks(file)
  if (!('faults' in read)) throw new Error('expected faults')
  return read.faults.map(({ line, column, nl }) => `${line} ${column}: ${nl}`)
}
const topics = (file: string) => {
  const read = readBenchmarks(file)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.topics
}

describe('a file of figures of town and country', () => {
  it('is read as StatLine writes it: value and limits per region, a column per topic, no figure where there is a point', () => {
    expect(topics(good)).toEqual([
      { topic: 'Voelt zich onveilig', period: '2023', figures: [{ region: 'Nederland', value: 15.4, low: 14.9, high: 15.9 }, { region: 'Limburg (PV)', value: 18, low: 17, high: 19 }] },
      { topic: 'Mijdt plekken', period: '2023', figures: [{ region: 'Nederland', value: 8, low: 7.5, high: 8.5 }] },
    ])
    const json = JSON.stringify({ value: [['MW00000', 15.4], ['MOG0095', 14.9], ['MBG0095', 15.9]].map(([Marges, figure], ID) => ({ ID, RegioS: 'NL01  ', Perioden: '2023JJ00', Marges, VoeltZichOnveilig_42: figure })) })
    expect(topics(json)[0]!.figures).toEqual([{ region: 'Nederland', value: 15.4, low: 14.9, high: 15.9 }])
  })

  it('without margins is context: figures without limits', () => {
    expect(topics(csv('RegioS;Perioden;VoeltZichOnveilig', 'NL01;2023JJ00;15.4', 'PV31;2023JJ00;18'))[0]!.figures)
      .toEqual([{ region: 'Nederland', value: 15.4, low: null, high: null }, { region: 'Limburg (PV)', value: 18, low: null, high: null }])
    expect(topics(csv(HEADER, '1;NL01;2023JJ00;MW00000;15.4;8'))[0]!.figures[0]).toEqual({ region: 'Nederland', value: 15.4, low: null, high: null })
  })

  it('with one limit of two, or a figure outside its limits, is refused', () => {
    expect(faults(csv(HEADER, '1;NL01;2023JJ00;MW00000;15.4;8', '2;NL01;2023JJ00;MOG0095;14.9;7', '3;NL01;2023JJ00;MBG0095;;9'))).toEqual(['2 VoeltZichOnveilig_42: van NL01 ontbreekt de bovengrens'])
    expect(faults(csv(HEADER, '1;NL01;2023JJ00;MW00000;25.4;8', '2;NL01;2023JJ00;MOG0095;14.9;7', '3;NL01;2023JJ00;MBG0095;15.9;9'))).toEqual(['2 VoeltZichOnveilig_42: van NL01 ligt het cijfer buiten zijn marges'])
  })

  it('with other areas is refused, naming each line', () => {
    expect(faults(good.replaceAll('PV31', 'BU09350101'))).toEqual([5, 6, 7].map((line) => `${line} RegioS: BU09350101 is geen land, landsdeel, provincie of gemeente`))
  })

  it('with a comma for a point is refused, naming each place and what to write', () => {
    expect(faults(good.replace('15.4', '15,4').replace('8.5', '8,5')))
      .toEqual(['2 VoeltZichOnveilig_42: gebruik een punt, geen komma: 15.4 (hier staat: 15,4)', '4 MijdtPlekken_43: gebruik een punt, geen komma: 8.5 (hier staat: 8,5)'])
  })

  it('with damaged lines is refused: every line and column at fault, nothing taken', () => {
    const damaged = csv(HEADER, '1;NL01;2023JJ00;MW00000;veel;8', '2;NL01;2023JJ00;XX00000;14.9;7', '3;NL01;ooit;MBG0095;150;9', '4;NL01;2023JJ00;MW00000;15;8', '5;NL01;2023JJ00;MW00000;15;-3')
    expect(faults(damaged)).toEqual(expect.arrayContaining([
      '2 VoeltZichOnveilig_42: gebruik een getal van 0 tot 100 (hier staat: veel)', '3 Marges: gebruik MW00000, MOG0095 of MBG0095 (hier staat: XX00000)', '4 Perioden: gebruik een jaar, zoals 2023JJ00 (hier staat: ooit)',
      '4 VoeltZichOnveilig_42: gebruik een getal van 0 tot 100 (hier staat: 150)', '6 VoeltZichOnveilig_42: dit cijfer staat er twee keer (NL01, 2023JJ00, MW00000)', '6 MijdtPlekken_43: gebruik een getal van 0 tot 100 (hier staat: -3)',
    ]))
    expect(faults('{"value": [{"RegioS": "NL0')[0]).toMatch(/^1 : dit bestand is beschadigd en niet te lezen/)
    for (const nothing of ['', 'zomaar tekst', HEADER, '{"value":[]}', '\u0000\u0001']) expect(faults(nothing)).toEqual(['1 : dit bestand heeft geen regels met cijfers'])
  })

  it('without a column it needs is refused, naming the column', () => {
    expect(faults(csv('Perioden;Marges;Onderwerp', '2023JJ00;MW00000;15'))).toEqual(['1 RegioS: de kolom RegioS ontbreekt'])
    expect(faults(csv('RegioS;Marges;Onderwerp', 'NL01;MW00000;15'))).toEqual(['1 Perioden: de kolom Perioden ontbreekt'])
    expect(faults(csv('RegioS;Perioden;Marges', 'NL01;2023JJ00;MW00000'))).toEqual(['1 : er is geen kolom met een onderwerp'])
  })
})

describe('a figure of others beside ours', () => {
  const cell: Cell = { value: 30, low: 26, high: 34, n: 500, effectiveN: 480, reliability: 'ok' }
  const benchmark = (equal: Partial<Benchmark['equal']>, figure: BenchmarkFigure): Benchmark =>
    ({ id: 'b', source: 'Monitor', topic: 'x', beside: 'unsafe.share.3', measure: 'share', equal: { wording: true, scale: true, mode: true, ...equal }, figures: [figure] })
  const limits = { region: 'Nederland', value: 18, low: 17, high: 19 }
  const only = (one: Benchmark, ours: Cell | null = cell) => besideOurs([one], () => ours)[0]!

  it('is not tested when wording, scale or mode was not declared equal', () => {
    for (const part of ['wording', 'scale', 'mode'] as const) expect(only(benchmark({ [part]: false }, limits))).toMatchObject({ difference: null, verdict: 'another' })
    expect(only(benchmark({}, limits))).toMatchObject({ difference: { value: 12 }, verdict: 'higher' })
  })

  it('is never tested without a margin, whatever was declared', () => {
    expect(only(benchmark({}, { region: 'Nederland', value: 18, low: null, high: null }))).toMatchObject({ difference: null, verdict: 'context' })
  })

  it('is not tested against a hidden figure or one that is only a limit', () => {
    expect(only(benchmark({}, limits), { hidden: true })).toMatchObject({ difference: null, verdict: 'hidden' })
    expect(only(benchmark({}, limits), { ...cell, limit: 'atMost' })).toMatchObject({ difference: null, verdict: 'hidden' })
    expect(only(benchmark({}, limits), null)).toMatchObject({ difference: null, verdict: 'hidden' })
  })
})
