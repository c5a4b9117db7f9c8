"""Text -> the language it is written in, as far as finding people needs to know it.

The model is trained on English. Elsewhere capitals mean other things (German nouns), so that only names
with a known forename or a title are believed: better a person missed than a noun made one.
"""

from __future__ import annotations

from collections import Counter

from clipper.people.link import Group
from clipper.people.names import forenames
from clipper.people.sheet import Sheet
from clipper.people.words import FOREIGN_WORDS, ORG_WORDS, PARTICLES, is_initial

_SAMPLE = 600
_LEAST_WORDS = 12
_LEAST_SHARE = 0.06
# Small words that only one language, or few, use often.
_MARKERS = {
    "en": "the of and to in is was that for on with as at by said his from have are he it will be not an",
    "de": "der die das und ist nicht mit von den dem ein eine auf für sich im zu des auch wird sagte",
    "fr": "le la les des et est dans une du pour que qui sur au par il ne pas avec ce été",
    "es": "el la los las de que en y por con una para se del al es su lo como fue",
    "it": "il la di che e per un una della con del le non è sono ha nel alla anche si",
    "pt": "o a de que e do da em um uma para os com não no na por mais foi dos",
    "nl": "de het een van en in is dat op te zijn voor met niet aan er werd ook naar bij",
    "sv": "och att det som en på är av för med till den har inte om ett var sade från de",
    "no": "og i det som på er av for med til den har ikke om et var sa fra de at",
    "pl": "w i na z do nie się to że jest o jak po przez od za dla oraz ale być",
    "cs": "a v na se je že s z do to o k ve pro jako za by ale podle které",
    "hu": "a az és hogy nem is egy ez volt meg azt csak de mint már ki el szerint",
    "tr": "ve bir bu için da de ile olarak çok daha en gibi sonra kadar olan dedi",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan oleh ke juga kata",
    "vi": "của và là có trong cho được với các một không người những này đã",
    "ro": "și în de la a cu pe că nu din o pentru este un care mai",
    "fi": "ja on ei että se oli hän mutta kun myös ovat joka sanoi mukaan",
}


def guess(sheet: Sheet, declared: str | None) -> str:
    """The ISO 639-1 code of a text: declared, else by its small words.

    It is "en" where too little tells and "und" for a language that is none of these.
    """
    if declared:
        return declared[:2].lower()
    small = Counter(word for word in sheet.tokens.lower[:_SAMPLE] if word.isalpha())
    if sum(small.values()) < _LEAST_WORDS:
        return "en"
    totals = {code: sum(small[word] for word in words.split()) for code, words in _MARKERS.items()}
    best = max(totals, key=lambda code: (totals[code], code == "en"))
    if totals[best] < _LEAST_SHARE * sum(small.values()):
        return "und"
    return best if totals[best] > totals["en"] * 1.2 else "en"


def believable(group: Group) -> bool:
    """Whether a group of a text in another language than English has more to show than its capitals."""
    words = [word.lower() for word in group.longest.words]
    if (
        len(words) < 2
        or not ORG_WORDS.isdisjoint(words)
        or words[0] in FOREIGN_WORDS
        or words[0] in PARTICLES
    ):
        return False
    known = words[0] in forenames() or words[0].partition("-")[0] in forenames()
    return known or is_initial(group.longest.words[0]) or any(m.titled for m in group.mentions)
