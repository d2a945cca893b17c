// Every refusal the product expects, in one registry (RFC 9457 problem+json). A verb throws `problem(slug, details)`; http/on-error.ts answers it.
// Separate because a test walks it: each slug once, each with a 4xx status and a sentence that says what to do. Anything thrown that is not
// from here is a bug and becomes an opaque 500.

interface Kind {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503
  title: string
  /** The sentence for people, built from typed details; it says what to do next. */
  detail: (details: Record<string, string | number>) => string
}

export const registry = {
  // The shell
  'not-found': { status: 404, title: 'Not found', detail: () => 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'Method not allowed', detail: (d) => `This address does not answer ${d.method}.` },
  'unsupported-content-type': { status: 415, title: 'Unsupported content type', detail: (d) => `Send ${d.expected}.` },
  'body-too-large': { status: 413, title: 'Body too large', detail: (d) => `At most ${d.limit} bytes are read here.` },
  'invalid-body': { status: 400, title: 'Invalid request', detail: (d) => `Check ${d.where}.` },
  'cross-site': { status: 403, title: 'Cross-site request', detail: () => 'Open the page of this product itself and try again.' },
  'not-ready': { status: 503, title: 'Not ready', detail: () => 'The database does not take writes. See the log of the server.' },
  'schema-older-than-code': { status: 503, title: 'Not ready yet', detail: () => 'The database is older than the program. Run the migrations, then try again.' },
  // Staff
  'no-session': { status: 401, title: 'Signed out', detail: () => 'Sign in with a one-time link.' },
  'link-refused': { status: 401, title: 'Link refused', detail: () => 'This sign-in link was used, has expired or is not one of ours. Ask for a new link.' },
  'second-person-needed': { status: 409, title: 'A second person is needed', detail: () => 'Somebody else than who proposed this, and than whom it is about, has to agree.' },
  'roles-apart': { status: 422, title: 'Two people', detail: () => 'Planning the fieldwork and counting are done by two people; give these roles to different people.' },
  'unknown-person': { status: 404, title: 'Unknown person', detail: () => 'There is no such person here.' },
  'person-exists': { status: 409, title: 'Already there', detail: () => 'Somebody has this name. Choose another, or remove that person first.' },
  // Areas
  'unknown-municipality': { status: 404, title: 'Unknown municipality', detail: () => 'Add the municipality first, or check its identifier.' },
  'municipality-exists': { status: 409, title: 'Already there', detail: () => 'A municipality with this identifier or host exists. Choose another.' },
  'no-map': { status: 404, title: 'No map', detail: () => 'The areas of this year have no map. Import their boundaries.' },
  'contact-missing': { status: 409, title: 'Contact details missing', detail: (d) => `Fill in ${d.missing} of the municipality first.` },
  'unknown-instrument': { status: 404, title: 'Unknown instrument', detail: () => 'No instrument with this digest was published here.' },
  // Residents
  'unknown-manifest': { status: 404, title: 'Unknown survey', detail: () => 'Check the address or the label on the letter.' },
  'wave-closed': { status: 409, title: 'Closed', detail: () => 'This survey does not take answers any more.' },
  'blinded-refused': { status: 400, title: 'Invalid request', detail: () => 'Reload the page and send again.' },
  // Waves
  'unknown-wave': { status: 404, title: 'Unknown measurement', detail: () => 'There is no such measurement.' },
  'wave-state': { status: 409, title: 'Not in this state', detail: (d) => `The measurement is ${d.state}; this needs it to be ${d.needed}.` },
  'invalid-plan': { status: 422, title: 'The plan cannot run', detail: (d) => `Check ${d.where}.` },
  'wave-incomplete': { status: 409, title: 'The plan is not complete', detail: (d) => `Complete ${d.missing} first.` },
  'pilot-not-published': { status: 409, title: 'A trial', detail: () => 'A trial measurement is never published, compared or taken home. Define a measurement that is none.' },
  'stratum-too-small': { status: 409, title: 'Too few invited', detail: (d) => `${d.stratum} has ${d.invited} invited people; at least ${d.least} are needed to keep answers anonymous. Invite more people or join areas.` },
  'key-sheet-unconfirmed': { status: 409, title: 'Key sheet not confirmed', detail: () => 'Scan or type one printed key sheet back first.' },
  'second-person': { status: 409, title: 'A second person is needed', detail: () => 'Another colleague has to agree to exactly this first.' },
  'too-many-replaced': { status: 409, title: 'Too many codes replaced', detail: () => 'More than 2% of the letters would have another code. Ask a colleague to agree to a higher number.' },
  'not-a-reminder-day': { status: 409, title: 'Not on this day', detail: (d) => `A list of unused codes exists only on the planned days: ${d.days}.` },
  'list-incomplete': { status: 422, title: 'Incomplete list', detail: (d) => `Send the hash of each of the ${d.letters} letters once.` },
  'list-missing': { status: 409, title: 'No list', detail: () => 'No mailing list was made for this measurement.' },
  'list-destroyed': { status: 409, title: 'List destroyed', detail: () => 'The mailing list of this measurement was destroyed; letters cannot be printed again.' },
  'set-differs': { status: 409, title: 'Something changed', detail: () => 'What is stored differs from what was counted. Nothing was destroyed; count again.' },
  'upload-incomplete': { status: 409, title: 'Upload incomplete', detail: () => 'Pieces of the file are missing or differ from their digest. Send them again.' },
  // Evaluation plan
  'plan-missing': { status: 409, title: 'No plan yet', detail: () => 'Write the evaluation plan and lock it first.' },
  'plan-locked': { status: 409, title: 'The plan is locked', detail: () => 'A locked plan does not change. Add an amendment with a reason; it stays visible beside every result.' },
  'plan-incomplete': { status: 422, title: 'The plan is not complete', detail: (d) => `Complete ${d.where} (${d.what}).` },
  'plan-unchanged': { status: 422, title: 'Nothing changed', detail: () => 'The amendment is equal to the plan in force.' },
  'plan-unlocked': { status: 409, title: 'The plan is not locked', detail: () => 'Lock the evaluation plan before fieldwork starts; what is fixed after looking is no plan.' },
  // Results
  'unknown-benchmark': { status: 404, title: 'Unknown figures', detail: () => 'These figures of town or country are not there (any more).' },
  'unknown-edition': { status: 404, title: 'Unknown edition', detail: () => 'There is no such edition.' },
  'unknown-export': { status: 404, title: 'Unknown export', detail: () => 'There is no such export.' },
  'export-second-person': { status: 409, title: 'A second person is needed', detail: () => 'Somebody else than who asked has to agree, once, and only where areas stand in the export.' },
  'export-not-open': { status: 409, title: 'Not to be taken', detail: () => 'Only who asked takes an export, once, within seven days, and with areas only after a second person agreed. Ask anew.' },
  'edition-not-public': { status: 409, title: 'Not for everybody', detail: () => 'Residents are answered beside an edition for everybody. Publish one first.' },
  'steering-first': { status: 409, title: 'The steering group reads first', detail: (d) => `Publish an edition of this measurement for the steering group with a date before ${d.date}, or choose a later date.` },
  'edition-gives-away': { status: 422, title: 'This would give hidden figures away', detail: (d) => `An earlier edition hid what this one shows: ${d.cells}. Leave out, or show for larger areas only: ${d.leaveOut}. Then prepare the edition again.` },
  'edition-overtaken': { status: 409, title: 'Another edition came first', detail: () => 'Another edition was published meanwhile. Prepare this one again, so that it is held against that one too.' },
  'edition-refused': { status: 422, title: 'Edition refused', detail: (d) => `Check ${d.where}.` },
  // Advice
  'unknown-advice': { status: 404, title: 'Unknown page', detail: () => 'There is no such page of advice in this language.' },
  'advice-exists': { status: 409, title: 'Pages are there already', detail: () => 'This municipality has pages of advice; change these.' },
  // Signals
  'unknown-partner': { status: 404, title: 'Unknown organisation', detail: () => 'There is no such partner organisation here.' },
  'partner-exists': { status: 409, title: 'Already there', detail: () => 'An organisation with this name is there already.' },
  'not-a-contact': { status: 422, title: 'No contact', detail: () => 'Only a person with the role partner can be the contact of an organisation.' },
  'key-not-asked': { status: 409, title: 'No such key', detail: () => 'This key was not asked for, was confirmed already, or is your own: a second person confirms a key.' },
  'unknown-signal': { status: 404, title: 'Unknown signal', detail: () => 'There is no such signal.' },
  'signal-state': { status: 409, title: 'Not in this state', detail: () => 'This signal was released, sent back or withdrawn meanwhile. Reload and look again.' },
  'signal-differs': { status: 409, title: 'Other words', detail: () => 'The signal was written anew since you read it. Reload and review what stands there now.' },
  'signal-refused': { status: 422, title: 'This cannot leave', detail: (d) => `Check ${d.where}.` },
  'reviewer-is-writer': { status: 403, title: 'A second person is needed', detail: () => 'Whoever wrote a signal cannot review it. Ask a colleague.' },
  'referral-network': { status: 422, title: 'To the network only', detail: () => 'A referral goes to the network that takes complex cases, and to nobody else.' },
  'not-sealed': { status: 422, title: 'Not sealed', detail: () => 'This has to be sealed on your device first. Reload the page and try again.' },
  'unknown-agreement': { status: 404, title: 'Unknown agreement', detail: () => 'There is no such agreement.' },
  'agreement-day': { status: 422, title: 'Check the day', detail: () => 'An agreement is due today or later, and done between the day it was made and today.' },
  'agreement-settled': { status: 409, title: 'Settled already', detail: () => 'This agreement was settled already. The report team can open it again.' },
  'quarter-open': { status: 409, title: 'The quarter is not over', detail: (d) => `Reports of ${d.quarter} are counted once the quarter has ended.` },
  // Waves, counts and imports
  'unknown-label': { status: 404, title: 'Unknown letter code', detail: () => 'The four characters beside the code are not known here.' },
  'stratum-census': { status: 422, title: 'One group needed', detail: () => 'A survey of professionals is one group; join the areas.' },
  'code-of-another-stratum': { status: 400, title: 'Code of another group', detail: (d) => `Code ${d.position} does not belong to group ${d.stratum}; draw the codes again.` },
  'key-missing': { status: 409, title: 'No key yet', detail: () => 'Make the key of this measurement first.' },
  'key-differs': { status: 409, title: 'Another key', detail: () => 'This key sheet belongs to another measurement.' },
  'unknown-key': { status: 400, title: 'Unknown key', detail: () => 'The key does not belong to this measurement.' },
  'sealed-size': { status: 400, title: 'Wrong size', detail: (d) => `Sealed answers of this measurement have ${d.expected} bytes.` },
  'unknown-upload': { status: 404, title: 'Unknown upload', detail: () => 'This upload was replaced by a later one; count again.' },
  'chunk-differs': { status: 400, title: 'Damaged part', detail: (d) => `Part ${d.position} did not arrive as it was announced; send it again.` },
  'keys-registered': { status: 409, title: 'Keys already registered', detail: () => 'This municipality has its keys; the archive and edition keys are not replaced here.' },
  'keys-missing': { status: 409, title: 'No archive key', detail: () => 'Register the archive key and the edition key first.' },
  'import-invalid': { status: 422, title: 'Import refused', detail: (d) => `Nothing was imported: ${d.where}.` },
  // Reports
  'reports-closed': { status: 409, title: 'Closed', detail: () => 'No reports are taken here at the moment. Call the number on the page.' },
  'proof-refused': { status: 400, title: 'Ask for a new challenge', detail: () => 'The work that goes with a message was used, is too old or is of another kind. Ask for a new challenge and send again.' },
  'too-many-requests': { status: 429, title: 'Busy', detail: (d) => `Keep the page open and send again in ${d.retryAfter} seconds.` },
  'unknown-month': { status: 404, title: 'Unknown month', detail: () => 'There are no reports of this month, or they were destroyed on their day.' },
  'unknown-thread': { status: 404, title: 'Unknown report', detail: () => 'There is no such report, or its reporter took it back.' },
  'another-person': { status: 403, title: 'A second person is needed', detail: () => 'Ask a colleague to do this; nobody confirms what they asked for, nor themselves.' },
  'not-an-officer': { status: 403, title: 'Not confirmed yet', detail: () => 'Ask a colleague to confirm you as report officer.' },
  'last-officer': { status: 409, title: 'The last officer', detail: () => 'Somebody has to be able to read what comes in. Add another officer first.' },
  'channel-incomplete': { status: 409, title: 'Not complete yet', detail: (d) => `Before reports can be taken: ${d.missing}.` },
  'list-refused': { status: 409, title: 'List refused', detail: () => 'The signed list does not fit what is stored here. Reload and sign again.' },
  'wraps-differ': { status: 409, title: 'Not for all officers', detail: () => 'The key has to be wrapped to every confirmed officer and to nobody else. Reload and make it again.' },
  'month-exists': { status: 409, title: 'Already there', detail: () => 'This month has its key, or it is too early for it. Reload the page.' },
  'recovery-refused': { status: 409, title: 'The sheet does not open', detail: () => 'What came back is not what was sealed to the recovery key. Try again with the right sheet.' },
  'webhook-refused': { status: 422, title: 'Address refused', detail: () => 'The daily message goes to an address that begins with https:// and a public host name, without a name or password in it.' },
  'reading-stopped': { status: 429, title: 'Reading stopped', detail: () => 'You opened many reports in one hour. Ask a colleague to let you go on.' },
  'somebody-was-faster': { status: 409, title: 'A colleague was faster', detail: () => 'This report changed meanwhile. Look again, then send.' },
} as const satisfies Record<string, Kind>

export type Slug = keyof typeof registry

/** An expected refusal. `details` feeds the sentence and is sent along as problem extensions: never put anything of a resident in it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly slug: Slug
  readonly details: Record<string, string | number>
  constructor(slug: Slug, details: Record<string, string | number> = {}) {
    super(slug)
    this.slug = slug
    this.details = details
  }
  get status() {
    return registry[this.slug].status
  }
}

/** Builds a refusal to throw: `throw problem('wave-closed')`. */
export function problem(slug: Slug, details: Record<string, string | number> = {}): Problem {
  return new Problem(slug, details)
}

/** The RFC 9457 body of a refusal. */
export function problemBody(refusal: Problem): Record<string, string | number> {
  const kind: Kind = registry[refusal.slug]
  return { ...refusal.details, type: `/problems/${refusal.slug}`, title: kind.title, status: kind.status, detail: kind.detail(refusal.details) }
}
