"""Closed classes of words that speak for or against a person: titles, particles, organisations, places.

All in lower case. They hold words that mean the same in any article (ranks, offices, "Ministry", "Inc"),
never the names of particular people.
"""

from __future__ import annotations

from clipper.people.kinds import ENDERS, OPENERS, word_set
from clipper.people.memory import remembered
from clipper.people.ranks import RANKS, WITH_POINT

# A title ends in one of these, right before the name ("Defense Minister Itsunori Onodera").
TITLE_HEADS = RANKS | word_set("""
    opener curator puan tuan encik naib subedar havildar sepoy caporal maggiore makhdoom bilung sec dep asst
    maj-gen lt-gen brig-gen vice-adm rear-adm d'affaires seri counselor counsellor corpsman referee alhaji
    alhaja hajj hajji saint ustad sayyid daw begum doña mawlawi maulana maulvi sekiwake yokozuna ozeki
    komusubi maegashira chargé charge oba chief-justice assistant senator-elect bogyoke sensei hon monsieur
    maître oberstleutnant generalmajor generalleutnant brigadegeneral kapitän admiral kaptajn oberstløytnant
    kommandør datuk datin dato tan-sri councilmember assemblyman assemblywoman assemblymember selectman
    sultana crown-prince maharaja nawab pandit swami guru brother sister ven venerable deacon chaplain vicar
    curate rabbi-in-chief acm air-marshal group-captain wing-commander squadron-leader flt sqn
    flying-officer lance bombardier gunner rifleman fusilier trooper sapper guardsman jr-lt commissar warden
    ranger medic goalie forward winger umpire sophomore junior-senior shortstop pitcher catcher outfielder
    linebacker minister secretary president chairman chairwoman chairperson chair chief commander director
    general senator sen congressman congresswoman congressmember representative representatives rep reps
    sens delegate governor gov mayor ambassador spokesman spokeswoman spokesperson premier chancellor king
    queen prince princess emperor empress sultan emir sheikh sheik shah pope cardinal archbishop bishop
    reverend rev rabbi imam ayatollah mullah patriarch monsignor father pastor gen lt maj brig col capt cmdr
    cdr lcdr sgt cpl pvt pfc spc adm vadm radm lieutenant colonel major captain sergeant corporal private
    airman seaman ensign brigadier marshal commodore commandant petty officer specialist gunnery midshipman
    cadet mr mrs ms miss dr prof professor doctor sir dame lord lady madam baroness baron count countess
    duke duchess viscount justice judge attorney prosecutor lawyer counsel detective inspector sheriff
    constable superintendent analyst expert economist researcher scientist historian author journalist
    reporter correspondent columnist editor activist leader lawmaker legislator parliamentarian deputy vice
    undersecretary under-secretary secretary-general secretary-treasurer co-founder founder cofounder
    co-chair co-chairman co-director ceo cfo coo cto publisher executive manager coach striker midfielder
    goalkeeper defender quarterback driver rider engineer astronaut cosmonaut pilot soldier sailor marine
    veteran physician surgeon nurse teacher student actor actress singer rapper musician composer conductor
    producer filmmaker novelist poet writer playwright artist painter designer architect comedian
    philosopher inventor entrepreneur businessman businesswoman billionaire tycoon investor treasurer
    comptroller whip speaker councilor councillor councilman councilwoman alderman commissioner envoy
    diplomat consul attache aide adviser advisor strategist pollster candidate contender nominee dissident
    warlord strongman dictator rebel militant terrorist jihadist gunman suspect cleric preacher monk abbot
    lama resident farmer fisherman shopkeeper neighbor neighbour eyewitness witness ret retired nco mp mep
    mk mla mna mha honorable honourable excellency staff master technical tech senior first warrant
    taoiseach tanaiste tánaiste chancellor-designate president-elect minister-designate secretary-designate
    principal dean provost rector fellow lecturer scholar co-author co-owner co-host host anchor presenter
    broadcaster secgen gensec negotiator mediator rapporteur ombudsman auditor herr frau bundeskanzler
    bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident ministerpräsident
    ministerpräsidentin ministerin außenminister außenministerin verteidigungsminister
    verteidigungsministerin finanzminister innenminister innenministerin bundesverteidigungsminister
    bundesaußenminister generalsekretär generalsekretärin generalinspekteur oberst hauptmann bürgermeister
    sprecher sprecherin chef chefin professorin regierungschef regierungschefin staatschef vizepräsident
    us-präsident us-außenminister us-verteidigungsminister président présidente ministre première madame mme
    général amiral sénateur sénatrice député députée maire roi reine chancelier chancelière ambassadeur
    ambassadrice porte-parole presidente presidenta ministro ministra señor señora coronel almirante senador
    senadora diputado diputada alcalde alcaldesa rey reina canciller embajador embajadora portavoz
    secretario secretaria gobernador gobernadora papa onorevole signor signora generale colonnello
    ammiraglio senatore senatrice deputato sindaco regina cancelliere ambasciatore portavoce segretario
    primeiro-ministro senhor senhora deputado prefeito governador rei rainha minister-president
    staatssecretaris generaal kolonel koning koningin burgemeester woordvoerder statsminister
    statsministeren forsvarsminister utenriksminister utrikesminister försvarsminister statsministern
    forsvarsministeren konge drottning dronning perdana menteri presiden jenderal laksamana gubernur bapak
    ibu cumhurbaşkanı başbakan bakan bakanı paşa prezydent generał cllr alderperson engr barr barrister atty
    brgy supt insp pte ssgt msgt tsgt csm sgm fr hj hajia drs shri smt thiru selvi mzee mallam malam otunba
    erelu igwe asantehene otumfuo oloye ashin sayadaw phra luang nanay tatay kuya manang manong aling mang
    abbé abbe frère père sœur mbah kiai kyai ustaz ustadz ustazah pehin dayang sub-collector collector
    tehsildar sarpanch mca mlc mpa lhp rhp inf cs ps dcp acp dsp ssp igp dig adc hrh hrm mx pastora hermano
    hermana padre madre sor fray vereador vereadora senador-elect jr-col lieutenant-colonel chief-inspector
    waitress waiter barista plumber carpenter electrician mechanic mason fishmonger butcher grocer
    greengrocer tailor hairdresser janitor cleaner librarian pharmacist midwife paramedic firefighter
    postman milkman beekeeper vintner brewer sommelier sculptor illustrator cartoonist photographer
    cameraman choreographer dancer ballerina violinist pianist cellist guitarist drummer bassist vocalist
    soprano tenor baritone organist biologist geologist chemist physicist astronomer ecologist virologist
    epidemiologist archaeologist anthropologist sociologist psychologist psychiatrist neurologist
    cardiologist oncologist paediatrician pediatrician dentist vet veterinarian agronomist botanist
    zoologist meteorologist seismologist volcanologist hydrologist statistician mathematician linguist
    translator interpreter biographer essayist screenwriter scriptwriter showrunner lyricist blogger vlogger
    influencer podcaster campaigner organiser organizer trade-unionist unionist shepherd herder herdsman
    fisher trawlerman skipper bosun stoker signalman paratrooper conscript reservist draftee sniper
    tanker-driver centre-back full-back left-back right-back fly-half scrum-half hooker lock prop flanker
    batsman batter bowler all-rounder wicketkeeper left-hander right-hander point-guard skater skier
    sprinter swimmer boxer wrestler jockey trainer caddie golfer cyclist climber mountaineer uncle aunt
    aunty auntie elder apostle prophet evangelist chieftainess headman paramount togbe togbega kgosi morena
    inkosi nkosi mwami mwalimu ndugu bwana weizero w/ro obbo kak mam wasta mufti qari ichie moruti rookie
    starter qb rb wr cb reeve dona mãe eng comrade promoter samdech bhai matron pensioner apprentice
    captains colonels generals ministers presidents senators governors justices judges ambassadors
    lieutenants sergeants admirals kings queens bishops messrs profs gens lts majs cols abba haji hajah hjh
    awang dayangku ajarn ajahn meme naik substitute defenders midfielders strikers directors professors
    doctors demonstrator protester protestor patrolman patrolwoman investigator schoolteacher headteacher
    schoolgirl schoolboy barber bugler technician shipwright blacksmith locksmith silversmith goldsmith
    welder bricklayer builder roofer decorator seamstress dressmaker milliner cobbler shoemaker watchmaker
    potter weaver woodcarver coder programmer developer hacker consultant contractor subcontractor surveyor
    estate-agent realtor auctioneer accountant bookkeeper banker broker trader dealer merchant wholesaler
    vendor hawker street-vendor florist gardener horticulturist farmhand rancher grower winegrower planter
    logger lumberjack forester gamekeeper zookeeper trapper whaler docker stevedore longshoreman crewman
    deckhand helmsman navigator steward stewardess co-pilot aviator balloonist paraglider parachutist
    skydiver diver lifeguard coxswain lighthouse-keeper trucker lorry-driver bus-driver taxi-driver cabbie
    courier postwoman railwayman signaller ticket-inspector policeman policewoman patrol-officer bailiff
    magistrate justice-of-the-peace solicitor notary paralegal claimant defendant plaintiff appellant
    complainant victim survivor hostage detainee prisoner inmate convict fugitive smuggler trafficker
    mobster gangster bandit insurgent guerrilla separatist defector whistleblower refugee migrant evacuee
    villager townsman townswoman resident-physician tribesman clansman elder-statesman chieftain landowner
    landlord landlady tenant housewife househusband homemaker widow widower orphan toddler teenager
    schoolmaster schoolmistress headmaster headmistress tutor academic undergraduate postgraduate graduate
    freshman valedictorian alumnus alumna trustee governor-general attorney-general solicitor-general
    auditor-general inspector-general postmaster quartermaster paymaster stationmaster bandmaster
    choirmaster cantor muezzin missionary seminarian novice nun sexton verger churchwarden pilgrim
    theologian rabbi-emeritus mdm mademoiselle mlle ntate jif mbak mestre maman tantie tonton señorita srta
    hajjah ustadha stylist hairstylist photojournalist videographer cinematographer newsreader weatherman
    commentator pundit announcer emcee compere comedienne clown magician acrobat puppeteer librettist
    songwriter bandleader saxophonist trumpeter trombonist flautist oboist harpist keyboardist percussionist
    beatboxer dj turntablist chorister mezzo countertenor mezzo-soprano impresario conservator archivist
    antiquarian collector-general philanthropist benefactor patron hotelier restaurateur sous-chef bartender
    innkeeper publican caterer distiller cheesemaker confectioner chocolatier rangbah shnong emama woizero
    weyzero wro abune nei hajiya ooni okyenhene torgbi togbui acharya mahant aqa bung chumteav oknha techo
    rathsaphea thipadei dasho lyonpo lopen heval haval hoca batono kalbatono varpet domla eshon geshe khenpo
    licenciado licenciada ing lic profe maestro maestra frei irmã suor schwester pfarrer ksiądz gospodin
    gospođa tovarishch otets batyushka sokhna oustaz ssalongo nnalongo kabaka omukama oyakata turaga
    tulafale afioga tofa susuga whaea kaumatua grandpa grandma granny mother mister missus groundsman
    goaltender defenceman defenseman selector sjn koperal sarjan inspektor adjudant sergent ugas garaad
    malaaq nazim nawabzada shree tiu mestri seu capitão tenente sargento brigadeiro capitán teniente
    contralmirante comandante comisario ingeniero doctora profesor profesora arquitecto cardenal obispo
    arzobispo lehendakari conseller consellera capitano maresciallo avvocato dottor dottore dottoressa
    professore ingegnere commissario questore prefetto vescovo cardinale kardynał biskup pułkownik kapitan
    porucznik sierżant poseł wojewoda burmistrz starosta mgr mudr judr generál plukovník ministr hejtman
    igumen arhimandrit pukovnik kapetan ministar premijer predsednik predsjednik gradonačelnik župan župnik
    nadbiskup capitaine matelot gendarme mairesse préfet préfète commissaire procureur procureure juge
    avocat avocate bâtonnier docteur docteure professeur professeure pasteur évêque archevêque monseigneur
    oberstløjtnant premierløjtnant kommandørkaptajn överste kapten löjtnant riksdagsledamot statsråd
    kommunalråd landshövding biskop ärkebiskop kyrkoherde forsvarssjef ordfører lensmann pääministeri
    kenraali eversti majuri kapteeni luutnantti kersantti piispa majoor kapitein luitenant wethouder schepen
    commissaris bisschop kardinaal dominee ritmester ritmeester alférez kapudan orgeneral tümgeneral
    tuğgeneral albay yarbay binbaşı yüzbaşı üsteğmen teğmen astsubay kaymakam muhtar başkan marsekal letjen
    mayjen brigjen letkol lettu letda serma serka sertu serda kopda kopral laksda laksma kombes kompol iptu
    ipda aiptu aipda bripka brigpol briptu bripda akbp irjen komjen bupati lb frater catholicos khru
    ratepayer exporter umpires hajja ratu sayyida hojatoleslam hojjatoleslam hujjatulislam ostad ustadh rre
    mma opanyin opanin abusuapanin ebusuapanyin obaapanin efo mbuya ambuya sekuru gup mangmi aum bredda
    stabsfeldwebel oberfeldwebel feldwebel hauptfeldwebel stabsgefreiter oberstabsfeldwebel fregattenkapitän
    korvettenkapitän oberleutnant leutnant avô avó vovó vovô tía tío bulou taubada faifeau toea'ina
    kappillan dun muallim müəllim xanım hanım mohandes khanum teyze amca dejazmach fitawrari kegnazmach
    grazmach blatta weyzerit waizero qes memhir debtera ogbuefi alaafin dagaci penghulu temenggong batin
    nenek datuk-seri tok-batin suster mbok nyai tatang ninong ninang hadži efendija čika tetka pani fru
    fröken fräulein meneer mevrouw dominus pastoor oom oupa tannie bhikkhu bhikkhuni thera thero swamini
    sadhvi sardarni chaudhrani jathedar mahanth syiem toji kannushi glassblower craftsman receiver scribe
    prefect walikota camat lurah kades menko menhan menlu panglima kapolri kapolda kapolres
""")

# Titles that are surnames too: inside a capitalised phrase they do not end it.
TITLE_SURNAMES = word_set("""
    tan pak charge assistant sri shah sheikh sheik sultan emir guru pandit forward ranger gunner sister
    brother deacon vicar guardian miss khan nawab sayyid syed captain sergeant sapper trooper singer baker
    poet painter speaker king queen prince pope bishop judge dean marshal major cook baron count duke earl
    abbot constable sheriff warden chancellor senior page abbott marine miller hunter fisher mayor pilot
    driver chief father lord grand mason butcher tailor carpenter waiter shepherd skipper dancer prop lock
    hooker trainer brewer cleaner boxer padre sor inf cs ps batter fr elder prophet mam starter paramount
    naik comrade awang abba bhai kings barber potter weaver banker broker trader dealer merchant grocer
    gardener forester steward tutor pilgrim preacher novice patron builder planter logger trapper diver dj
    welder chef governor-general cantor jif victim graduate
""")

# Titles that are also given names: at the head of a name they may stay.
TITLE_FORENAMES = word_set("""
    shah sheikh sheik khan sultan dean earl duke guru sayyid syed tan malik
""")

# Words that may stand inside a title without ending it ("Secretary of *Defense* Leon Panetta").
TITLE_BODY = word_set("""
    defense defence foreign finance interior prime deputy vice former ex acting interim outgoing incoming
    assistant associate state homeland security national economic economy trade commerce treasury energy
    health education labor labour justice transport transportation agriculture environment culture science
    technology army navy naval air force marine corps coast guard joint chiefs staff supreme allied
    opposition party parliamentary parliament house senate majority minority cabinet press chief executive
    financial operating information political military intelligence police human rights home affairs
    relations policy international regional federal assembly lower upper first second third lead top
    principal permanent under special senior junior great grand crown attorney solicitor surgeon high
    court presidential provincial district conservative liberal democratic republican green social
    nationalist communist socialist operations personnel logistics strategy strategic plans planning fleet
    brigade division squadron wing battalion secretary-general u.s. us u.k. uk u.n. un eu nato pentagon
    united nations co. st. command central pacific european african southern northern western eastern
    group regiment research studies programme program project communications media public veterans
    brigada división brigata vascello fregata navío fragata corbeta vaisseau frégate bataillon logis
    deputy-director non-executive managing founding general of for and the to
""")

TITLE_LINKS = word_set("of for and the to de del der des du di da")

# Ranks and forms of address: after these a single unknown word is a person.
HONORIFICS = word_set("""
    mr mrs ms miss dr prof sir dame gen lt maj brig col capt cmdr cdr sgt cpl pvt adm sen rep gov rev hon
    herr frau monsieur madame mme señor señora sr sra signor signora senhor senhora
""")

PARTICLES = word_set("""
    oglu oğlu ogly uulu uly kyzy qizi kizi wad walad ag ait aït van von de der den del della di da das dos
    do du la le las los lo ter ten te zu zum zur af av bin ibn bint binti binte al el abu ben ould uld y e ab
    san st dela delos dalla degli dei vom 't ul ur ud uz bani wan mac ní ó wa arap ole abou ibnu bte s/o
    d/o a/l a/p á í ak anak bwa o'g'li o‘g‘li og'li ugli kızı
""")

# Particles that follow the father's name: Bakyt Asan uulu.
FINAL_PARTICLES = word_set("oglu oğlu ogly uulu uly kyzy qizi kizi kızı o'g'li o‘g‘li og'li ugli")

SUFFIXES = word_set("jr jr. sr sr. ii iii iv")

# A capitalised phrase that ends in (or holds) one of these is not a person.
ORG_WORDS = (
    word_set("""
    fm quest clinic orchestra supermarket reef banking bhd sdn courthouse cafe café restaurant pub inn
    brewery farm farms estate estates ranch bakery pharmacy schools primary secondary elementary nursery
    charity choir band ensemble gallery gardens garden zoo aquarium shrine abbey chapel mill mine mines
    dam canal tunnel junction crossing terminal pier wharf dock docks quay marina airfield barracks
    garrison coast medical auto shield cricket rugby football hockey basketball stiftung institut
    universität ministerium partei bundesamt bundeswehr université ministère parti fondation universidad
    ministerio partido fundación università ministero partito universidade ministério universiteit straße
    strasse platz avenida plaza calle piazza rue department ministry agency office bureau commission
    committee council court university college school institute institution academy center centre
    corporation corp company co inc ltd llc plc gmbh ag sa group holdings bank fund trust foundation
    association federation union league party coalition alliance organization organisation society club
    church mosque temple cathedral hospital airport airlines airways station base camp fort port harbor
    harbour bridge street avenue road boulevard square park stadium arena hall building tower palace
    museum library theater theatre hotel river lake sea ocean bay gulf strait island islands mountain
    mountains mount peninsula valley desert province prefecture state county district city town village
    region republic kingdom empire emirates nations states army navy force forces corps command fleet
    squadron brigade division battalion regiment wing guard police militia brigades front movement act
    bill treaty agreement accord pact doctrine strategy plan program programme project operation exercise
    war battle day award prize medal cup championship championships games olympics festival conference
    summit forum dialogue times post journal news daily herald tribune gazette guardian press radio
    television tv network channel magazine review report parliament congress senate assembly house cabinet
    government administration authority board service services systems technologies industries
    international aerospace aircraft missile class destroyer frigate carrier submarine cruiser ship vessel
    hurricane typhoon storm cyclone constitution protocol convention declaration memorandum law code
    initiative partnership security defense defence intelligence affairs relations studies research policy
    solutions energy oil gas petroleum motors electric capital partners ventures media studios pictures
    records entertainment consulting associates united fc cf afc real athletic hill heights beach falls
    springs creek canyon ridge forest plains mall market shipyard shipbuilding dockyard laboratory
    laboratories observatory lane drive highway expressway railway line express
""")
    | ENDERS
)

SHIP_WORDS = (
    word_set("""
    hmjs hmbs ttns nrp orp rocs slns bns hmtss minehunter minehunters minesweepers gunboat gunboats
    icebreakers oilers tankers ferries yachts flagship battleship battleships cruisers lé fb f.b. zr.ms.
    hr.ms. knm kdb cutter cutters trawler trawlers tug minesweeper frigates submarines corvettes ships
    vessels brp bap mv schooner liner mt mt. ciudad puerto jebel jabal wadi deir são htms lcs ssn ssbn cvn
    ddg ins uss hms hmas hmcs hmnzs js jds roks usns usnv rfa pns sas kri hdms hnlms fgs its fs sps krs tcg
    drdo rss uscgc cgc carrier destroyer frigate submarine cruiser ship vessel supercarrier warship tanker
    ferry yacht corvette carriers destroyers boat oiler icebreaker hurricane typhoon storm cyclone fort camp
    mount lake port cape san santa saint operation exercise
""")
    | OPENERS
)

# What stands before the colon in transcripts without naming anybody.
NO_SPEAKERS = word_set("""
    q a question answer moderator staff voice announcer interpreter reporter operator host narrator
    participant audience speaker member unidentified all both male female note source photo contact date
    time where when what who subject re from to cc for tags topic related watch read video update breaking
    exclusive opinion analysis background
""")

PASSING_AFTER = word_set(
    "administration administrations presidency era doctrine government cabinet regime white-house years"
)

SPEECH_VERBS = word_set("""
    said says say told tells added adds noted notes warned warns asked asks replied explained explains
    insisted insists argued argues wrote writes tweeted stated states claimed claims announced declared
    acknowledged admitted recalled testified testifies concluded stressed urged pledged vowed praised
    criticized criticised condemned confirmed denied thinks thought believes believed met visited resigned
    continued remarked observed quipped joked pointed
""")

# Words that begin sentences or headlines in capitals and belong to no name.
FUNCTION_WORDS = word_set("""
    besides unlike alongside regarding concerning amidst whereas whenever wherever whether versus excluding
    nevertheless nonetheless otherwise accordingly consequently possibly certainly clearly obviously
    apparently evidently reportedly allegedly formerly eventually ultimately initially originally lastly
    already often sometimes usually everywhere nowhere everyone someone anyone nobody everybody somebody
    anybody nothing something anything everything none others whose them says told
    i'm i've i'll i'd we're we've we'll we'd you're you've you'll they're they've they'll he'd she'd he'll
    she'll it'll don't didn't doesn't isn't wasn't aren't can't won't wouldn't couldn't shouldn't haven't
    hasn't hadn't there'd that'll who'd what'd o'clock the a an this that these those he she it they we
    you i his her its their our your my who whom which what when where why how and or but nor so yet if
    because since while although though after before until unless as at by for from in into of off on onto
    out over to under up with within without about above across against along among around behind below
    beneath beside between beyond despite down during except inside like near outside past through
    throughout toward towards upon via than then there here now also both either neither each every all
    any some no not only just even still again once more most many much few several such same other
    another first last next new is are was were be been being has have had do does did will would shall
    should may might must can could yes please thank thanks however meanwhile moreover furthermore
    therefore thus hence instead indeed perhaps maybe today yesterday tomorrow tonight monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jul aug sept sep oct nov dec according earlier later
    hey hello wow ouch yeah yep nope okay gosh hmm bye
    additionally overall recently currently previously finally let let's read related photo image file q
    question answer editor's breaking update exclusive opinion following given including amid speaking
    asked
""")

# The same in other languages, by which a text's language is told and where names cannot begin.
FOREIGN_WORDS = word_set("""
    der die das den dem des ein eine einer und oder aber nicht auch mit von bei nach aus zu zum zur im am
    auf für als wie wenn ist sind war er sie es wir ich ihr sein le la les un une et ou mais dans sur pour
    par avec sans est il elle ils elles nous vous je ce cette ces au aux selon el los las una unos y pero
    en con por para según su sus lo del al se que gli uno e ma nel della di da per non è o os um uma em na
    não het een maar op te met voor
""")

NATIONS = word_set("""
    afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian
    austrian azerbaijani azeri bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british
    bulgarian burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese
    croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian
    ethiopian european fijian filipino finnish french gabonese georgian german ghanaian greek guatemalan
    guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian
    ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kuwaiti kyrgyz lao latvian lebanese
    liberian libyan lithuanian macedonian malaysian malian maltese mauritanian mexican moldovan mongolian
    montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani
    pakistani palestinian panamanian paraguayan persian peruvian philippine polish portuguese qatari
    romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali soviet
    spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen
    ugandan ukrainian uruguayan uyghur uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean
    u.s. us u.k. uk u.n. un eu u.s.-led afghanistan albania algeria america angola argentina armenia
    australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia brazil britain brunei
    bulgaria burma burundi cambodia cameroon canada chile china colombia congo croatia cuba cyprus czechia
    denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gabon germany ghana
    greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland italy jamaica
    japan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania
    macedonia malaysia mali malta mauritania mexico moldova mongolia montenegro morocco mozambique myanmar
    namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
    philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia
    slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tibet
    tunisia turkey türkiye turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen
    zambia zimbabwe washington moscow beijing tokyo seoul pyongyang taipei london paris berlin brussels
    kyiv kiev ankara tehran baghdad kabul islamabad delhi manila hanoi jakarta canberra ottawa cairo
    riyadh doha tripoli nairobi pentagon kremlin north south east west northern southern eastern central
    asia africa atlantic pacific arctic united congress nato isis hamas hezbollah taliban republicans
    democrats republican democrat democratic
""")


def bare(lower: str) -> str:
    """A word without its closing point, as it stands in the lists of titles."""
    return lower[:-1] if lower.endswith(".") else lower


_AFTER_TITLE = frozenset(("elect", "designate", "general", "at-law", "in-charge", "at-arms", "in-residence"))
_TITLE_ENDINGS = ("minister", "member", "admiral", "marshal", "-in-chief")


def is_title_form(lower: str) -> bool:
    """As is_title, for callers that remember what they ask."""
    if lower in TITLE_HEADS:
        return True
    if lower.isalpha():  # most words: few of them end as titles do, which the last letter tells sooner
        return lower[-1] in "rl" and lower.endswith(_TITLE_ENDINGS)
    plain = lower[:-1] if lower[-1:] == "." else lower
    if plain in TITLE_HEADS or plain.endswith(_TITLE_ENDINGS) or lower in WITH_POINT:
        return True
    if "-" not in plain:
        return False
    head, _, tail = plain.partition("-")
    return tail in TITLE_HEADS or (head in TITLE_HEADS and tail in _AFTER_TITLE)


@remembered(limit=30_000)
def is_title(lower: str) -> bool:
    """Whether a word, in lower case, is a rank or office: also vice-admiral, minister-designate."""
    return is_title_form(lower)


def is_initial(word: str) -> bool:
    """Whether a word is one or more initials: J., J.R., or a lone capital."""
    if len(word) < 2:
        return word.isupper()
    return word[1] == "." and word[-1] == "." and len(word) <= 6
