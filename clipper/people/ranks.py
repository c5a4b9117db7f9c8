"""Ranks of forces and police, and a few offices: short forms, and those of other languages, in lower case.

words.py holds them among the titles; introduced.py asks after which of them a lone word is a person.
"""

from __future__ import annotations

from clipper.people.kinds import word_set

# Short forms and whole words that name nothing but a rank.
_SHORT = word_set("""
    lgen jamadar
    ssg sfc sgm csm 1sg pfc spc cpt ltc ltg bgen mgen
    ltgen ltcol ltjg rdml radm vadm lcdr cdr commo gysgt mgysgt sgtmaj lcpl smsgt cmsgt a1c amn cwo2
    cwo3 cwo4 cwo5 cw2 cw3 cw4 cw5 wo1 wo2 po1 po2 po3 cpo scpo mcpo hm1 hm2 hm3 bm1 bm2 bm3 mk1 mk2 mk3 gm1
    gm2 et1 et2 it1 it2 bdr lbdr gnr spr tpr rfn gdsm cfn csgt ldr cdre cmdre avm acm rsm swr dfr jwo
    mwo cmde comdt surg pcol pltcol pmaj pcpt pbgen pmgen plt płk ppłk mjr kpt sierż ltn olt hptm kptlt wg
    gp fg l/cpl s/sgt
""")
_LONG = word_set("""
    privates corporals airmen seamen colonels commanders mineman minemen controlman controlmen
    torpedoman torpedomen legalman utilitiesman engineman enginemen steelworker equipmentman
    hospitalman constructionman boatswain's boatswain yeoman gunny aircraftman aircraftwoman aircraftmen
    kingsman artificer loadmaster sublieutenant sowar risaldar dafadar jemadar subedar-major sepoys
    havildars aircrewman ordnanceman machinist's gunner's corpsmen riflemen sappers troopers marinero
    marinheiro capitaine matelot suboficial soldado contraalmirante contralmirante vicealmirante
    subteniente teniente capitán alférez brigadeiro subtenente tenente capitão contra-almirante
    vice-almirante capitão-de-mar-e-guerra capitão-tenente marechal sergent caporal adjudant adjudant-chef
    sergent-chef caporal-chef enseigne contre-amiral vice-amiral colonel-major médecin-chef sergente
    colonnello maresciallo capitano contrammiraglio viceammiraglio luogotenente leutnant oberleutnant
    feldwebel oberfeldwebel hauptfeldwebel stabsfeldwebel oberstabsfeldwebel unteroffizier
    stabsunteroffizier gefreiter obergefreiter hauptgefreiter stabsgefreiter kapitänleutnant
    fregattenkapitän korvettenkapitän oberstarzt oberfähnrich flottillenadmiral konteradmiral vizeadmiral
    bootsmann hauptbootsmann generalløjtnant kontreadmiral orlogskaptajn kommandørkaptajn premierløjtnant
    løytnant kaptein rittmester fenrik sersjant korporal kommandørkaptein generalløytnant brigader
    kommendörkapten överste överstelöjtnant kapten löjtnant fanjunkare flottiljamiral konteramiral
    viceamiral generallöjtnant kenraali eversti everstiluutnantti majuri kapteeni luutnantti vääpeli
    kersantti alikersantti kontra-amiraali vara-amiraali komentaja luitenant luitenant-kolonel kapitein
    kapitein-luitenant kapitein-ter-zee luitenant-ter-zee schout-bij-nacht vice-admiraal wachtmeester
    sergeant-majoor majoor brigadegeneraal generaal-majoor podpułkownik porucznik podporucznik sierżant
    kapral kontradmirał wiceadmirał komandor chorąży plutonowy orgeneral korgeneral tümgeneral tuğgeneral
    yarbay binbaşı yüzbaşı üsteğmen teğmen astsubay oramiral koramiral tümamiral tuğamiral polkovnik
    podpolkovnik praporshchik starshina kolonel-leytenant letjen mayjen brigjen letkol kolonel lettu letda
    serma serka sertu koptu kopda praka pratu laksda laksma laksdya marsda marsma marsdya marsekal jeneral
    leftenan leftenan-kolonel mejar fireman recruit koperal prebet komander kapt fariq aqid muqaddam sarhang
    sartip
""")
# Offices, and short forms of ranks, which begin other names too: Agent Orange.
_OFFICES = word_set("agent advocate moderator rais cr crs hav nk seabee")
RANKS = _SHORT | _LONG | _OFFICES
# Short forms that are something else without their point: Det Norske Veritas.
WITH_POINT = word_set("det. ens. pres. amb. spec. cons. sub.")

# After these, right before it, a lone word is a person.
_NOT_ALONE = word_set("plt wg gp fg surg machinist's gunner's boatswain's fireman recruit")
_SURE = ((_SHORT | _LONG) - _NOT_ALONE) | word_set("""
    colonel lieutenant sergeant corporal brigadier commodore ensign midshipman airman airwoman seaman
    sub-lieutenant havildar naik sepoy subedar col lt sgt cpl pvt maj capt gen adm brig cmdr pte ssgt msgt
    tsgt supt insp cllr senator congressman congresswoman ambassador minister judge justice sen rep gov
    oberst oberstleutnant hauptmann général colonel coronel generale generalmajor generalleutnant
    mr mrs ms brigadegeneral constable superintendent letjen mayjen brigjen letkol laksamana
""")
# The same, where no "the" stands before them, as before a ship: Captain Ochoa, Rear Admiral Ochoa.
_MOSTLY = word_set("""
    doctor professor prof captain major general admiral marshal commander sapper trooper gunner bombardier
    rifleman guardsman fusilier craftsman signaller signalman specialist secretary commandant inspector
    detective private cadet chaplain padre bosun coxswain stoker deckhand quartermaster
""")
_PAIRS = frozenset(
    f"{one} {other}"
    for other, ones in {
        "officer": ("petty", "warrant", "flying", "pilot", "police"),
        "chief": ("senior", "master"),
        "leader": ("squadron",),
    }.items()
    for one in ones
)
# Offices in capitals: MP Ochoa, SSP Ochoa.
_LETTERS = word_set("mp mep mla mna mpa dig ig adg dgp igp ssp dsp asp dcp acp sho asi")


def is_rank(before: str, *, named: bool) -> bool:
    """Whether a lone word right after this word (lower case, no point) is a person; ``named`` says that "the"
    stands before the rank, as before a ship that bears a name and rank."""
    last = before.rpartition("-")[2]
    return last in _SURE or (last in _MOSTLY and not named)


def is_pair(one: str, other: str) -> bool:
    """Whether two words are a rank after which a lone word is a person: Petty Officer, Squadron Leader."""
    return f"{one} {other}" in _PAIRS


def is_in_letters(word: str) -> bool:
    """Whether a word is an office in capitals: MP, DIG."""
    return word.isupper() and word.lower() in _LETTERS
