"""The words and marks by which pages that are no articles give themselves away, in many languages."""

from __future__ import annotations

import re

from clipper.patterns import bytes_pattern, pattern


def says(text: str, hints: tuple[str, ...]) -> bool:
    """Whether one of ``hints`` (lower case) stands in ``text``; without one its pattern is not tried."""
    small = text.lower()
    return any(hint in small for hint in hints)


# Scripts, hosts and names that bot checks load. Many sites load some of them with every page, so a mark
# alone proves nothing: the judge also asks for hardly any text.
CHALLENGE_MARKS = bytes_pattern(
    rb"(?i)_cf_chl_opt|cf-browser-verification|cf_chl_|/cdn-cgi/challenge-platform|cf-turnstile|"
    rb"cf-error-details|"
    rb"captcha-delivery\.com|datadome|px-captcha|_pxAppId|perimeterx|_Incapsula_Resource|"
    rb"incapsula incident|"
    rb"errors\.edgesuite\.net|sec-if-cpt-container|_sec/cp_challenge|akamai|awswaf|gokuProps|ddos-guard|"
    rb"sucuri|kpsdk|distil_|g-recaptcha|hcaptcha|geetest|anubis|vercel security|turnstile|botdetect|radware"
)
CHALLENGE_WORDS = pattern(
    r"just a moment\b|checking (?:if the site connection is secure|your browser)|verif(?:y|"
    r"ying) (?:that )?you are (?:a )?human|"
    r"verify(?:ing)? (?:that )?you(?:'|’)re (?:a )?human|(?:enable|"
    r"activate) javascript and cookies to continue|"
    r"please enable js and disable any ad ?blocker|please enable cookies\. (?:why|sorry|error)|"
    r"why do i have to complete a captcha|"
    r"attention required!|please wait\W+\| cloudflare|ddos protection by|"
    r"access to this page has been denied|press & hold|"
    r"pardon our interruption|are you a robot|making sure you(?:'|’)re not a bot|"
    r"complete the (?:security check|captcha)|"
    r"prove (?:that )?you(?:'|’| a)re (?:not a robot|human)|unusual (?:traffic|activity) from your|"
    r"request unsuccessful\. incapsula|"
    r"incapsula incident id|human verification|security checkpoint|we(?:'|’)ve detected unusual activity|"
    r"performing security verification|one more step|"
    r"bestätigen sie,? dass sie (?:ein mensch|kein roboter)|sicherheitsüberprüfung|vérif(?:iez|"
    r"ication) que vous êtes (?:un )?humain|"
    r"verifi(?:que|car|ca) que (?:usted )?er?es (?:un )?(?:ser )?human[oa]|desli(?:za|ce) (?:el|para)|"
    r"проверка браузера|"
    r"(?:verifique se|confirme que) você é humano|(?:verifica|conferma) di (?:essere umano|non essere un "
    r"robot)|"
    r"bevestig dat je een mens bent|bekräfta att du är (?:en )?människa|slide (?:right )?to (?:complete|"
    r"secure|verify)|"
    r"подтвердите, что вы не робот|"
    r"ロボットではないことを確認|请完成(?:安全)?验证|보안 (?:확인|문자)를",
    re.IGNORECASE,
)
# Every form above has one of these words in it; so for the hints below.
CHALLENGE_HINTS = (
    "just a moment", "checking ", "human", "javascript", "please enable", "captcha", "attention required",
    "cloudflare", "ddos", "access to this page", "press & hold", "pardon our", "robot", "not a bot",
    "security check", "unusual ", "incapsula", "performing security", "one more step", "sie ein mensch",
    "sicherheitsüberprüfung", "desliza", "deslice", "проверка браузера", "mens bent", "människa", "slide ",
    "вы не робот", "ロボットではないことを確認", "请完成", "보안 ",
)  # fmt: skip
BLOCK_NOTICE = pattern(
    r"access denied.{0,120}(?:reference|permission|server|firewall|edgesuite)|you don(?:'|"
    r"’)t have permission to access|"
    r"403 forbidden|error 1020|you have been blocked|your (?:ip|access)(?: address)? (?:has been|is|"
    r"was) (?:blocked|denied|banned|limited)|"
    r"(?:not|un)available (?:in|to|for) (?:your|visitors from|users in|most european|the european|"
    r"readers in) ?\w*|"
    r"unavailable (?:for|due to) legal reasons|\b451\b.{0,40}legal|not available (?:from|"
    r"in) your (?:location|country|region)|"
    r"blocked (?:by|under|pursuant to|in accordance with) (?:an? )?(?:order|court|high court|injunction|"
    r"decision)|"
    r"this (?:web ?site|page|domain) (?:has been|is) (?:blocked|seized)|access to this (?:web ?site|"
    r"page|resource) (?:has been|is) (?:blocked|restricted|denied)|"
    r"sucuri website firewall|request blocked|the requested url was rejected|in ihrem land nicht verfügbar|"
    r"zugriff verweigert|accès refusé|acceso denegado|accesso negato|доступ (?:запрещен|ограничен|"
    r"к .{0,40}ограничен)|"
    r"お住まいの(?:地域|国)では|访问被拒绝|접근이 (?:차단|제한)",
    re.IGNORECASE,
)
CONSENT_HOST = pattern(r"^(?:consent|cmp|privacy|guce|privacymanager|consents)\.", re.IGNORECASE)
CONSENT_WORDS = pattern(
    r"we (?:value|care about|respect) your privacy|your privacy (?:is important|matters|choices)|"
    r"before you continue to|"
    r"we (?:and our|use) (?:\d+ )?(?:\w+ )?(?:partners|vendors|cookies)|our \d* ?partners (?:store|use|"
    r"process|will)|"
    r"store and/or access information|accept (?:all|and continue|cookies)|reject (?:all|non-essential)|"
    r"manage (?:my |your )?(?:options|preferences|choices|cookies|settings)|"
    r"(?:cookie|privacy|consent) (?:settings|preferences|policy|notice)|personali[sz]ed (?:ads|"
    r"advertising)(?: and content)?|withdraw your consent|"
    r"by clicking|legitimate interest|(?:measure|measurement of) (?:ad|ads|audience|content)|"
    r"audience (?:research|insights)|"
    r"wir (?:und unsere|verwenden) (?:\d+ )?(?:partner|cookies)|mit werbung (?:weiterlesen|"
    r"und tracking)|(?:pur|contentpass)[- ]abo|alle akzeptieren|"
    r"zustimmen und weiter|einwilligung (?:jederzeit )?widerrufen|datenschutzeinstellungen|"
    r"einstellungen verwalten|ihre privatsphäre|personenbezogene daten|"
    r"nous et nos (?:\d+ )?partenaires|continuer sans accepter|tout accepter|accepter et (?:continuer|"
    r"fermer)|vos choix|paramétrer|votre vie privée|"
    r"nosotros y nuestros|aceptar (?:todo|y continuar|cookies)|su privacidad|valoramos tu privacidad|"
    r"rechazar todo|configurar cookies|"
    r"noi e i nostri|accetta (?:tutto|e continua)|la tua privacy|rifiuta tutto|utilizziamo i cookie|"
    r"wij en onze|alles accepteren|cookies accepteren|jouw privacy|vi (?:og|och) våra partner|"
    r"godkänn alla|accepter alle|godta alle|"
    r"szanujemy (?:twoją|państwa) prywatność|akceptuję|zgoda na|nasi partnerzy|usamos cookies|"
    r"aceitar (?:todos|tudo)|a sua privacidade|"
    r"クッキー(?:の使用|を使用)|すべて(?:受け入れる|許可)|プライバシー設定|쿠키를 사용",
    re.IGNORECASE,
)
CONSENT_HINTS = (
    "privacy", "before you continue to", "partner", "vendors", "cookie", "access information", "accept",
    "reject ", "manage ", "consent", "personalised ad", "personalized ad", "by clicking",
    "legitimate interest", "measure", "audience ", "werbung", "-abo", " abo", "akzeptieren",
    "zustimmen", "einwilligung", "einstellungen", "privatsphäre", "personenbezogene", "choix", "paramétrer",
    "vie privée", "nosotros", "aceptar", "privacidad", "rechazar", "noi e i nostri", "accetta", "rifiuta",
    "wij en onze", "godkänn alla", "godta alle", "prywatność", "akceptuję", "zgoda na", "aceitar",
    "クッキー", "すべて", "プライバシー", "쿠키",
)  # fmt: skip
NOT_FOUND = pattern(
    r"^\W*(?:(?:http )?(?:error|fehler|erreur|ошибка|errore)?[\s:#-]*404(?:\W+(?:error|fehler|page|"
    r"seite))?\W*$"
    r"|(?:(?:error|fehler|erreur|errore)?[\s:#-]*404\W+)?(?:(?:oops|uh[- ]oh|sorry|whoops|hmm|oh no|"
    r"we(?:'|’)re sorry|ups)\W+(?:but )?)?"
    r"(?:(?:the |this |that |requested |web ?)*(?:page|story|article|content|url|site|resource|file|"
    r"document|link)(?: (?:you(?:'|’)re|you are|you were|you) "
    r"(?:looking for|requested|trying to reach|seek))?(?: (?:could|can|was|is|has|does|cannot|can(?:'|"
    r"’)t|isn(?:'|’)t|doesn(?:'|’)t|no|not|been|be|longer|could)){0,4}"
    r"\W*(?:not|n(?:'|’)t|be|to be|been|longer)?\W*(?:found|exist|exists|available|there|unavailable|"
    r"removed|deleted|moved)"
    r"|not found|nothing (?:was )?found|nothing here|we (?:can(?:'|’)t|cannot|could not|couldn(?:'|"
    r"’)t) find (?:that|this|the|your) (?:page|story|article).*"
    r"|(?:die |diese )?(?:angeforderte |gesuchte |gewünschte )?(?:seite|artikel|inhalt)(?: (?:wurde|"
    r"konnte|ist|existiert|leider))* nicht (?:gefunden|mehr verfügbar|verfügbar|vorhanden|"
    r"existiert)(?: werden)?"
    r"|(?:cette |la )?page (?:non trouvée|introuvable|inexistante|demandée.{0,40}(?:existe pas|"
    r"introuvable))|(?:la )?página (?:no (?:encontrada|existe|disponible)|não encontrada)"
    r"|(?:pagina|articolo) (?:non trovat[ao]|niet gevonden|nu a fost găsită)|(?:sidan|"
    r"sida) (?:kunde inte hittas|hittades inte|finns inte)|siden (?:finnes ikke|ble ikke funnet|"
    r"blev ikke fundet|findes ikke)"
    r"|sivua ei (?:löydy|löytynyt)|(?:strona|artykuł) nie (?:istnieje|został[ao]? znalezion[ay])|"
    r"nie znaleziono strony|stránka nenalezena|страница не найдена|сторінк[ау] не знайдено"
    r"|sayfa bulunamadı|(?:aradığınız )?sayfa(?:ya)? (?:bulunamadı|ulaşılamıyor)|"
    r"halaman tidak (?:ditemukan|tersedia)|không tìm thấy trang|trang không tồn tại"
    r"|(?:お探しの|指定された)?(?:ページ|記事)(?:が|は)(?:見つかりません|存在しません|ありません|削除).*|"
    r"(?:요청하신 )?페이지를 찾을 수 없습니다.*|"
    r"존재하지 않는 (?:페이지|기사).*|(?:页面|網頁|頁面)(?:不存在|未找到|找不到).*|找不到(?:页面|頁面|"
    r"网页).*"
    r"|الصفحة غير موجودة|لم يتم العثور على الصفحة)\W*$)",
    re.IGNORECASE,
)
NOT_FOUND_HINTS = (
    "404", "found", "exist", "available", "there", "removed", "deleted", "moved", "nothing", "find",
    " nicht ", "trouv", "encontrada", "disponible", "trovat", "gevonden", "găsită", "hitta", "finn", "funne",
    "fundet", "findes", "löy", "nie ", "nenalezena", "найдена", "найдено", "bulunamadı", "ulaşılamıyor",
    "tidak", "không", "見つ", "存在", "ありません", "削除", "찾을", "존재하지", "未找到", "找不到",
    "غير موجودة", "العثور",
)  # fmt: skip
LOGIN_TITLE = pattern(
    r"^\W*(?:please )?(?:log[ -]?in|sign[ -]?in|register|login required|member login|subscriber login|"
    r"your account|"
    r"(?:log|sign) in (?:to|or) .{0,40}|anmelden|einloggen|login|connexion|se connecter|identifiez-vous|"
    r"iniciar sesión|inicia sesión|accedi|"
    r"inloggen|logga in|logg inn|log ind|zaloguj(?: się)?|войти|вход|giriş yap|masuk|đăng nhập|ログイン|"
    r"로그인|로그인(?:이)? 필요.{0,20}|ログインが必要.{0,20}|请先登录.{0,20}|請先登入.{0,20}|"
    r"(?:you must|please) (?:be logged in|log in|sign in)(?: to .{0,40})?|bitte (?:melden sie sich an|"
    r"einloggen).{0,20}|"
    r"(?:debes|debe) iniciar sesión.{0,40}|vous devez (?:être connecté|vous connecter).{0,40}|"
    r"登录|登入)\W*$",
    re.IGNORECASE,
)
PAYWALL_WORDS = pattern(
    r"(?:subscribe|register|sign up|log in|become a member|join)(?: now| today)? (?:to|and) (?:continue|"
    r"keep|read|unlock|access|get)(?: reading)?|"
    r"to (?:continue|keep) reading|to read (?:the (?:full|rest)|this) (?:story|article)|(?:for|only to|"
    r"exclusive to) (?:subscribers|members)(?: only)?|subscribers? only|"
    r"this (?:article|story|content) is (?:for|reserved|only|premium|exclusive)|already a (?:subscriber|"
    r"member)\?|unlock (?:this|the) (?:article|story)|"
    r"you(?:'|’)ve (?:reached|read) (?:your|all)|free articles? (?:left|remaining)|"
    r"start your (?:free )?trial|premium content|"
    r"nur für abonnenten|jetzt (?:weiterlesen|abonnieren|testen)|weiterlesen mit|dieser (?:artikel|"
    r"inhalt) ist (?:exklusiv|nur|kostenpflichtig)|"
    r"plus-artikel|bereits abonnent|mit .{0,12}abo .{0,20}lesen|réservé aux abonnés|abonnez-vous|"
    r"déjà abonné|la suite est réservée|"
    r"(?:exclusivo|solo|sólo) para suscriptores|suscríb(?:ete|ase)|ya eres suscriptor|"
    r"contenuto riservato|abbonati|sei già abbonato|"
    r"exclusivo para assinantes|assine|alleen voor abonnees|word abonnee|for abonnenter|"
    r"kun for abonnenter|bli abonnent|prenumerera|"
    r"tylko dla (?:subskrybentów|prenumeratorów)|статья доступна (?:только )?(?:подписчикам|"
    r"по подписке)|оформите подписку|"
    r"läs(?:a)? vidare|redan prenumerant|logga in för att läsa|les(?:e)? videre|læs(?:e)? videre|allerede "
    r"abonnent|"
    r"lue lisää tilaajana|tilaajille|oletko jo tilaaja|lees verder|al abonnee|czytaj dalej|masz już "
    r"(?:subskrypcję|"
    r"prenumeratę)|para (?:seguir|continuar) (?:leyendo|lendo)|pour lire la suite|per continuare a leggere|"
    r"devamını okumak için|чтобы (?:прочитать|читать) (?:полностью|дальше)|"
    r"会員限定|有料会員|この記事は(?:有料|会員)|続きを読むには|残り\s*[\d,０-９]+\s*文字|付费阅读|订阅后|"
    r"구독(?:하기|자 전용)|유료 (?:회원|기사)",
    re.IGNORECASE,
)
NO_SCRIPT = bytes_pattern(
    rb"(?is)(?:enable|activate|turn on|requires?|need) (?:\w+ ){0,3}javascript|javascript (?:is|must be|"
    rb"has been) (?:\w+ ){0,2}(?:disabled|enabled|required|needed)|"
    rb"doesn(?:'|&#39;|\xe2\x80\x99)t work (?:properly )?without javascript|javascript (?:aktivieren|"
    rb"deaktiviert|d\xc3\xa9sactiv|activer|habilit)"
)
APP_ROOT = bytes_pattern(
    rb"(?is)<(?:div|main)[^>]*\bid=[\"']?(?:root|app|__next|__nuxt|app-root|___gatsby|svelte|main-app|"
    rb"react-root|ember\w*)[\"']?[^>]*>\s*(?:<(?:div|span|svg|img|"
    rb"p)[^>]*>[^<]{0,20}</?\w+>?\s*)?</(?:div|main)>|<app-root[^>]*>\s*</app-root>"
)
LISTING_TYPES = frozenset(
    (
        "CollectionPage",
        "SearchResultsPage",
        "ItemList",
        "ProfilePage",
        "ContactPage",
        "CheckoutPage",
        "QAPage",
        "Product",
    )
)
LISTING_PATH = pattern(
    r"/(?:category|categories|tags?|topics?|themen?|sections?|archives?|authors?|rubrik|rubrique|seccion|"
    r"ressort|page)"
    r"(?:/[^/]+){0,2}/?$",
    re.IGNORECASE,
)
LISTING_TITLE = pattern(
    r"\b(?:archives?|archiv|category|tag|latest (?:news|stories)|all (?:news|stories|articles)|page \d+|"
    r"seite \d+)\b",
    re.IGNORECASE,
)
