// The pages every municipality may begin with, in Dutch (B1) and English: living with insecurity, and telling it safely. Data, to be
// rewritten by whoever knows the town. Numbers: 112, 0900-8844, 0800-7000 (M.), 0900-0101 (Slachtofferhulp), 0800-0432 (Kindertelefoon).

export interface StarterPage {
  slug: string
  texts: Readonly<Record<'nl' | 'en', { title: string; body: string }>>
}

const lines = (...all: readonly string[]) => all.join('\n')

export const starterAdvice: readonly StarterPage[] = [
  {
    slug: 'veilig-vertellen',
    texts: {
      nl: {
        title: 'Vertellen zonder dat iemand het merkt',
        body: lines(
          'U kunt vertellen wat er gebeurt zonder dat iemand weet wie u bent. Dit helpt om veilig te blijven.',
          '', '# Voordat u begint',
          '- Doe het op een plek waar niemand meekijkt: de bibliotheek, bij de huisarts, bij familie.',
          '- Gebruik liever niet een telefoon die anderen ook gebruiken.',
          '- Zit er iemand naast u? Doe het dan een andere keer.',
          '', '# Wat u schrijft',
          '- Vertel wat er gebeurt en ongeveer waar: in het portiek, op het plein.',
          '- Schrijf geen namen, huisnummers of telefoonnummers op.',
          '- Stel uzelf één vraag: kon alleen ik dit zien of horen? Schrijf het dan algemener op, of wacht tot het vaker gebeurt.',
          '- Noem geen dag en uur. De week is genoeg.',
          '', '# Daarna',
          '- Praat er niet over in de buurt, ook niet met mensen die u vertrouwt.',
          '- Kreeg u woorden of cijfers om terug te komen? Bewaar ze alsof het de pincode van uw bankpas is. Of bewaar ze niet: uw verhaal is al aangekomen.',
        ),
      },
      en: {
        title: 'Telling without anybody noticing',
        body: lines(
          'You can tell what is happening without anybody knowing who you are. This helps you to stay safe.',
          '', '# Before you begin',
          '- Do it where nobody is watching: in the library, at the doctor\'s, with family.',
          '- Better not use a phone that others use too.',
          '- Is somebody sitting next to you? Then do it another time.',
          '', '# What you write',
          '- Tell what happens and roughly where: in the stairwell, on the square.',
          '- Do not write names, house numbers or phone numbers.',
          '- Ask yourself one thing: could only I see or hear this? Then write it in a more general way, or wait until it happens again.',
          '- Give no day and no hour. The week is enough.',
          '', '# Afterwards',
          '- Do not talk about it in the street, not even with people you trust.',
          '- Did you get words or digits to come back? Keep them like the PIN of your bank card. Or do not keep them: your story has already arrived.',
        ),
      },
    },
  },
  {
    slug: 'gevaar',
    texts: {
      nl: {
        title: 'Gevaar of bedreiging: wie belt u?',
        body: lines(
          '# Nu gevaar', 'Bel 112. Ook als u twijfelt. U hoeft niet te wachten tot het erger wordt.',
          '', '# Geen haast, wel politie', 'Bel 0900-8844.',
          '', '# U weet iets van een misdrijf en wilt niet dat uw naam bekend wordt', 'Bel Meld Misdaad Anoniem: 0800-7000. Dat is gratis. Zij vragen niet wie u bent en zien uw nummer niet.',
          '', '# U wordt bedreigd',
          '- Ga niet zelf praten met wie u bedreigt.',
          '- Bewaar berichten. Maak er een foto van en zet die ergens waar alleen u bij kunt.',
          '- Schrijf op wat er gebeurde, ook kleine dingen.',
          '- U kunt aangifte doen zonder dat uw adres in de papieren komt. Vraag daarnaar vóór u begint. De politie of een advocaat legt uit wat er in uw geval kan.',
          '', '# Weg moeten', 'Bent u thuis niet veilig? Ga naar iemand die u vertrouwt, of loop een winkel, school of buurthuis binnen en bel daar 112.',
        ),
      },
      en: {
        title: 'Danger or threats: whom do you call?',
        body: lines(
          '# Danger now', 'Call 112. Also when you are not sure. You need not wait until it gets worse.',
          '', '# No hurry, but police', 'Call 0900-8844.',
          '', '# You know of a crime and do not want your name known', 'Call Meld Misdaad Anoniem: 0800-7000. It is free. They do not ask who you are and do not see your number.',
          '', '# You are being threatened',
          '- Do not go and talk to who threatens you.',
          '- Keep messages. Take a picture of them and put it where only you can get.',
          '- Write down what happened, small things too.',
          '- You can go to the police without your address appearing in the papers. Ask about this before you start. The police or a lawyer explains what is possible in your case.',
          '', '# When you have to leave', 'Not safe at home? Go to somebody you trust, or walk into a shop, a school or a community centre and call 112 there.',
        ),
      },
    },
  },
  {
    slug: 'omgaan-met-onveiligheid',
    texts: {
      nl: {
        title: 'Als u zich onveilig voelt in uw straat',
        body: lines(
          'Veel mensen in uw buurt hebben hetzelfde gevoel, ook als niemand het zegt. Het ligt niet aan u.',
          '', '# Klein en vandaag',
          '- Loop samen, of bel iemand terwijl u loopt.',
          '- Kies de weg waar licht is en waar mensen zijn. Een omweg is geen zwakte.',
          '- Spreek met één buur een teken af: een appje, een tik op de muur.',
          '- Doe de lamp in het portiek aan. Is hij stuk? Meld dat bij uw verhuurder. Dat mag iedereen zien.',
          '', '# Niet doen',
          '- Ga niet filmen of foto\'s maken als zij u kunnen zien.',
          '- Ga niet in discussie als u alleen bent.',
          '- Zet niets op sociale media en niet in de buurtapp. Daar leest altijd iemand mee.',
          '', '# Als het te veel wordt',
          'Slecht slapen, altijd opletten, niet meer naar buiten durven: dat hoort bij lang bang zijn. Praat erover met uw huisarts. Of bel Slachtofferhulp: 0900-0101. Dat kan ook als u geen aangifte deed.',
        ),
      },
      en: {
        title: 'When you do not feel safe in your street',
        body: lines(
          'Many people around you feel the same, even when nobody says so. It is not your fault.',
          '', '# Small things, today',
          '- Walk together, or phone somebody while you walk.',
          '- Take the way with light and with people. A detour is no weakness.',
          '- Agree on a sign with one neighbour: a message, a knock on the wall.',
          '- Put the light in the stairwell on. Broken? Tell your landlord. Anybody may see you do that.',
          '', '# Better not',
          '- Do not film or take pictures where they can see you.',
          '- Do not argue when you are alone.',
          '- Put nothing on social media or in the neighbours\' chat. Somebody always reads along.',
          '', '# When it gets too much',
          'Sleeping badly, always watching, not daring to go out: that comes with being afraid for a long time. Talk to your doctor. Or call Slachtofferhulp (victim support): 0900-0101. You can, also if you did not go to the police.',
        ),
      },
    },
  },
  {
    slug: 'kinderen',
    texts: {
      nl: {
        title: 'Als uw kind bang is, of mee moet doen',
        body: lines(
          '# Een bang kind',
          '- Vraag rustig wat uw kind zag. Vraag niet door naar namen.',
          '- Zeg dat grote mensen dit moeten oplossen, niet kinderen.',
          '- Spreek een plek af waar uw kind naartoe kan: een buur, een winkel, school.',
          '', '# Uw kind krijgt geld, spullen of klusjes van anderen',
          '- Dat is vaak het begin. Word niet boos; dan hoort u het de volgende keer niet.',
          '- Praat met de mentor, de jongerenwerker of de huisarts. Zij kennen dit en mogen niet alles doorvertellen.',
          '', '# Uw kind wil zelf praten', 'De Kindertelefoon is gratis en vraagt geen naam: 0800-0432, elke dag van 11 tot 21 uur.',
        ),
      },
      en: {
        title: 'When your child is afraid, or is made to take part',
        body: lines(
          '# A child that is afraid',
          '- Ask calmly what your child saw. Do not press for names.',
          '- Say that grown-ups have to solve this, not children.',
          '- Agree on a place to go to: a neighbour, a shop, school.',
          '', '# Others give your child money, things or errands',
          '- That is often how it begins. Do not get angry, or you will not hear it the next time.',
          '- Talk to the mentor at school, the youth worker or your doctor. They know this, and may not pass everything on.',
          '', '# Your child wants to talk', 'De Kindertelefoon is free and asks no name (in Dutch): 0800-0432, every day from 11 to 21.',
        ),
      },
    },
  },
  {
    slug: 'wat-doen-wij',
    texts: {
      nl: {
        title: 'Wat doen wij met wat u vertelt?',
        body: lines(
          '- Twee of drie mensen van de gemeente kunnen het lezen. Niemand anders, ook de mensen van de computers niet.',
          '- Zij letten op wat er gebeurt en waar, niet op wie het vertelde.',
          '- Moet een ander iets doen, zoals de politie of de woningcorporatie? Dan krijgt die een korte, algemene tekst. Eerst kijkt een tweede persoon of niemand daaruit kan afleiden wie het vertelde. Bij twijfel gaat er niets weg.',
          '- Wij spreken af wie wat doet en wanneer. Wij houden bij of dat ook gebeurt.',
          '- Soms ziet u daar weken niets van. Dat is met opzet: snel iets doen kan verraden dat iemand sprak.',
          '- Wat u schreef, wordt na hooguit een half jaar vernietigd.',
          '', 'Wij tellen niet hoeveel mensen iets vertellen om te zeggen of het goed gaat. Meer verhalen kan ook betekenen dat mensen weer durven.',
        ),
      },
      en: {
        title: 'What do we do with what you tell?',
        body: lines(
          '- Two or three people of the municipality can read it. Nobody else, not even those who run the computers.',
          '- They look at what happens and where, not at who told it.',
          '- Does somebody else have to act, such as the police or the housing corporation? Then they get a short, general text. First a second person checks that nobody can work out from it who told us. In doubt, nothing leaves.',
          '- We agree who does what and by when, and we keep track of whether it is done.',
          '- Sometimes you see nothing of it for weeks. That is on purpose: acting fast can give away that somebody spoke.',
          '- What you wrote is destroyed after half a year at most.',
          '', 'We do not count stories to say how things are going. More stories can also mean that people dare to speak again.',
        ),
      },
    },
  },
]
