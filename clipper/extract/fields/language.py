"""Text -> its language (ISO 639-1), by script and by the small words that no text can do without."""

from __future__ import annotations

import re
from collections import Counter

from clipper.extract.fields.evidence import Evidence
from clipper.extract.fields.found import NOTHING, Found
from clipper.patterns import pattern
from clipper.text import one_line

_SAMPLE = 2000
# The words that make up a quarter of any running text, by language; a few dozen tell them apart.
_WORDS = """
en: the of and to in that is was for on with as it by at from his her he she they have has had are were be
  this not but which who said will would an or its their been after more about
de: der die das und in zu den von mit ist im für auf nicht ein eine sich dem des als auch es an werden aus
  er hat dass sie nach wird bei einer um am sind noch wie einem über so zum haben nur oder aber vor zur
  bis mehr durch
fr: le la les de des du et en un une est que qui dans pour pas sur au par il ce plus sont avec ne se aux a
  été cette ont elle mais ou son sa ses leur nous vous comme d l qu n s c
es: el la los las de del y en que un una es por con para se no su al lo como más pero sus le ha este fue
  sobre entre también desde hasta según esta ya o cuando muy sin años está
it: il lo la i gli le di del della dei delle e in che un una è per con non si da al alla sono ha anche
  come più ma nel nella dal questo ed dopo suo sua stato degli dell l all
pt: o a os as de do da dos das e em que um uma é por com para se não no na ao mais como mas foi pelo pela
  seu sua ou à também nos nas são já está anos sobre entre após até
nl: de het een en van in is dat op te zijn met voor niet die aan er om ook als maar bij uit door naar hij
  ze was over wordt heeft worden nog hebben werd tot dan meer deze geen kan wel
af: die en van in is dat te het met vir nie wat aan om ook op as maar by uit deur na hy sy was oor word
  nog tot meer hierdie kan sê ’n
sv: och i att det som en på är av för den med till inte har de ett om var han från men så vi sig kan hon
  eller efter vid under också där när ska mot blev säger sin mycket
no: og i å det som en på er av for den med til ikke har de et om var han fra men så vi seg kan hun eller
  etter ved også der når skal mot ble sier sin mye jeg bare hva ut
  sa blir etter uten noen noe være nå fram opp havna selv mellom hos flere fikk gjør veldig
da: og i at det som en på er af for den med til ikke har de et om var han fra men så vi sig kan hun eller
  efter ved også der når skal mod blev siger sin meget jeg kun hvad ud bliver
  sagde blev uden nogle noget være nu frem op selv mellem hos flere fik gør meget selvom
is: og í að það sem er á fyrir ekki við um með til var hann en frá því hún af eru þá þetta hafa sé eftir
  kom
fi: ja on ei että se oli hän ovat mutta myös kun kuin joka mukaan ole sen vuoden jos niin tai mitä vain
  nyt sitä ovat kanssa olla jälkeen noin sanoo
pl: i w na z się nie do że jest o to jak po od za przez dla przy tym ale co są był oraz ma który także
  jego tego czy może ich tak już lub które
cs: a v na se je že s z do o k ve to i jako za pro po by od které ale jsou není který bude podle jeho také
  jsem tak až si už být při
sk: a v na sa je že s z do o k vo to i ako za pre po by od ktoré ale sú nie ktorý bude podľa jeho tiež tak
  až si už byť pri
hu: a az és hogy nem is egy ez meg volt de csak már el mint vagy szerint azt ki kell lesz után még van ha
ro: și în de la a cu că nu pe este din o un pentru care mai au fost sau ce prin dar fi sunt după ca s lui
hr: i u je na se da za su od s o a koji kao ne to iz će ali te što bi nije po bio samo koja
sl: in v je na se da za so ki z pri pa po ne kot tudi iz ali bi do še kot bil
ca: el la els les de del i en que un una és per amb no es al com més però han aquest ha dels va també són
tr: ve bir bu da de için ile olarak olan daha çok en gibi kadar sonra ise ancak ne var değil oldu olduğu
  göre tarafından dedi her mi
id: yang dan di dari untuk dengan ini itu pada tidak dalam akan ke juga adalah oleh telah bisa sudah
  karena mereka tersebut ada bahwa saat lebih seperti atau kata kami
vi: và của là các trong có được cho với không người này đã những một tại khi đến về từ để theo sau ở nhiều
  cũng sẽ ra vào năm
sw: ya na wa kwa ni katika la za kuwa hiyo huo cha hilo hayo kama pia baada wakati hivyo bila lakini yake
  huyo alisema huku ili
et: ja on ei et see oli ta mis kui aga ka oma ning kes või välja nii siis olid veel pärast
lt: ir yra kad į su iš tai ne buvo jis kaip dėl bet ar apie nuo po taip už jau dar bus
lv: un ir ka no ar par uz tas bija kas ne arī lai pēc kā vai līdz tā bet jau
zu: ukuthi futhi kanye uma kodwa ngoba lapho kulo lokhu nge ye njengoba emva kwa kanti yize uthe wathi bathi
  lesi leli ukuba abantu nokuthi ngesikhathi kulesi ngaphansi
xh: ukuba kwaye okanye kodwa xa ngoku apho oku kunye nge ukuze uthe le lo abantu emva eli esi nokuba ngexesha
  wathi phantsi ngokutsho kwelo
sq: të dhe në e me për një që është nga nuk se ka si i do më ai u
tl: ang ng sa na mga at ay si ito niya para hindi nang kay
ms: yang dan di untuk dengan ini itu pada tidak dalam akan ke juga adalah oleh telah boleh kerana mereka
  tersebut ada bahawa lebih atau beliau kata
"""
_KNOWN = {
    code: frozenset(words.split())
    for code, words in re.findall(r"^(\w\w): (.*(?:\n  .*)*)", _WORDS, re.MULTILINE)
}
_SCRIPTS = (
    ("ko", pattern("[\uac00-\ud7a3]")),
    ("kana", pattern("[\u3041-\u30fa]")),
    ("han", pattern("[\u4e00-\u9fff]")),
    ("arabic", pattern("[\u0620-\u06d3]")),
    ("cyrillic", pattern("[\u0400-\u04ff]")),
    ("el", pattern("[\u0370-\u03ff]")),
    ("he", pattern("[\u0590-\u05f4]")),
    ("th", pattern("[\u0e01-\u0e5b]")),
    ("hi", pattern("[\u0900-\u097f]")),
    ("bn", pattern("[\u0980-\u09ff]")),
    ("ta", pattern("[\u0b80-\u0bff]")),
    ("te", pattern("[\u0c00-\u0c7f]")),
    ("ka", pattern("[\u10a0-\u10ff]")),
    ("hy", pattern("[\u0531-\u058a]")),
    ("km", pattern("[\u1780-\u17ff]")),
    ("my", pattern("[\u1000-\u109f]")),
    ("am", pattern("[\u1200-\u137f]")),
)
_METAS = ("og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage")
# Codes that pages write and ISO 639-1 does not know or that stand for the same language.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "jp": "ja", "cn": "zh", "kr": "ko", "ua": "uk",
         "gr": "el",
         "cz": "cs", "dk": "da", "se": "sv", "vn": "vi", "si": "sl", "eng": "en", "ger": "de", "deu": "de",
         "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "jpn": "ja", "kor": "ko",
         "zho": "zh",
         "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es"}  # fmt: skip


def detect(text: str) -> str:
    """The language of ``text`` as ISO 639-1, or "" when it is too short or none of those known here."""
    sample = text[:_SAMPLE]
    total = sum(map(str.isalpha, sample))
    latin = total - sum(_is_far(letter) and letter.isalpha() for letter in sample)
    if total < 12:
        return ""
    if latin * 10 >= total * 9:
        return _by_words(sample)
    letters = Counter({script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS})
    if letters["ko"] * 3 > total:
        return "ko"
    if (letters["kana"] + letters["han"]) * 3 > total:
        return "ja" if letters["kana"] * 12 > letters["han"] else "zh"
    script, size = letters.most_common(1)[0]
    if max(size, latin) * 2 < total:
        return ""
    if latin > size:
        return _by_words(sample)
    return {"arabic": _arabic, "cyrillic": _cyrillic}.get(script, lambda _: script)(sample)


def _is_far(letter: str) -> bool:
    """Whether a character lies outside the blocks of Latin letters."""
    return letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff"


def _arabic(text: str) -> str:
    if re.search("[ٹڈڑںےہ]", text):
        return "ur"
    return "fa" if len(re.findall("[پچژگی]", text)) * 25 > len(text) else "ar"


def _cyrillic(text: str) -> str:
    counts = Counter(text.lower())
    if counts["ї"] + counts["є"] + counts["ґ"] and counts["ы"] * 3 < counts["і"] + counts["ї"]:
        return "uk"
    if counts["ў"] > 1 and counts["і"]:
        return "be"
    if counts["ј"] + counts["љ"] + counts["њ"] + counts["ћ"] + counts["ђ"] > 2:
        return "mk" if counts["ѓ"] + counts["ќ"] + counts["ѕ"] else "sr"
    if counts["қ"] + counts["ғ"] + counts["ң"] > 2:
        return "kk"
    if counts["ы"] + counts["э"] + counts["ё"]:
        return "ru"
    return "bg" if counts["ъ"] * 60 > len(text) else "ru"


def _by_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:’n)?", text.lower())
    if len(words) < 4:
        return ""
    counts = Counter(words)
    scores = Counter(
        {code: sum(counts[word] for word in known & counts.keys()) for code, known in _KNOWN.items()}
    )
    best, hits = scores.most_common(1)[0]
    # A quarter of running text is small words; a list of names has hardly any.
    return best if hits * 12 >= len(words) and hits >= 2 else ""


def declared_language(evidence: Evidence) -> Found:
    """The language that the page declares: the html element, then og:locale and its kind, then JSON-LD."""
    document = evidence.document
    said = [(document.language or "", "html:lang")]
    said += [(document.first(name), f"meta:{name}") for name in _METAS]
    said += [(str(node.get("inLanguage") or ""), "json-ld:inLanguage") for node in evidence.nodes[:2]]
    for value, origin in said:
        code = primary(value)
        if code:
            return Found(code, origin)
    return NOTHING


def primary(tag: str) -> str:
    """The ISO 639-1 code of a language tag (``en-US``, ``pt_BR``, ``deu``), or ""."""
    first = re.split(r"[-_,;\s]", one_line(tag).lower())[0]
    code = _SAME.get(first, first)
    return code if re.fullmatch(r"[a-z]{2}", code) and code != "xx" else ""


def find_language(declared: Found, text: str) -> Found:
    """The language of the story: as declared, unless the text is plainly in another one.

    Templates declare ``en`` for pages in any language; a text speaks for itself.
    """
    spoken = detect(text)
    if not spoken:
        return NOTHING if _is_absent(declared.value, text) else declared
    if spoken == declared.value:
        return declared
    if not declared.value:
        return Found(spoken, "text")
    return Found(spoken, "text") if _plainly(spoken, declared.value, text) else declared


def _is_absent(code: str, text: str) -> bool:
    """Whether a text of some length has next to none of the small words of the declared language."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    return (
        code in _KNOWN and len(words) >= 60 and sum(word in _KNOWN[code] for word in words) * 20 < len(words)
    )


def _plainly(spoken: str, declared: str, text: str) -> bool:
    if spoken not in _KNOWN or declared not in _KNOWN:
        # Another script speaks for itself; for a language without a word list the declaration stands.
        return (spoken in _KNOWN) != (declared in _KNOWN) and (declared in _KNOWN or not _is_latin(declared))
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    here, there = (sum(word in _KNOWN[code] for word in words) for code in (spoken, declared))
    return len(words) >= 20 and here > 1.5 * there + 4


def _is_latin(code: str) -> bool:
    return code not in _FOREIGN_SCRIPTS


_FOREIGN_SCRIPTS = frozenset(
    re.findall(r"\w+", "ja zh ko ar fa ur he ru uk be bg sr mk kk el th hi bn ta te ka hy km my am")
)
