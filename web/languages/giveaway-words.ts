// The words giveaways.ts looks for and the ones that explain a capital letter, as data: Dutch and English, and the most telling ones of
// the languages residents are expected to write in. Separate so that a speaker of a language can add to it without reading a line of code.

/** After these a capitalised word is a name. */
export const TITLES = [
  'meneer', 'mijnheer', 'dhr\\.?', 'mevrouw', 'mevr\\.?', 'mw\\.?', 'familie', 'fam\\.?', 'buurman', 'buurvrouw', 'buurjongen', 'buurmeisje', 'oom', 'tante',
  'dokter', 'dr\\.?', 'wijkagent', 'agent', 'juf', 'meester', 'imam', 'pastoor', 'mr\\.?', 'mrs\\.?', 'ms\\.?', 'miss', 'family', 'uncle', 'aunt', 'neighbour', 'neighbor', 'officer',
].join('|')

/** After these any word may be a name, also one written small. */
export const SPOKEN_OF = '(?:hij|zij|ze|die|man|vrouw|jongen|meisje|zoon|dochter|broer|zus|buurman|buurvrouw|vriend|vriendin) heet(?:te)?|heet (?:hij|zij|ze)|genaamd|bijnaam|(?:zijn|haar|hun) naam is|named|(?:his|her|their) name is|nicknamed'

/** Endings of street names: such a word says a street, which is no giveaway by itself. */
export const streetEndings = 'straat|laan|plein|kade|singel|dreef|steeg|gracht|plantsoen|dijk|boulevard|allee|weg|hof|pad|park|ring|baan|markt|poort|street|road|avenue|lane|square|stra(?:ss|ß)e|platz'

/** From where something was seen or heard, and what only one household could say. */
export const VANTAGE: readonly string[] = [
  '(?:naast|boven|onder|tegenover|achter|voor|bij) (?:mij|me|ons)',
  '(?:uit|door|achter) (?:het|de) (?:raam|muur|plafond|vloer|vitrage|gordijn(?:en)?)',
  'ik (?:woon|werk|stond|zat|keek|hing|fietste|liep|parkeerde)',
  'als enige|(?:alleen|enkel) ik|ik alleen|niemand anders|ik ben de enige',
  '(?:toen|terwijl|als) ik (?:de hond|thuis ?kwam|naar (?:mijn )?werk|van (?:mijn )?werk)',
  '(?:next to|above|below|opposite|behind|in front of|beside) (?:me|us)',
  '(?:out of|through|behind) (?:the|a) (?:window|wall|ceiling|floor|curtains?)',
  'i (?:live|work|stood|was standing|was sitting|was looking|was parked)',
  'only i|nobody else|no one else|i am the only one|i was the only one',
  'ich wohne|ich arbeite|j’habite|j\'habite|je travaille|mieszkam|oturuyorum|yaşıyorum|أسكن|اسكن',
  '(?:pencere|balkon|ev|komşu|kapı|bahçe)[ıiuü]m\\p{L}*',
  'نافذتي|شرفتي|بيتي|منزلي|جاري|جارتي|بابي|شقتي',
]

/** Somebody's own window, neighbours, child: a place or a person that leads back to one household. */
export const OWN_PLACE = '(?:(?:mijn|m’n|m\'n|ons|onze|my|our|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|mon|ma|mes|notre|moj\\p{L}{0,4}|mój|nasz\\p{L}{0,3}) (?:eigen |own )?'
  + '(?:(?:boven|beneden|onder|over|achter)?bu(?:ren|ur|urman|urvrouw|urjongen)|raam|venster|balkon|tuin|keuken|slaapkamer|woonkamer|(?:voor|achter)?deur|deurbel|huis|woning|flat|kamer|zolder|dak|oprit|garage|berging|schuur|auto|fiets|camera|muur|portiek|trappenhuis|galerij|zoon(?:tje)?|dochter(?:tje)?|kind(?:eren)?|man|vrouw|vader|moeder|broer|zus|hond|winkel|zaak|werk|school'
  + '|neighbou?rs?|window|balcony|garden|kitchen|bedroom|front door|door|doorbell|house|home|apartment|room|roof|driveway|shed|car|bike|camera|wall|son|daughter|kids?|child(?:ren)?|husband|wife|father|mother|brother|sister|dog|shop|work'
  + '|Fenster\\p{L}*|Balkon\\p{L}*|Haus\\p{L}*|Wohnung|Nachbar\\p{L}*|Garten|Tür|fenêtre|balcon|maison|porte|voisine?s?|jardin|appartement|okn\\p{L}+|dom\\p{L}*|mieszkan\\p{L}+|sąsiad\\p{L}*|drzwi))'

/** First names heard often in Dutch streets, none of them an everyday word: found also when written small. */
export const commonNames = 'mohammed|mohamed|ahmed|ali|fatima|aicha|yusuf|youssef|mehmet|mustafa|hassan|ibrahim|omar|kemal|emre|murat|ayse|fatma|zeynep|elif|bilal|karim|rachid|said|samira|nadia|naima|khadija|'
  + 'johan|johannes|pieter|kees|henk|willem|dirk|gerrit|hendrik|maria|johanna|anna|elisabeth|cornelia|sanne|lotte|emma|julia|lisa|laura|sophie|thijs|lars|sem|luuk|milan|ruben|thomas|daniel|kevin|dennis|jeroen|marco|peter|paul|patrick|michael|robert|richard|stefan|danny|ricardo|mike|linda|petra|monique|esther|anita|yvonne|ingrid|wendy|chantal|kelly|melissa|'
  + 'jakub|mateusz|piotr|krzysztof|andrzej|agnieszka|katarzyna|malgorzata|ivan|igor|olga|svetlana|tatjana|abdi|hodan|tesfay|winston|romano|sergio|jayden|dylan|damian'

/** Words that a capital letter does not make a name: the starts of sentences, days, months, peoples, institutions, brands. Small letters. */
export const everydayWords: ReadonlySet<string> = new Set((
  'de het een ik wij we zij ze hij er dit dat die deze daar hier toen als na om in op bij met voor van elke iedere soms vaak altijd gisteren vandaag vorige mijn onze ons u jij je jullie men niemand iemand iedereen veel weer ook maar en of want dus omdat terwijl nu dan wat wie waar wanneer hoe waarom ja nee niet geen graag alstublieft bedankt dank kinderen mannen jongens vrouwen mensen bewoners buren zo te aan uit naar over onder tegen zonder tot sinds '
  + 'the a an i you they he she it there this that these those when then after before in on at with for from every always often sometimes yesterday today last my our we nobody somebody everybody and or but so because while now what who where how why yes no not please thanks men boys women people children residents '
  + 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december monday tuesday wednesday thursday friday saturday sunday january february march may june july august october kerst kerstmis pasen pinksteren ramadan suikerfeest offerfeest koningsdag carnaval oud nieuw sinterklaas christmas easter '
  + 'nederland nederlands nederlandse nederlanders holland hollands hollandse marokkaans marokkaanse marokkanen turks turkse turken pools poolse polen syrisch syrische syriërs somalisch surinaams surinaamse antilliaans antilliaanse duits duitse belgië belgisch belgische bulgaars roemeens arabisch engels dutch moroccan turkish polish syrian german english arabic europa europe '
  + 'politie gemeente woningcorporatie handhaving boa burgemeester wethouder school kerk moskee god allah police municipality council mayor church mosque '
  + 'whatsapp facebook instagram snapchat tiktok telegram youtube google marktplaats albert heijn jumbo lidl aldi plus action hema blokker gamma praxis bmw audi mercedes volkswagen golf polo opel ford toyota fiat renault peugeot seat skoda volvo kia citroen nissan mazda suzuki vespa piaggio ns ggd'
).split(' '))
