// How an item or a scale is reported: which categories make the percentage, in which words, which way is better.
// Separate from the item because it says nothing about what people were asked: a corrected label breaks no series.

/** Language code -> words. Dutch (`nl`) and English (`en`) are always there. */
export type Label = Readonly<Record<string, string>>

/**
 * share: people whose answer is (or, several choices, contains) one of the categories. The label is a clause after a
 *        percentage: "31% voelt zich ... onveilig in de buurt".
 * mean:  the average of a mark or scale. The label is a noun phrase before "is 6,8".
 * each:  every category has its own share. The label is a heading; the option texts name the rows.
 */
export type Report = { as: 'share'; categories: readonly number[] } | { as: 'mean' } | { as: 'each' }

export interface Summary {
  report: Report
  label: Label
  /** Who was asked, when not everybody: "van wie druk zag of meemaakte". */
  base?: Label
  /** Which way the reported figure has to move to be good news. */
  better: 'lower' | 'higher' | 'neither'
  /** Intimidation, silence and reporting: in public never finer than district level, unless an edition says otherwise. */
  sensitive: boolean
}
