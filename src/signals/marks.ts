// What no text that leaves the team may hold, whoever ticked the list: a phone number, a mail address, a postcode, a number plate, a house
// number. Pure, a net under people's own judgement; what it cannot know (a name, a vantage point) is theirs to see.

const MARKS: Readonly<Record<string, RegExp>> = {
  'a mail address': /\S@\S/u,
  'a phone number': /(?:\+|\b00?)?\d(?:[ .()/-]{0,2}\d){8,}/u,
  'a postcode': /\b[1-9]\d{3} ?[A-Z]{2}\b/u,
  'a number plate': /\b(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{1,3}-[A-Z\d]{1,3}\b/u,
  'a house number': /\b(?:nummer|nr\.?|huisnummer|no\.?|number) ?\d{1,5}\b|\p{L}(?:straat|laan|weg|plein|hof|pad|kade|dreef|singel|gracht|steeg|dijk) \d{1,5}\b/iu,
}

/** The kinds of marks a text holds, in words; empty when none. */
export function marksIn(text: string): string[] {
  const plain = text.normalize('NFKC')
  return Object.entries(MARKS).filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind)
}
