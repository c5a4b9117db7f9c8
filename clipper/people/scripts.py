"""Names in scripts without capitals, or beyond the model's letters: Korean, Japanese, Chinese, Cyrillic.

Only names beside a title, or with a known forename, and of a length that names have: a few sure people
rather than many doubtful ones. No model reads these texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clipper.patterns import pattern
from clipper.people.link import Spotted
from clipper.persons import Where

_FAMILIES_KO = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민나진지엄채원천방"
    "현변염추도석설마길표명반왕금"
)
_OFFICES_KO = (
    "대통령|국방부 장관|국방장관|외교부 장관|외교장관|장관|국무총리|총리|국무위원장|위원장"
    "|의원|대표|의장|사령관|총장|청장|지사|시장|교수|회장|대변인|차관|실장|감독|대사|"
    "본부장|원장|씨"
)
_OFFICES_JA = (
    "防衛相|外相|首相|財務相|経産相|官房長官|国防長官|国務長官|長官|大統領|副大統領|国家主"
    "席|総書記|主席|大臣|議長|総裁|幹事長|知事|市長|委員長|議員|教授|社長|会長|報道官|"
    "大使|陸将|海将|空将|幕僚長|司令官|監督|選手|容疑者|被告|氏|さん"
)
_FAMILIES_ZH = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁"
    "邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆"
    "陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文习習"
)
_OFFICES_ZH = (
    "国防部长|國防部長|外交部长|外長|外长|部长|部長|国家主席|主席|总统|總統|总理|總理|总"
    "书记|院长|院長|发言人|發言人|书记|書記|上将|上將|中将|司令员|市长|市長"
)
_FORENAMES_RU = (
    "Владимир|Дмитрий|Сергей|Николай|Михаил|Александр|Алексей|Андрей|Анатолий|Валерий|Виктор|Евгений|Игорь|Иван|Борис"
    "|Геннадий|Олег|Павел|Максим|Константин|Кирилл|Леонид|Юрий|Вячеслав|Василий|Валентина|Мария|Елена|Ольга|Наталья"
    "|Татьяна|Ирина|Анна|Екатерина|Светлана|Галина|Людмила|Рамзан|Рустем|Денис|Илья|Артём|Роман|Станислав|Джо|Дональд"
    "|Володимир|Олександр|Олексій|Андрій|Дмитро|Валерій|Сергій|Микола|Михайло|Ігор|Василь|Віталій|Юрій|Тарас|Ірина"
    "|Нурсултан|Шавкат|Александар|Бойко|Румен|Кирил"
)
_NATIONS_JA = "[米英仏独露元前新副同両各全]|中国|韓国|台湾|日本"
_AFTER_ZH = "[说說表在于於与與和、，。：:是对對将將会會今的]"
_PATRONYMIC = "(?:[А-ЯІЇЄ][а-яёіїє]+(?:вич|вна) )?"
_PATTERNS = {
    "ko": rf"(?<![가-힣])([{_FAMILIES_KO}][가-힣]{{2}}) ?(?={_OFFICES_KO})",
    "ko office": rf" ?({_OFFICES_KO})",
    "ja": rf"(?<![一-龥々])(?!{_NATIONS_JA})([一-龥々]{{3,5}}?)({_OFFICES_JA})",
    "ja west": rf"([ァ-ヴー]{{2,}}(?:[・＝][ァ-ヴー]{{2,}}){{1,2}})(?={_OFFICES_JA})",
    "zh": rf"({_OFFICES_ZH})([{_FAMILIES_ZH}][一-龥]{{1,2}}?)(?={_AFTER_ZH})",
    "ru": rf"\b((?:{_FORENAMES_RU}) {_PATRONYMIC}[А-ЯІЇЄ][а-яёіїє'’-]{{2,}})\b",
}
_KANA = pattern("[ぁ-んァ-ヴ]")
# With what bytes the letters of a script begin in UTF-8: a search for them takes microseconds.
_CYRILLIC, _KOREAN, _CHINESE = bytes((0xD0, 0xD1, 0xD2)), bytes(range(0xEA, 0xEE)), bytes(range(0xE3, 0xEA))
_ANY = _CYRILLIC + _KOREAN + _CHINESE


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled when first met: most archives never need them."""
    return re.compile(_PATTERNS[name])


def spot(text: str, letters: bytes, where: Where, base: int) -> Iterator[Spotted]:
    """The sure names of a text in these scripts; ``letters`` are those of its letters that are beyond ASCII,
    in UTF-8; ``base`` is added to the names' order in the document."""
    if not _holds(letters, _ANY):
        return
    found = [*_titled(text, letters)]
    if _holds(letters, _CYRILLIC):
        found += [(m.start(1), m.end(1), "") for m in _pattern("ru").finditer(text)]
    for start, end, title in sorted(set(found)):
        words = tuple(text[start:end].split(" "))
        yield Spotted(words, where, start, end, base + start, 0.9, title, bool(title))


def _holds(letters: bytes, first_bytes: bytes) -> bool:
    return len(letters.translate(None, first_bytes)) < len(letters)


def _titled(text: str, letters: bytes) -> Iterator[tuple[int, int, str]]:
    for match in _pattern("ko").finditer(text) if _holds(letters, _KOREAN) else ():
        office = _pattern("ko office").match(text, match.end(1))
        yield match.start(1), match.end(1), office.group(1) if office else ""
    if not _holds(letters, _CHINESE):
        return
    if _KANA.search(text):
        for match in _pattern("ja").finditer(text):
            yield match.start(1), match.end(1), match.group(2)
        for match in _pattern("ja west").finditer(text):
            yield match.start(1), match.end(1), ""
    else:
        for match in _pattern("zh").finditer(text):
            yield match.start(2), match.end(2), match.group(1)
