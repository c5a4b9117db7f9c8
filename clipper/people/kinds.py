"""Words that say what the name beside them is: a place, a ship, a firm, a team (in many languages), a person.

All in lower case; written for clipper from general knowledge. Words that are also common surnames (Wood,
Rock, Banks) are left out: the model judges those by their company.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text that white space separates."""
    return frozenset(text.split())


# Before a name: Barangay X, Avenida X, Jalan X, Wat X, the lifeboat X.
OPENERS = word_set("""
    empresas empresa astilleros astillero estaleiro transportes autocares autobuses bodegas viñedos talleres
    almacenes ferretería panadería padaria supermercados supermercado cooperativa ingenio residencial
    urbanización condomínio edificio edifício convento iglesia igreja catedral capilla capela
    cementerio cemitério asilo orfanato guardería creche boulangerie librairie éditions établissements ets
    garage domaine chantier chantiers chapelle église cathédrale cimetière lotissement résidence foyer
    cantieri trasporti officina officine cantina tenuta palazzina parco stadio ospedale scuola liceo 
    cattedrale cimitero gasthof brauerei bäckerei verlag stadion schloss auktionshaus madrasa madrassa
    dharamshala kmp km. fv f/v pt. cv ud toko warung kedai pesantren yayasan koperasi smk sman smp sma
    puskesmas rs rsu rsud qasr burj souk souq
    barangay brgy sitio purok avenida calle calzada paseo plazuela plaza rua rúa travessa praça estadio
    estádio stade stadio parque colegio colégio collège lycée école escuela escola liceo instituto institut
    istituto hospital hôpital clínica clinique universidad universidade université università fundación
    fundação fondazione fondation consorcio consórcio consorzio grupo groupe gruppo sindicato confederación
    federación federação asociación associação associazione sociedad sociedade société società constructora
    construtora editorial editora teatro théâtre museo museu musée aeropuerto aeroporto aéroport barrio bairro
    fraccionamiento ejido vereda corregimiento municipio município cerro volcán vulcão laguna lagoa embalse
    presa río islas ilhas ilha archipiélago golfo bahía baía curva cárcel penal cuartel batallón fragata
    corbeta buque navio frégate patrullera comparsa escudería peña jalan jl kampung kampong desa kelurahan
    kecamatan kabupaten gunung pulau bukit sungai taman pondok stasiun bandara kodam korem kodim lanud lanal
    polda polres rsud masjid wat khlong soi amphoe tambon thanon ulitsa prospekt ploshchad vulytsia ulica
    aleja plac trg ulice náměstí piazza piazzale viale vicolo rifugio palazzo rue allée impasse quai boulevard
    chemin château gare caserne cité commune maternité jama'at jama’at jamaat jama'a jama’a harakat hizb liwa
    katibat saraya kata'ib kata’ib khirbet kafr kafar beit bayt phường quận huyện xã thôn đường sông huyen xa
    team lifeboat lifeboats longliner barque sloop ketch dhow freighter steamer steamship submarine
    tanker bulker hmpngs hnoms hswms hmvs rms motorvessel locomotive racehorse stallion mare filly gelding
    colt elephant horse chez maison hotel hôtel café restaurant ristorante taverna pensión posada hostal
    hacienda finca rancho fazenda quinta estancia kibbutz moshav kfar har nahal metro estación estação
    stazione línea linha radio rádio télé grup grupa huta kopalnia szpital szkoła osiedle gmina powiat okrug
    ain las los guesthouse opština općina selo kolkhoz sovkhoz zavod stantsiya mahalle köyü
""")

# After or at the end of a name: X Shipping, X Nagar, X Rovers.
ENDERS = word_set("""
    medicos medicals foodtown bhavan bhawan weaves sistemi studio handicrafts handlooms sarees
    silks emporium arcade residency heights residences apartments primary academy
    preparatory nursery creche playschool vidyalaya vidyapeeth mahavidyalaya gurukul sarani lane bypass
    flyover roundabout interchange colony turizm denizcilik inşaat ticaret sanayi lojistik nakliyat
    madencilik tekstil yatayat jewellers jewelers bricks bangles bullion dharmakanta hardware bakers
    spinning kommunikasjon oy oyj peth chowk bazaar enclave puram palayam mohalla pustak prakashan bhandar
    mishthan sadan chaat dhaba sweets udyog parishad samiti haveli thana tehsil ghat opticians
    tailors cobblers undertakers butchers grocers florists nurseries caravans creameries kommune
    kommunikation verlag versicherung gruppe werke transporte spedition auktionshaus
    lentopalvelu osakeyhtiö turism auto-moto grup gıda constructores constructora talleres hermanos
    transportes comercial distribuidora editores edizioni costruzioni trasporti cantieri fratelli automobili
    métropole habitat kebab pizzeria trattoria osteria brasserie boulangerie pâtisserie charcuterie
    development developments resort resorts forces command college colleges township townships
    shipping cruises tours travel travels trading traders builders construction constructions constructors
    contractors contracting engineering engineers electronics electrical logistics transport transports
    transporters haulage couriers freight forwarding lines mutual insurance assurance brokers securities
    investments investment equity finance leasing properties property realty lumber timber sawmills mills
    textiles garments apparel fashions footwear cosmetics foods beverages dairies dairy bakeries
    confectionery breweries distillery distillers wines vineyards vineyard winery seafood seafoods fisheries
    poultry agro seeds fertilizers fertilisers chemicals chemical pharmaceuticals pharma biotech biosciences
    therapeutics diagnostics healthcare hospitals clinics cement steel metals minerals mining resources
    refinery refineries petrochemicals lithium uranium utilities telecom telecommunications wireless
    broadband software labs robotics semiconductor semiconductors microelectronics automotive automobiles
    tyres tires aviation aerosystems avionics aerostructures shipyards drydocks boatyard naval maritime
    offshore subsea ports terminals cargo helicopters drones munitions ordnance armaments firearms
    ammunition dynamics enterprise enterprises industry manufacturing ironworks foundry machinery equipment
    instruments appliances furniture interiors ceramics pottery packaging printing printers publishers
    publishing publications books bookshop booksellers bookstore stores shops mart bazar supermarkets
    hypermarket wholesale imports exports holding conglomerate consortium cooperative co-op syndicate
    exchange bourse chambers solicitors advocates llp lawyers architects surveyors auctioneers endowment
    charities relief missions ministries monastery convent nunnery seminary madrasa madrassa synagogue
    gurdwara mandir stupa pagoda basilica minster parish diocese archdiocese rovers wanderers albion hotspur
    harriers athletics cricketers lions tigers eagles bulls bears warriors knights titans panthers raiders
    cowboys wildcats bulldogs huskies badgers hurricanes cyclones celtics lakers hornets hawks pacers
    sunrisers stallions sc fk sk nk ik sv vfb vfl tsv cska dinamo lokomotiv cove hollow manor oval meadow
    terrace parkway freeway motorway crescent mews reservoir bluff bluffs flats gulch mesa narrows plateau
    rapids sands shoals turnpike trail middle prep polytechnic lyceum gymnasium kindergarten preschool
    surgery infirmary hospice lifeboat marathon derby stakes handicap chase regatta trophy shield open
    masters classic invitational nagar marg vihar bagh sansthan samithi sangh sangathan sabha mandal morcha
    mahasabha nigam yojana abhiyan ashram dham khel goth upazila sadar gaunpalika nagarpalika seiki kanko
    kogyo kensetsu shoji denki tetsudo gakuen daigaku jinja mahallesi caddesi sokağı bulvarı havalimanı
    üniversitesi belediyesi partisi derneği vakfı ab asa bv nv kg ev verein verband zeitung bündnis allianz
    zbrojeniowa poshta pošta banka stranka partija partiya oblast raion rayon krai montajes construcciones
    minera petróleos seguros sanomat kansa bladet posten tidningen kommun avis jv tbk pt pte pty jsc pjsc
    ojsc ooo oao zao kft zrt sp z.o.o. s.a. srl spa sarl sas eood doo d.o.o. a.s. kk k.k. cv
""")

# Who a person can be: before a lone name they announce it ("a gardener called Exumé").
ROLES = word_set("""
    abbess absentee abuela abuelo accountant accused acrobat actor actress actuary acupuncturist adjutant
    administrator admirer adolescent adversary advocate agriculturist agronomist aide airman alcalde
    alderman alias ally almoner alumna alumnus amputee anaesthetist anarchist anchorite anchorman
    anchorwoman anesthesiologist angler animator anthropologist antiquarian appointee apprentice arbiter
    arbitrator arborist archaeologist archeologist archer architect archivist aristocrat arranger arsonist
    artisan artist asantehene ascetic assailant assassin assistant associate astrologer astronaut astronomer
    astrophysicist athlete attacker attendant attorney auctioneer auditor aunt auntie author autocrat
    aviator awardee babies babushka baby babysitter bachelor backer bagpiper bailiff baker ballerina
    bandleader banker barber baritone barman bartender bassist bassoonist batsman batter beatmaker
    beautician beekeeper beggar benefactor beneficiary bereaved bestie bidder biker biochemist bioethicist
    biographer biohacker biologist bishop blacksmith blogger boatman bodyguard boilermaker bomber bookie
    bookkeeper bookseller boss botanist bowler boxer boy boyfriend breadwinner breeder brewer bricklayer
    bride bridegroom broadcaster broker brother brothers builder bureaucrat burglar burgrave bursar
    businessman businesswoman butcher butler buyer bystander bystanders cabbie cabinetmaker cacique cadre
    caliph cameraman campaigner candidate canoeist cantor captive cardiologist caregiver carer caretaker
    carpenter cartographer cartographers cartoonist carver cashier casualty catcher catechist celebrity
    cellist champion character charwoman chauffeur cheerleader chef chemist chieftain chieftainess child
    children chiropractor choirmaster choreographer chorister cinematographer citizen civilian clarinettist
    classicist classmate cleaner clergyman cleric clerk client climatologist climber clown co-accused co-
    defendant co-pilot co-star co-worker coach coachman cobbler coder collaborator colleague collector
    columnist comedian comic commander commando commandos commentator communist companion compatriot compere
    competitor complainant complainants composer compère comrade concierge conductor confidant congregant
    conscript conscripts conservationist conspirator constituent consultant contemporary contestant
    contributor convert convict cook cooper copilot coroner correspondent cosmonaut costumer councillor
    counsellor counselor counterpart courier cousin cousins couturier cowboy craftsman craftswoman crewman
    cricketer criminal criminologist critic crooner culprit curaca curator customer cutter cyclist czar dad
    dada daddy dancer daughter daughter-in-law daughters dauphin deaconess dealer deceased decedent deckhand
    decorator deejay defector defendant defender delegate dentist deputy dermatologist descendant deserter
    designer detainee detective developer devotee dewan diarist dictator dietitian diplomat director disc-
    jockey disciple dispatcher dissident diver diwan docent docker doctor dolphin doorman doula dramatist
    drifter driver drummer ecologist economist editor educator egyptologist elder elders electrician emcee
    emigrant emirs emissary emperor employee employer empress endocrinologist engineer engraver entertainer
    entomologist entrepreneur environmentalist epidemiologist epigeneticist escapee essayist ethicist
    ethnographer ethnomusicologist evacuee evangelist ex-army ex-boyfriend ex-girlfriend ex-husband ex-
    minister ex-policeman ex-president ex-prisoner ex-soldier ex-wife ex-wife's executioner executive
    executor exile explorer exporter extremist eyewitness falconer fan farmer farmhand father father-in-law
    ferryman fiancé fiancée fiddler fielder fighter filmmaker financier finisher firebrand firefighter
    fireman fisher fisherman flautist florist flutist folklorist follower footballer forager foreman
    forester forward founder friar friend friends front-man frontman fugitive fundraiser futurist gambler
    gamekeeper gamer gangster gardener gastroenterologist gatekeeper geisha general geneticist geneticists
    gentleman geodesist geographer geologist geophysicist ghostwriter girl girlfriend girls glaciologist
    glazier goalie goalkeeper goalscorer godfather godmother godson goldsmith golfer governess graduate
    grammarian grandchild grandchildren granddad granddaughter grandfather grandma grandmother grandmothers
    grandpa grandparents grandson granny granthi gravedigger great-aunt great-grandchildren great-
    granddaughter great-grandfather great-grandmother great-grandson great-nephew great-niece great- uncle
    groom groundskeeper groundsman groundswoman guard guardian guerrilla guest guide guitarist gunman gunner
    guru gymnast gynaecologist hacker hackers hafiz hairdresser half-brother half-sister handler handyman
    hangman harpist hauler hawker head headman headmaster headmistress headteacher healer healers heir
    heiress helmsman helper hematologist herbalist herder herdsman heretic hermit hero heroine herpetologist
    hiker historian hitter homemaker homeowner honoree honouree horseman horticulturist host host-presenter
    hostage hostess hotelier housekeeper housemate housewife hunter hurdler husband hydrogeologist
    hydrologist ichthyologist idol illustrator imam immigrant immunologist impersonator importer imposter
    impresario incumbent inductee industrialist infant infants influencer informant informer inmate
    innkeeper insider inspector instructor instrumentalist insurgent intellectual intendant intern internist
    interns interpreter interviewee interviewer intruder inventor investigator investor islander jailer
    janitor jeweler jeweller jihadist jockey joiner journalist judge juggler jurist juror kabaka kadi kaiser
    keeper khan kickboxer kid kidnapper killer king kinsman laborer labourer lad lady laird landgrave
    landlady landlord landowner laureate lawmaker lawyer leader learner lecturer left-hander legend
    legislator lexicographer liberator libertarian librarian librettist lieutenant lifeguard linguist
    litigant lobbyist locksmith lodger logger logician lola lolo longko lonko lookout lover loyalist luger
    lumberjack luthier lyricist machinist magician magistrate magnate mahant maid maidservant mailman man
    manager manageress managers marathoner margrave marksman martyr mason masseur masseuse master matador
    mate mathematician matriarch maulvi mayor mechanic medalist medallist mediator medic medievalist member
    mentor mercenary merchant messenger metalworker meteorologist microbiologist middleman midfielder
    midwife midwives migrant militant militiaman miller milliner millionaire miner minister minstrel
    missionary mistress moderator mogul mom monarch monk mother mother-in-law motorcyclist motorist
    mountaineer mourner mourners muezzin muezzins mukhtar mullah multi-instrumentalist mum mummy munshi
    murderer muse musician musicologist mutineer mystic namesake nan nana nanny narrator nationalist native
    naturalist navigator negotiator neighbor neighbors neighbour neighbours neonatologist nephew nephews
    nephrologist netminder neurologist neuroscientist neurosurgeon newcomer newlywed newscaster newsreader
    nickname niece nieces nobleman nomad nominee nonna novelist novice novitiate nun nuns nurse nutritionist
    oarsman obas obstetrician oceanographer octogenarian offender officer official officials oligarch oma
    omda oncologist onlooker opa operative operator ophthalmologist opponent opposer optician optometrist
    orator orderly organiser organist organist-choirmaster organizer orientalist ornithologist orphan
    orthopaedist outfielder outlaw outsider overlord overseer owner pacer pacifist paediatrician painter
    palaeontologist paleontologist panchayat panelist panellist papa parachutist paralegal paramedic
    paratrooper paratroopers parent parents parishioner parliamentarian participant partisan partner
    passenger passer-by pastor pathologist patient patients patriarch patron patwari peacekeeper peasant
    peddler pedestrian pediatrician pedlar pen-name penpal pensioner percussionist performer perpetrator
    petitioner petitioners pharaoh pharmacist pharmacologist philanthropist philologist philosopher
    phonetician photographer photojournalist physician physicist physiologist physiotherapist pianist
    pilgrim pilot pioneer piper pirate pitcher plaintiff planner planter player playwright plumber poacher
    podcaster poet poetess pole-vaulter policeman policewoman policymaker politician pollster pomologist
    porter portraitist postman postmaster postmistress potter pradhan preacher predecessor presenter
    president priest priestess primatologist princess prioress prisoner prisoners prizewinner prodigy
    producer professor programmer propagandist proponent proprietor prosecutor prospector prostitute
    protagonist protester protestor protégé protégée provost pseudonym psychiatrist psychic psychoanalyst
    psychologist publican publicist publisher pujari pulmonologist pundit pupil puppeteer qadi qari
    quarterback quartermaster queen rabbi racer racewalker radical radiologist raider rancher ranger rapper
    rapporteur realtor rebel receptionist recipient recluse recruit recruiter recruits referee reformer
    reformist refugee refugees regent regidor registrar relative relatives reporter representative
    republican rescuer researcher reservist reservists resident residents respondent restaurateur retailer
    retiree returnee reveller reviewer revolutionary rider rifleman rikishi rival rivals robber roofer room-
    mate roommate rower royal ruler runner runner-up saboteur sachem sadhu sailor saint salesman salesperson
    saleswoman samurai sarpanch saxophonist scholar schoolboy schoolchild schoolchildren schoolfriend
    schoolgirl schoolmaster schoolmate schoolmistress schoolteacher scientist scorer scout screenwriter
    scribe scriptwriter sculptor seafarer seaman seamstress secessionist secretary seer seismologist self-
    advocate seller semifinalist semiotician senator separatist sergeant sergeants servant serviceman
    servicewoman sexton shaman shareholder sheikha shepherd sheriff shipbuilder shipmate shipowner
    shipwright shoemaker shooter shopkeeper shopper shot-putter showman showrunner shrimper sibling siblings
    signatory silversmith singer sinologist sister sister-in-law sisters skateboarder skater skier skipper
    sleeper smuggler sniper snowboarder socialist socialite sociologist soldier soldiers solicitor soloist
    son son-in-law songwriter sons soothsayer sophomore soprano speaker specialist speechwriter spinner
    spokesman spokesperson spokeswoman sportsman sportsperson sportswoman spouse sprinter spy squire
    stablehand stagehand starlet statesman stateswoman statistician statisticians steelworker steeplechaser
    steeplejack stenographer stepbrother stepdaughter stepfather stepmother stepsister stepson steward
    stewardess stonecutter stonemason storyteller stowaway strategist streamer striker student students
    stuntman stylist subcontractor submariner submariners substitute successor sufferer suffragette suitor
    sumo supervisor suppliant supplier supporter surfer surgeon surname surnamed surveyor surveyor- general
    survivor survivors suspect suspects sweeper sweetheart swimmer sword-swallower sympathiser sympathizer
    synchronized tailor tattooist teacher teachers team-mate teammate technician technologist teen teenager
    teenagers teens tehsildar telegrapher teller tenant tenor terrorist theologian theorist therapist thief
    thinker thug tiktoker tiler timekeeper tinker toddler topologist toqui torchbearer tot tourist trader
    traders traditionalist trainee trainees trainer trainspotter traitor translator trapper traveler
    traveller treasurer trekker tribesman trombonist trooper troubadour trucker trumpet-player trumpeter
    trustee tsar tutor tv-host twin twins tycoon typist tyrant umpire uncle undergraduate undertaker
    unionist upholsterer urologist usher usurper valet vandal vendor ventriloquist verger vet veteran
    veterinarian vicar victim victims victor videographer viewer villager villagers vintner violinist
    violist virologist virtuoso visionary visitor viticulturist vizier vlogger vocalist volcanologist
    volcanologists volunteer volunteers voter waiter waitress wali walker wanderer warden warlord warrior
    washerwoman watchmaker watchman wazir weatherman weaver webmaster weightlifter welder whistle-blower
    whistleblower widow widower wife winemaker wing-back winger wingman winner witch witness wizard woman
    women worker workers workman worshiper worshipper wrestler writer yachtsman youngster youth youths
    youtuber zamindar zealot zoologist
""")

# What no person is: before a name they say that it is not one's ("the firm Alun Griffiths", "a trawler, X,").
THINGS = word_set("""
    company companies firm firms village hamlet commune town township suburb
    district ship vessel trawler longliner boat ferry tanker freighter barge yacht frigate corvette
    destroyer cutter icebreaker cruiser schooner submarine carrier warship tug school schools lycée
    orphanage hotel guesthouse restaurant café bar pub shop store supermarket bakery brewery brand brands
    label newspaper daily weekly magazine website broadcaster channel station album song film movie novel
    opera musical ballet record single series programme band orchestra choir team club league hospital
    clinic prison jail street road avenue square park bridge tunnel dam mine airport airfield airbase port
    harbour river stream lake mountain hill island islet atoll reef beach battalion regiment brigade
    movement party alliance coalition militia gang cartel syndicate group outfit organisation organization
    foundation charity union operation exercise storm cyclone typhoon hurricane plant refinery factory mill
    shipyard smelter quarry oilfield gasfield pipeline bank fund insurer airline agency app platform start-
    up startup satellite rocket missile drone horse racehorse stallion mare dog elephant cow bull cat
    shelter camp settlement kibbutz constituency seat consultancy tank joint-venture consortium conglomerate
    publisher festival prize award trophy tournament
""")

# Small words after the name of a person for whom something is named: the Felipe Ángeles airport.
NAMESAKES = word_set("""
    airport airfield airbase base prize award medal trophy cup street road avenue boulevard square park
    bridge stadium arena school university college academy hospital clinic library museum theatre theater
    foundation institute centre center battalion brigade regiment front fronts class frigate ship types type
    brand brands prison barracks camp dam mine port canal tunnel station festival tournament scholarship
    lecture fund estate reserve neighbourhood neighborhood district highway expressway terminal shipyard
    refinery restaurant hotel store stores label team orchestra quartet trio law bill amendment act memorial
    mausoleum
""")
