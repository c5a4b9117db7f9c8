"""A byline as printed -> the names in it: people first, with roles, places, addresses and desks taken off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clipper.extract.fields.agencies import AGENCIES, agency
from clipper.patterns import pattern
from clipper.text import folded, one_line

# Words before the first name of a byline. Longer forms first, so that "Written by" leaves nothing behind.
_LEAD_WORDS = (
    r"(?:(?:story|text|words|report|reporting|analysis|opinion|comment|commentary|column|interview|"
    r"review|essay|"
    r"guest essay|guest post|guest column|article|written|posted|published|compiled|reported|created|"
    r"submitted|"
    r"contributed|authored|presented|edited|reviewed|updated|produced|translated)"
    r"(?:\s+and\s+(?:photos?|video|photographs|illustrations))?\s+by"
    r"|(?:ein\s+)?(?:kommentar|gastbeitrag|gastkommentar|analyse|bericht|interview|essay|kolumne|protokoll|"
    r"reportage|text|eine\s+analyse|eine\s+kolumne|ein\s+bericht|beitrag|artikel|autor|redaktion)\s+von"
    r"|(?:propos\s+recueillis|publié|écrit|article|texte|rédigé|analyse|chronique|enquête)\s+par"
    r"|(?:escrito|publicado|texto|redactado|informa)\s+por"
    r"|(?:a\s+cura|scritto|articolo|testo)\s+d[ia]|door\s+onze\s+\w+|geschreven\s+door|tekst|napisał[a]?|"
    r"автор(?:ы)?|текст|yazan|haber|penulis|oleh|reporter|editor|"
    r"authors?|autor(?:in)?/autor(?:in)?|autor(?:en|in|es|a|i)?|auteurs?|autore|autori|auteur(?:e|es)?|"
    r"writer|journalist|text|words|"
    r"by|von|vom|par|por|de|di|da|door|av|af|od|przez|от|від|tác giả|reported)"
)
_LEAD = pattern(rf"^(?:[\s•·|/–—-]*(?:{_LEAD_WORDS})(?:\s*[:：]\s*|\s+|\xa0))+", re.IGNORECASE)
_GLUED_LEAD = pattern(r"^(?:By|Von|von|Par|by)(?=[A-ZÀ-ÞА-Я])(?![A-Z]{2})")
_CJK_LEAD = pattern(
    r"^(?:文|取材・文|執筆|聞き手|記者|記者会見|作者|撰文|编辑|責任編集|글|취재|기자)\s*[=＝:：・／/ ]\s*"
)
_CJK_TAIL = pattern(
    r"\s*(?:【[^】]*】|（[^）]*）|\([^)]*\)|(?:編集委員|論説委員|特派員|支局長|記者|通信员|特约记者|记者|"
    r"編集長|"
    r"선임기자|전문기자|수습기자|인턴기자|객원기자|특파원|논설위원|편집위원|기자|앵커))\s*$"
)
_TAIL_WORDS = pattern(
    r"(?<=\w)\s+(?:(?:Last )?Updated|Published|Posted|Twitter|Today|Follow|Share|E-?mail|Facebook|"
    r"Instagram|LinkedIn|View|Read|See|Folgen|Aktualisiert|Seguir|Suivre)\b.*$"
)
_PICTURES = pattern(
    r"^\W*(?:photos?|images?|pictures?|video|illustrations?|graphics?|foto|fotos|bild|bilder)\b\s*(?:by|:|"
    r"von|par|de|credit)",
    re.IGNORECASE,
)
# "Jane Roe DoD News, Defense Media Activity": the house follows the name without a comma.
_TRAILING_HOUSE = pattern(
    r"^((?:[^\W\d_][\w.'’-]*\s+){1,3}[^\W\d_][\w.'’-]*)\s+(?:DoD News|DOD News|American Forces Press Service|"
    r"Defense Media Activity|(?:The )?Associated Press|AP|Reuters|AFP|dpa|Bloomberg|Kyodo(?: News)?|Stars "
    r"and Stripes|"
    r"Defense News|Air Force News|Army News Service|Navy News)\b.*$"
)
_PARENTHESES = pattern(r"\s*[\(\[（【{<][^()\[\]（）【】{}<>]{0,60}[\)\]）】}>]")
_ADDRESS = pattern(r"\S+@\S+|https?://\S+|www\.\S+|(?<!\w)@\w+")
_DATE_TAIL = pattern(
    r"\s*[,|·•–—-]*\s*(?:\b(?:published|posted|updated|on|am|vom|le|el|il|op|stand)\b[:\s]*)?"
    r"(?:\d{1,2}[./ -]\s*(?:\d{1,2}[./ -]|[^\W\d_]{3,12}\.?,?\s)\s*\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}:\d{2}).*$",
    re.IGNORECASE,
)
_DATE_HEAD = pattern(
    r"^\s*(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})\s*(?:um|at|,|-|\|"
    r")?\s*(?:\d{1,2}[:.h]\d{2})?\s*(?:Uhr)?"
)
_AND = (
    r"and|und|et|y|e|i|og|och|en|ja|ve|dan|и|та|і|και|és|si|și|a|&|＆|\+|with|mit|avec|con|med|"
    r"en collaboration avec"
)
_SPLIT = pattern(
    rf"\s*(?:[;|•·/／、，؛،]|\s[–—-]\s|,(?=\s*(?:{_AND})\s)|,)\s*(?:(?:{_AND})\s+(?=\S))?|"
    rf"\s+(?:{_AND})\s+(?=\S)",
    re.IGNORECASE,
)
_HONORIFIC = pattern(
    r"^(?:(?:mr|mrs|ms|miss|sir|dame|rev|fr|hon|herr|frau|m|mme|sr|sra|don|doña|sig|"
    r"gen|lt|maj|brig|col|capt|cmdr|cdr|adm|rear adm|vice adm|(?:sgt|sergeant)\.? (?:1st|first) class|sgt|"
    r"staff sgt|tech sgt|master sgt|cpl|pvt|"
    r"pfc|spc|"
    r"lance cpl|ens|po[123]|pilot officer|airman|senior airman|airman 1st class|airman first class|"
    r"petty officer(?: (?:1st|2nd|3rd|first|second|third) class)?|chief petty officer|seaman|"
    r"mass communication specialist(?: (?:1st|2nd|3rd|first|second|third) class| seaman)?|"
    r"(?:u\.?s\.? )?(?:army|navy|air force|marine corps|coast guard)|spokesman|ltjg|mc[123]|general|"
    r"admiral|"
    r"colonel|major|captain|lieutenant|commander|sergeant|1st|2nd|first|second)\.?\s+)+(?=\S)",
    re.IGNORECASE,
)
_ROLE = pattern(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|editorial|journalists?|columnists?|"
    r"contributors?|"
    r"contributing|producers?|analysts?|anchors?|bureau|desk|director|professor|lecturer|fellow|"
    r"president|chief|"
    r"critic|photographer|specialist|special|senior|freelancer?|intern|head of|deputy|assistant|researcher|"
    r"commentator|presenter|host|public affairs|affairs|command|squadron|wing|brigade|battalion|division|"
    r"redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|journalist(?:in)?|"
    r"chefredakteur(?:in)?|"
    r"volontär(?:in)?|ressortleiter(?:in)?|leiter(?:in)?|redactor[ae]?s?|corresponsal|periodista|"
    r"journaliste|"
    r"envoyée?|rédacteur|rédactrice|correspondante?|giornalista|inviato|corrispondente|redattore|redacteur|"
    r"verslaggever|journalisten|correspondent|journalista|dziennikarka?|redaktor(?:ka)?|"
    r"korespondent(?:ka)?|"
    r"muhabir[i]?|editör[ü]?|wartawan|jurnalis|kontributor|toimittaja|skribent|krönikör|kommentator|"
    r"журналист(?:ка)?|корреспондент|обозреватель|редактор|politiikan|university|universität|université|"
    r"institute)\b",
    re.IGNORECASE,
)
# Words that no person is named by: an outlet, a desk, an agency or a team stands there.
_HOUSE_WORDS = pattern(
    r"\b(?:staff|news|newsroom|newsdesk|desk|team|editors?|editorial|editorial board|board|agency|"
    r"agencies|agencia|"
    r"agenturen|agence|agenzia|press|presse|prensa|media|medien|online|digital|magazine|magazin|"
    r"redaktion(?:en|s)?|"
    r"redaktionsnetzwerk|redacción|redacao|redação|redazione|rédaction|redactie|redaksjonen|redaktionen|"
    r"toimitus|"
    r"redakcja|redakce|redaksi|редакция|haber|haberler|merkezi|ajansı|webdesk|web desk|bureau|service|"
    r"services|"
    r"network|tv|radio|rundfunk|times|post|herald|tribune|gazette|journal|chronicle|observer|zeitung|"
    r"nachrichten|"
    r"tageblatt|kurier|verlag|gmbh|inc|llc|ltd|corp|company|group|foundation|association|institute|"
    r"ministry|"
    r"department|office|university|public affairs|community|contributors?|admin|administrator|webmaster|"
    r"user|guest|"
    r"anonymous|unknown|wire|wires|reports?|correspondents|reporters|authors?|writers?|publisher|"
    r"publishing|"
    r"newspaper|newspapers|courtesy story|nachrichtenagentur|nyhetsbyrå|persbureau|developer|editor|und "
    r"agenturen|"
    r"with agencies|broadcasting|corporation|union)\b"
    r"|新聞|通信|編集部|取材班|デジタル|オンライン|ニュース|通讯社|日报|新闻|记者团|뉴스|신문|일보|편집국|"
    r"연합|디지털",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "les",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "abu",
        "y",
        "e",
        "ter",
        "ten",
        "zu",
        "zum",
        "zur",
        "af",
        "av",
        "und",
        "bint",
        "st",
        "mac",
        "mc",
        "o",
        "d'",
        "ó",
        "ní",
        "nic",
        "ap",
        "san",
        "santa",
        "lo",
        "li",
        "dello",
        "degli",
        "dalla",
    ]
)
_PROSE = pattern(r"[^a-z' -]|\b(?:of|the|and|in|for|to|on|at|with|from|is|are|an?|this|our|your|more|all)\b")
_LEAD_ALONE = frozenset(
    re.findall(r"\w+", "by von vom par por di da de door av af od przez oleh text autor author photo foto")
)
_LONGEST = 60


def house_names(names: Iterable[str]) -> frozenset[str]:
    """The folded forms that the site calls itself by, for telling its own name from a person's."""
    return frozenset(folded(name) for name in names if name.strip())


def split_byline(line: str) -> list[str]:
    """The names of a byline, in order, tidied; parts that are roles, places after a name or addresses go."""
    if _PICTURES.match(line):
        return []
    text = _ADDRESS.sub(" ", _PARENTHESES.sub("", one_line(line)))
    dated = any(map(str.isdecimal, text))
    text = _stripped_lead(_DATE_HEAD.sub("", text) if dated else text)
    text = _DATE_TAIL.sub("", text) if dated else text
    parts = [part for part in map(tidy, _cut(text)) if part]
    if _surname_first(text, parts):
        return [f"{parts[1]} {parts[0]}"]
    return _without_places(parts)


def _cut(text: str) -> list[str]:
    """A line cut at commas, "and" and marks; after "A and B" a comma leads to a place, not to a name."""
    pieces: list[str] = []
    start, joined = 0, False
    for match in [*_SPLIT.finditer(text), None]:
        piece = text[start : match.start() if match else len(text)]
        after_comma = start > 0 and text[:start].rstrip().endswith(",")
        if piece.strip() and not (joined and after_comma and not agency(tidy(piece))):
            pieces.append(piece)
        if match is None:
            break
        joined = joined or bool(re.search(r"\w|&|＆|\+", match[0]))
        start = match.end()
    return pieces


def is_led(line: str) -> bool:
    """Whether a line begins with words that announce a writer ("By", "Von", "Written by")."""
    return bool(
        _LEAD.match(line) or _GLUED_LEAD.match(line) or _CJK_LEAD.match(line) or _CJK_TAIL.search(line)
    )


def _surname_first(text: str, parts: list[str]) -> bool:
    """ "Onodera, Itsunori" is one person; "Lennon, McCartney" cannot be told from it and is rarer."""
    return (
        len(parts) == 2
        and text.count(",") == 1
        and all(len(part.split()) == 1 and part[0].isupper() and part.isalpha() for part in parts)
        and not any(is_house(part, frozenset()) for part in parts)
    )


def _without_places(parts: list[str]) -> list[str]:
    """Drop what follows a full name and is itself no full name: "Seb Dumitru, Lille", "..., PhD"."""
    kept: list[str] = []
    for part in parts:
        if kept and part in ("Jr", "Sr", "II", "III"):
            kept[-1] = f"{kept[-1]} {part}{'.' if part in ('Jr', 'Sr') else ''}"
            continue
        latin = part.isascii() or part[0] < "\u2e80"
        full = kept and (" " in kept[0] or is_house(kept[0], frozenset()))
        if full and latin and " " not in part and folded(part) not in AGENCIES:
            continue
        kept.append(part)
    return kept


def _stripped_lead(text: str) -> str:
    text = _GLUED_LEAD.sub("", text.strip())
    shorter = _LEAD.sub("", text)
    # A name may begin like a lead word: "Di Natale", "De Gaulle". The lead is lower case or followed by
    # more.
    if (
        shorter != text
        and shorter
        and len(shorter.split()) == 1
        and len(text.split()) == 2
        and text[:2] in ("De", "Di")
    ):
        shorter = text
    return _CJK_LEAD.sub("", shorter).strip()


def tidy(name: str) -> str:
    """One name without lead words, ranks, roles and marks around it; "" when nothing is left of it."""
    name = _stripped_lead(_ADDRESS.sub(" ", _PARENTHESES.sub("", one_line(name))))
    name = _TRAILING_HOUSE.sub(r"\1", _TAIL_WORDS.sub("", name))
    name = _CJK_TAIL.sub("", name).strip(" \t,;:|/*•·–—-_\"“”„«»'’‘.")
    name = _HONORIFIC.sub("", name).strip()
    if not name or len(name) > _LONGEST or (_ROLE.search(name) and not _house_with_role(name)):
        return ""
    return _in_case(one_line(name))


def _house_with_role(name: str) -> bool:
    return bool(_HOUSE_WORDS.search(name)) and len(name.split()) <= 3


def _in_case(name: str) -> str:
    """ "STEVE PEOPLES" and "viktor hedlund" as names are written; initials and short forms stay."""
    words = name.split()
    if len(words) < 2 or folded(name) in AGENCIES or _HOUSE_WORDS.search(name):
        return name
    if name.islower() and name.isascii() and not _PROSE.search(name):
        return " ".join(word if word in _PARTICLES else word.capitalize() for word in words)
    shortest = 3 if name.isupper() else 4
    return " ".join(_word_in_case(word, shortest) for word in words)


def _word_in_case(word: str, shortest: int) -> str:
    bare = word.replace("-", "").replace("'", "").replace("’", "")
    if len(bare) < shortest or bare in ("III", "CBE", "OBE", "MBE"):
        return word
    if not bare.isupper() or not bare.isalpha() or not re.search(r"[AEIOUYÀ-ÝАЕЁИОУЫЭЮЯІЇЄ]", bare):
        return word
    word = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), word)


def is_house(name: str, house: frozenset[str]) -> bool:
    """Whether a name is an outlet's, an agency's, a desk's or a placeholder's and not a person's."""
    known = folded(name)
    bare = known.removeprefix("the ")
    if not bare or bare in _LEAD_ALONE or known in AGENCIES or bare in AGENCIES or _HOUSE_WORDS.search(name):
        return True
    if any(mark in name for mark in "@/_\\©#=") or re.search(r"\.\w{2,}$|\d", name):
        return True
    if any(_same_house(bare, own.removeprefix("the ")) or own.upper() in name.split() for own in house):
        return True
    letters = name.replace("-", "").replace(".", "")
    return (
        " " not in name
        and name.isascii()
        and (letters.islower() or (letters.isupper() and len(letters) <= 5))
    )


def _same_house(name: str, own: str) -> bool:
    if not own:
        return False
    squeezed, own_squeezed = name.replace(" ", ""), own.replace(" ", "")
    if squeezed == own_squeezed:
        return True
    # "Howard Stern" may write for Stern: one word of a longer name is no proof.
    alone = " " not in own and " " in name
    if len(own_squeezed) > (7 if alone else 4) and own_squeezed in squeezed:
        return True
    # "Ilanga D" of Ilanga News: nothing but a part of the site's name and an initial.
    words = [word for word in name.split() if len(word) > 1]
    return bool(words) and max(map(len, words)) > 4 and all(word in own_squeezed for word in words)


def is_foreign(name: str, house: frozenset[str]) -> bool:
    """Whether a name is neither the site's own nor a placeholder of its editors."""
    known = folded(name).removeprefix("the ")
    return known in AGENCIES or not (
        _HOUSE_WORDS.search(name) or any(_same_house(known, own.removeprefix("the ")) for own in house)
    )


def is_person(name: str, house: frozenset[str]) -> bool:
    """Whether a tidied name has the form of a person's: few words, capitals where the script has them."""
    if is_house(name, house) or not 2 <= len(name) <= _LONGEST:
        return False
    words = name.split()
    if len(words) > 6:
        return False
    cased = [word for word in words if word[0].isalpha() and word[0].lower() != word[0].upper()]
    small = [
        w for w in cased if w[0].islower() and w.lower() not in _PARTICLES and not re.match(r"[dl]['’]", w)
    ]
    return not small


def written_once(name: str) -> str:
    """An organisation's name on one line, without the words that lead to it."""
    return _stripped_lead(one_line(name))
