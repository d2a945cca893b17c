// 2,048 Dutch words for receipts and case names: short, plain, none that gives away what the paper is for; told apart by their first four
// letters, also from the English list. Chosen by hand for this product and part of it; spelling checked against OpenTaal's list.
// Separate because it is long and loaded only when somebody wants to come back. The order is fixed: a word's place is its number.

export const wordsNl: readonly string[] = `
aalbes aalmoes aambeeld aanbod aandacht aangenaam aanhang aankoop aanleg aanmaak aanpak aanrecht aanstaan aantal aanvang aanwinst aanzien aardbei
aarzel abdij abonnee abrikoos achter acteur adelaar adem ader adres advent afboeken afdak afdeling afdoen afdruk afgrond afhalen afhouden afkeer
afkoelen aflaten aflezen aflikken afloop afmaken afname afrennen afrit afrol afscheid afsluit afspraak afstand aftrek afvoer afwas afweer afwijken
afzet afzien afzonder airbag akker akkoord akte albatros algemeen alpaca alpen alpino altaar altijd alvast amandel ambacht ambitie amfibie ananas
anders andijvie anekdote anemoon angora anijs anjer anker ansicht antwoord apenrots apostel apotheek aquarium arbeid arcade aria armband aroma asbak
asem asfalt aster atelier atlas atletiek atoom aula aureool avance avond axioma azalea azijn azuur baan baard badpak bagage bakboord baken bakfiets
bakje bakker balie balk bandage banjer bank barbecue barst basalt bassin bastion batik bazaar bazuin bebost bedaard bedding bedel bediende bedrag beek
beeld been beer bees beetje begaan begonia begrip beheer behoud beits beker bekken beklag bekoelen beland beleg bemand bemost bende bengel benzine
beraad bereik berg bericht berk beroep beschuit beslag bespan betaal beter beton beuk beurs bever bevroren bewaker beweging bewijs bewolkt bezaaid
bezem bezig bezoek bibber biels bierdop bieslook biet bijen bijkomen bijl bijna bijval biljet bimbam binnen biograaf bioscoop biscuit bizon blaadje
blaren blauw blazer bleek blies blij blik bloem blok blond bobbel bobslee bocht bodem boeien boek boemel boender boer boezem bogen bokaal bokking
bokser bolder bonbon bondel bongo bonken bont boog boom boon boord boot borg borstel bosbes boter bouillon bouw boven bowlen braam braderie braken
brei brem breuk brevet bril broek brombeer brouwer brug bruid brunch buiging buik buis buiten bukken bulder bungalow burcht bureau busje buste buur
buxus cabaret cacao cachet cadeau calorie cantate capuchon caravan carnaval cassette ceder cello chips chique chloor chocola chutney cider cijfer
cilinder cirkel citaat citroen cobra cognac conifeer corsage cumulus cursus daad daalder daar dadel dagboek daglicht dahlia dakgoot dakpan daling dame
dank dans dapper darm dart dassen dateren datum dauw deeg deel degelijk deining deken dekking deksel delen delfts delta demo demper denken dennen
derde dertien dessert deugd deuk deuntje deur deze dichter dictee dieet dienen diep dier dijk dikke dikte dille dimmer diner ding dinsdag diploma
dirigent dobber docent dochter dode doek doel dokken dokter dolfijn domein dommel dompelen donder dooien doolhof doos dopen dorp dorst dosis dossier
dotter douane douche dozijn draad dreef dreigen drempel drieling droevig drogen dromen droog druif druk druppel dubbel duet duiden duif duik duim duin
duister duizend dukaat dunne durf dutje duur duwboot dwaal dweil dwerg edele eekhoorn eend eenheid eerlijk eerste eethuis eetkamer effect egaal egel
eierdop eigen eiken eiland einde eiwit ekster eland elastiek elektra elftal elleboog emmer engel enkel enorm ensemble erfenis erfgoed ergens erker
ermee ernst erts erwt espresso etage etalage eten etiket etmaal etui euro ezelsoor faam fabel factor fakkel falen fanfare farao fauna fazant feeks
feest feilloos feit fenomeen fiets fijn fikken filiaal filosoof fitting fjord flacon flanel flapje flard flensje fles flets flik flink flits flodder
flora fluweel fobie foelie folie fonds fonkel fontein formule fornuis foto foyer fraai franje frees fris frituur fuchsia fuga fuik functie fusee fuut
gaaf gaas gaatje gaffel galerij galmen galop gammel gang gans garen garnaal gasfles gasstel gast gazon gebaar gebed gebied geblaf geboorte gebruik
gedachte gedenk gedicht gedoe gedrag geduld geel geen geest geflits gegeven gegil gehaald geheugen gehuil geiser geit gejoel gejuich gekko geklap
geknik gekookt gekraak gelaat geld gelei gelijk geloof geluid gemak gember gemis gemoed genade gender genoeg geograaf gepast geplant gepraat geraamte
gerecht gering geroep gerst geruis geschenk gesmeed gesp getal geteld getij geur gevel gevoel gewaad gewei gewoon gewricht gezang gezel gezicht gezond
gezwam gids giebel gier gieter ginds gips gist gitaar gitzwart glazuur gletsjer glijbaan gloed glunder gniffel gnoom goal goed goeroe gokken golf
golven gondel gong goochel gordijn gort gotiek goud graad grafiek gram gratis grens greppel grijs gril grimas grind groei grof grommen grond groot
grot gruis gulden gulp gunst gymzaal haag haai haak haan haar haas hagel hakken halen halm halogeen halsband halte hamer hangmat hapering haring hark
harmonie harp hart havik hazelnoot hebben heden heel heer heester heet heffing heftig heide heil hekel helaas held helft hemd hemel hengel heraut
herberg herder herfst herstel hert heup heuvel hevig hiel hier hijgen hijs hinder hinkel hippe hitte hoed hoef hoek hoen hoepel hoes hoeve hofje hoger
hokje hommel homp hond honger honing hoofd hoog hooi hoop hoorn horde horen horizon horloge houding hout houvast huid huif huil huis hulp hulst humeur
humus huppel hurken huur huwelijk huzaar hyacint hymne idee idool iedereen iemand iets iglo ijsbeer ijver ijzer illusie imker inbed inboedel indruk
ingang ingeving inhoud inkeer inkoop inkt inlaat inleg inlog innig inpak inrit inslag intikken intrede intussen invloed inwerken inwoner inzaaien
inzet inzicht iris ivoor jaar jacht jade jager jakhals jammer januari japon jarig jasmijn jeep jerrycan jeugd jeuk jochie jokken jong jonker jouw
jubel jubileum judo juffrouw juist juli jurk jutezak jutter juweel kaak kaal kaap kaars kaas kabaal kabel kabouter kachel kadaster kade kaft kajak
kajuit kakel kalender kalf kalk kalm kamer kamille kamp kanaal kandelaar kaneel kano kans kant kaper kapitein kapper kapstok karaf karnemelk karper
karton karwei kassa kast katoen katrol kauwgom kavel kaviaar keelpijn keer kegel keihard keizer kelder kelner kelp kennis kermis kern kers ketel
ketting keuken keur keus kever kibbel kiem kier kies kievit kiezel kijk kikker kikvors kilo kimono kiosk kippenhok kist klaar klacht klamp klank klap
klas klater klaver kleding klei klem klep klerk klets kleur kleven klimop kliniek klipper kloek klok klomp klont kloof klop klotsen kluis klussen
kluwen knaap knabbel knal knap knarsen knecht kneden kneus knie knijp knik knipoog knobbel knoest knoflook knoken knol knoop knop knotwilg knuffel
knuist knutsel kobalt koddig koek koel koepel koers koets koffer kogge koket kokos kolder kolen kolf kolibrie kolom komeet komkommer kompas konfijt
konijn kooi kookgas kool koor koper kopje koppel koraal kordaat korf korrel korst kort kosmos kosten koud kous kouten kozijn kraag krab kraker kralen
kramp krant kras krat krediet kreeft kreuk krib kriek krijt krimp kring kristal kroeg krokus krom kronkel kroon krop kruid kruk krul kubiek kubus
kudde kuier kuif kuiken kuil kuip kuis kuit kundig kunst kurk kussen kust kuur kwaal kwark kwast kwebbel kweek kweker kwelder kwijt kwis laag laan
laars laat labyrint lach lade lading lagune lamel lamsbout land lantaarn lariks laser last laurier lauwer lavendel lawaai lawine ledikant leeg leem
leer lees leeuw leiding lekker lelie lemmet lenig lente lepel leraar leuk leuning lezen lezing licht lied lief liggen ligstoel lijm lijn lijst lila
limoen linde liniaal linnen lint linzen lispel liter loeien loep loeren logboek logeer lokaal loket lokken lolly lomp loods loofboom look loon loot
lopen lorrie loslaten loterij lotus louter lucht lucifer luiden luier luik luim luis lusthof luxaflex luxe lyceum maag maaien maal maan maart maat
macaroni madelief magazijn mager mais maizena makreel manege manier mantel marathon marmer mars marter meedoen meegaan meer meesters meeuw meiboom
meid meikever meld melk meneer meng menig mens merel merk mest meten metro metselen meubel mevrouw mier mijl mijmer mijn mikado mikken mild milieu
miljoen mimosa mineraal modder moed moerbei moes moeten mokka molen mollig mond mooi moot morgen morsen mortel mosterd motregen motto mouwen muesli
muis mummie munitie munt murmel muskaat muts muur muziek naad naaien naald naam naar naburig nacht nader nagaan nagel najaar namaak narcis nauw navel
navraag nazomer nectar neef neer negentig neiging nekvel nemen neon nerf netjes neurie neus nicht niemand niesen niet nieuw nijlpaard nijptang nikkel
nippel nipt niveau nobel noemen noga nomade noord noot notulen nuance nuchter nummer nuttig nylon oase ochtend octaaf oefening oermens oever ogenblik
oker oktober olie olifant olijf omarm omelet omgang omhoog omroep omslag omtrek omval omwal omweg omzet onder oneven ongeduld onkruid onrust ontbijt
onthaal onweer onzin ooglid oogst ooievaar oorbel oost opaal opbergen opblazen opbouw opdracht opeens opgang ophalen ophef ophoog opkomst oplage
oplossing opmaak opname opnieuw oppas oprapen oprit oproep opruimen opslag opspan opstel optocht opvang opwekken opzet opzij opzoek orakel oregano
orgel orkaan orkest ornament ossen otter ouder ovaal oxide paal paar paasei pacht pagina pagode pakhuis pakket paleis paling pallet panfluit pannetje
papa papier paprika papyrus parfum parodie pasfoto pasta patat pater pauken pauw pauze pedaal peddel peer peil peinzen pelgrim pels pendel pensee
peper pergola perron perzik pesto peter petunia peul peuter piek piepen pier pigment pijl pijn pijp pikant pikken pilaar pimpel pincet pinda pingel
pioen piraat pitten plaat plafond plak pleeg plein plek plensbui pletten plezier plicht ploeg plomp plons plooi plots pluim pluk plus pochen poeder
poel poes pokeren polder polka pollepel pols pomp pontje poort poot popcorn porie porselein potgrond potlood poulet praat praline praten precies preek
prei prelude prent prieel prijs prik proef pronk proza pruim puin puist punaise punt puree putten puur pyjama quilt raad raaf raam raar rabarber raden
radslag rafel raket rakker ramen rammel rank rapport rasp raster ravijn recht redactie redding reden reebok reeks reep refrein regel reiger reiken
rein reis rekbaar rekening rennen reptiel rest retour reuk reus ridder riem riet rijbaan rijden rijk rijm rijp rijst rijtuig rillen rimpel riool
risico ritme rits rivier robijn rodeo roede roeien roem roep roer roest roffel rogge roken rokje roltrap romig rond rood rooien roos roteren rotonde
rots rouw roze rubriek ruig ruilen ruim ruis ruit rumoer rune rups rust ruwbouw saai sabel safari saffier sago salie sambal sardine savanne saxofoon
schaak schip schroef schuim scooter seance seinhuis seizoen selder semester september serenade serre sesam shawl show sieraad sikkel silhouet sinds
siroop sjaal sjerp skelet slaap slagroom slak slang slapen sleutel sliert slijm slinger sloep slof slokje sloot sluis smaak smeden smeer smelt smeulen
smid smullen snaar snavel snede sneeuw snel snijden snipper snoek snor snot snugger snuif soep sofa soja somber sonate sonnet soort sopraan sorbet
souvenir spaak spang spek spiegel spijker spits spoed sprong spruit spurt staal stak stal stap steiger stek stelling stengel steun stevig stiekem
stijl stip stoel stof stok stolp stop stouwen stuiver stuk stuur stuwen subtiel suiker suizen sukade sultan sushi sussen symfonie syntaxis taak taal
taart tabel tachtig tafel talrijk tamboer tand tang tante tapijt taptoe tarbot tarief tarwe taxus techniek teddybeer teer tegel teil teken tekst
telefoon tempel tenger tenue tenzij terras terug teug tevreden theater thee thuis tiara tien tijd tijger tijm tikken timmer tinkel tint tipje titel
tobbe tocht toedoen toegang toekan toelage toen toer toestel toets toffee tolhuis tolk tombola tooien toon toorts topaas toren totem touw tovenaar
traan tralie tram trechter trede trein trek trema treur trillen triomf troef trog trom troon trots truffel trui tuba tuimel tuin tulband tulp tunica
turbine turf tussen twaalf twee twijg uier uitbouw uitdoen uitgang uitje uitkomst uitleg uitnodig uitrit uitstap uitval uitweg uitzicht ultiem unicum
unie uren utopie vaag vaak vaandel vaart vaas vacht vader vakantie vakman valk vanaf vandaag vangen vanwege varen varken vazen veder veeg veel veen
veer vegen veilig veld velg vennoot venster veranda verder verf vergeten verhaal verkeer verlangen vermaak vernis verpakken vertrek verzoek vest
veulen vezel viaduct vierde vignet vijf vijg vijver vijzel vilt vinger vink viool viskom visser vitrine vizier vlaai vlag vlak vlam vlas vlecht vlees
vlegel vlek vleugel vlieg vlijt vlinder vloed vlok vlonder vloot vlotten vlug vocht voeding voeg voelen voer voet vogel voldoen volgen volk volle
volte vondst vonk voor vorderen vork vorm vorst vouw vraag vracht vrede vreemd vreugde vriend vrij vroeg vrolijk vrouw vrucht vuil vuist vulkaan
vulling vulpen vurig vuur waaier waakvlam waar wacht wafel wakker walrus wals wand wang wapperen watt wazig wedstrijd weelde weer wegdek wegen wegloop
wegrit weide weiland weinig welkom wellicht welp welvaart wenkbrauw wens wentel wereld werf werk werpen wervel wesp weten wever wezel wieden wieg wiel
wierook wijd wijk wijn wijs wijting wijze wikkel wilg wimpel winst wipneus wissel witlof witten woelen woensdag woest wolk wonen woning woord worst
woud wrijf wrikken wuiven wulp yoga yoghurt zaad zaag zaaien zaal zacht zadel zagen zakdoek zalf zalm zand zang zaterdag zeebeer zeef zeehond zeeman
zeep zeer zegel zeil zeker zelden zelf zenden zenuw zestien zetel zetmeel zeug zeven ziekte ziel zien zigzag zijde zijn zilt zilver zing zinken
zitbank zodiak zoek zoem zoen zoet zolder zolen zomer zonde zoogdier zoon zorg zout zoveel zucht zuid zuiger zuil zuiver zult zuring zuur zwaan zwak
zwaluw zwam zwart zwavel zweef zwem zwerm zwier zwijg zwoel
`.trim().split(/\s+/)
