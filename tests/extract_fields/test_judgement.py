"""What a page must be to be clipped: every refusal has a page here, and a near miss that passes."""

from __future__ import annotations

import json

import pytest

from clipper.errors import ExtractError
from clipper.extract import extract
from clipper.records import Article

URL = "https://www.example-gazette.com/2024/03/05/harbour-plan"
STORY = (
    "The harbour board approved a plan on Tuesday to deepen the channel by two metres before the end of "
    "next year.",
    "Engineers expect the work to take fourteen months, and the port will stay open to smaller vessels "
    "throughout.",
    "“We have waited a long time for this,” said Marta Quill, who chairs the board and has led it for a "
    "decade.",
    "Fishermen from the northern quay asked for compensation, which the board promised to discuss in April.",
    "The ministry will pay for half of the work, and a loan from the regional bank is to cover what remains.",
)

MORE = tuple(
    f"The {nth} pier was built in {1900 + 7 * n}, and {10 + n} families still live from the boats that "
    f"land {what} there."
    for n, (nth, what) in enumerate(
        zip(
            ("first", "second", "third", "fourth", "fifth", "sixth", "seventh"),
            ("herring", "cod", "crabs", "mussels", "sprats", "eels", "oysters"),
            strict=True,
        )
    )
)


def page(body: str, *, title: str = "Example Gazette", head: str = "") -> bytes:
    head = f"<head><title>{title}</title>{head}</head>"
    return f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'.encode()


def story_page(title: str, *paragraphs: str, head: str = "", after: str = "") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    top = "<header><nav><a href='/'>Home</a></nav></header>"
    body = f"{top}<main><article><h1>{title}</h1>{text}</article></main>{after}"
    return page(body, title=f"{title} | Example Gazette", head=head)


def kind_of(body: bytes, url: str = URL) -> str:
    with pytest.raises(ExtractError) as caught:
        extract(body, url)
    said = str(caught.value)
    assert said[0].isupper()
    assert said.rstrip("”").endswith((".", "URL"))
    assert len(said.split()) > 6
    return caught.value.kind


def passes(body: bytes, url: str = URL) -> Article:
    return extract(body, url)


def test_a_plain_story_passes():
    article = passes(story_page("Harbour board approves deeper channel", *STORY))
    assert article.title == "Harbour board approves deeper channel"
    assert "Marta Quill" in article.text


CHALLENGES = {
    "cloudflare": page(
        '<div class="main-wrapper"><h1>www.example-gazette.com</h1>'
        "<p>Checking if the site connection is secure</p>"
        "<noscript>Enable JavaScript and cookies to continue</noscript></div>"
        "<script>window._cf_chl_opt={cvId:'3',cType:'managed'};</script>",
        title="Just a moment...",
    ),
    "cloudflare block": page(
        '<div id="cf-error-details"><h1>Attention Required!</h1><h2>Why do I have to complete a '
        "CAPTCHA?</h2><p>Completing the CAPTCHA proves you are a human and gives you temporary access to "
        "the web "
        "property.</p></div>",
        title="Attention Required! | Cloudflare",
    ),
    "datadome": page(
        "<p id='cmsg'>Please enable JS and disable any ad blocker</p>"
        "<script src='https://ct.captcha-delivery.com/c.js'></script>",
        title="example-gazette.com",
    ),
    "perimeterx": page(
        "<div id='px-captcha'></div><h1>Access to this page has been denied</h1><p>Press &amp; Hold to "
        "confirm you are "
        "a human (and not a bot).</p>",
        title="Access to this page has been denied.",
    ),
    "imperva": page(
        "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'>Request unsuccessful. Incapsula incident ID: "
        "123-456</iframe>",
        title="",
    ),
    "distil": page(
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us "
        "think you were "
        "a bot. There are a few reasons this might happen: you have disabled cookies.</p>",
        title="Pardon Our Interruption",
    ),
    "robot": page(
        "<section><h2>We've detected unusual activity from your computer network</h2><p>To continue, "
        "please click the "
        "box below to let us know you're not a robot.</p></section>",
        title="Example - Are you a robot?",
    ),
}


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_check_for_robots_is_no_article(name: str):
    assert kind_of(CHALLENGES[name]) == "challenge"


def test_a_story_about_captchas_passes():
    article = passes(
        story_page(
            "Are you a robot? How captchas took over the web",
            "“Just a moment”, says the page, and millions wait. Verifying you are human has become a "
            "ritual of the web.",
            *STORY,
            "Researchers counted the seconds that people lose while a site is checking your browser "
            "before it opens.",
        )
    )
    assert "ritual" in article.text


def test_a_site_behind_a_bot_check_that_lets_the_reader_in_passes():
    script = "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
    assert passes(story_page("A short brief", STORY[0], STORY[1], after=script)).words > 20


CONSENT = {
    "en": page(
        "<h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a "
        "device, such "
        "as cookies, and process personal data for personalised ads and content, ad and content "
        "measurement and audience "
        "research.</p><p>You may accept all or manage options. You can withdraw your consent at any "
        "time.</p>"
        "<button>Accept all</button><button>Reject all</button>",
        title="We value your privacy",
    ),
    "de": page(
        "<h1>Mit Werbung weiterlesen</h1><p>Wir und unsere 211 Partner verarbeiten personenbezogene "
        "Daten, um Inhalte "
        "und Anzeigen zu personalisieren.</p><p>Ihre Einwilligung können Sie jederzeit in den "
        "Datenschutzeinstellungen ändern. Alternativ lesen Sie mit dem PUR-Abo ohne Tracking.</p>"
        "<button>Alle akzeptieren</button>",
        title="Beispielblatt",
    ),
    "fr": page(
        "<h1>Vos choix</h1><p>Nous et nos 120 partenaires utilisons des traceurs pour mesurer "
        "l’audience.</p>"
        "<p>Vous pouvez tout accepter, paramétrer vos choix ou continuer sans accepter.</p>",
        title="Gazette",
    ),
}


@pytest.mark.parametrize("language", CONSENT)
def test_a_cookie_question_is_no_article(language: str):
    assert kind_of(CONSENT[language]) == "consent-wall"


def test_a_consent_host_with_little_text_is_a_consent_wall():
    body = page("<p>Before you continue to the Gazette, choose what we may store.</p>")
    assert kind_of(body, "https://consent.example-gazette.com/v2/collect?session=1") == "consent-wall"


def test_a_story_about_cookies_passes():
    article = passes(
        story_page(
            "The end of the cookie banner",
            "“We value your privacy”, the banners say, and a regulator in Dublin no longer believes them.",
            "From June, sites must show a button to reject all as large as the one to accept all, the "
            "authority said.",
            "Publishers fear for their income from personalised ads and content; readers mostly want the "
            "boxes gone.",
            "A study counted 1,200 banners in nine countries and found that four in five broke at least "
            "one rule.",
        )
    )
    assert "Dublin" in article.text


NOT_FOUND = [
    ("Page not found", "Sorry, the page you are looking for does not exist. Try the search."),
    ("404", "Nothing here."),
    ("Error 404 - Not Found", "The requested URL was not found."),
    (
        "Oops! That page can’t be found.",
        "It looks like nothing was found at this location. Maybe try a search?",
    ),
    ("Seite nicht gefunden", "Die angeforderte Seite existiert leider nicht mehr."),
    ("Page introuvable", "La page demandée n’existe pas."),
    ("Página no encontrada", "Lo sentimos, no hemos encontrado la página."),
    ("Страница не найдена", "Такой страницы нет или она была удалена с сайта навсегда."),
    ("お探しのページは見つかりません", "お探しのページは移動または削除された可能性があります。"),
    ("페이지를 찾을 수 없습니다", "요청하신 페이지가 삭제되었거나 주소가 변경되었습니다."),
    ("Sidan kunde inte hittas", "Vi kunde tyvärr inte hitta sidan du sökte."),
    ("This story is no longer available", "The story you requested has been removed by its publisher."),
]


@pytest.mark.parametrize(("title", "text"), NOT_FOUND)
def test_a_missing_page_served_as_200_is_no_article(title: str, text: str):
    assert kind_of(page(f"<h1>{title}</h1><p>{text}</p>", title=f"{title} | Example Gazette")) == "soft-404"


def test_a_story_headed_page_not_found_passes():
    article = passes(story_page("Page not found", *STORY, *MORE))
    assert article.title == "Page not found"


def test_a_story_about_missing_pages_passes_though_it_is_short():
    text = "Half of the links in court opinions lead nowhere, a study of 12,000 documents found on Monday."
    assert (
        passes(story_page("Page not found: how the courts lose their footnotes", text, STORY[2])).words > 20
    )


PAYWALL_HEAD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour deal",'
    '"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False",'
    '"cssSelector":".paid"}}</script>'
)
OFFER = (
    "<div class='offer'><h2>To continue reading, subscribe now</h2><p>Already a subscriber? Log in</p></div>"
)


def test_a_teaser_with_an_offer_is_refused():
    body = story_page("Harbour deal", STORY[0], STORY[1], head=PAYWALL_HEAD, after=OFFER)
    assert kind_of(body) == "paywall-teaser"


def test_a_teaser_that_breaks_off_is_refused():
    body = story_page(
        "Harbour deal",
        STORY[0],
        "The board, which met behind closed doors until midnight, then …",
        head=PAYWALL_HEAD,
    )
    assert kind_of(body) == "paywall-teaser"


def test_a_long_text_is_no_teaser_whatever_the_page_declares():
    assert passes(story_page("Harbour deal", *STORY, *MORE, head=PAYWALL_HEAD, after=OFFER)).words > 200


def test_a_short_whole_brief_that_is_declared_not_free_passes():
    paid = PAYWALL_HEAD.replace(".paid", ".story")
    lines = "".join(f"<p>{line}</p>" for line in STORY[:3])
    text = f"<main><article><h1>Harbour deal</h1><div class='story'>{lines}</div></article></main>"
    assert passes(page(text, title="Harbour deal", head=paid)).words > 40


def test_a_short_brief_on_a_site_that_sells_subscriptions_passes():
    head = (
        "<header><p>Already a subscriber? Log in. Subscribe to continue reading without limits.</p></header>"
    )
    body = page(
        f"{head}<main><article><h1>Harbour deal</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></article></main>"
    )
    assert passes(body).words > 30


def test_a_shell_that_waits_for_a_script_is_refused():
    body = page(
        "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script "
        "src='/a.js'></script>"
    )
    assert kind_of(body) == "script-shell"


def test_a_shell_that_declares_its_whole_text_is_read_from_the_declaration():
    told = {"@type": "NewsArticle", "headline": "Harbour plan", "articleBody": "\n\n".join((*STORY, *MORE))}
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    article = passes(page("<div id='root'></div><script src='/a.js'></script>", head=head))
    assert article.text.split("\n") == [*STORY, *MORE]
    assert any("JSON-LD" in warning for warning in article.warnings)


def test_an_empty_application_root_is_a_shell_without_a_hint_too():
    assert kind_of(page("<div id='__next'></div><script src='/main.js'></script>")) == "script-shell"


def test_a_story_that_asks_for_scripts_in_a_corner_passes():
    corner = "<noscript>Please enable JavaScript to view the comments.</noscript><div id='app'></div>"
    assert passes(story_page("Harbour board approves deeper channel", *STORY, after=corner)).words > 60


def test_a_login_form_is_no_article():
    fields = "<p>Enter your e-mail address and password.</p><input name='e'><input type='password'>"
    form = f"<h1>Log in</h1><form>{fields}</form>"
    assert kind_of(page(form, title="Log in | Example Gazette")) == "login-wall"


def test_a_story_beside_a_login_form_passes():
    form = "<aside><form><input type='password'></form></aside>"
    assert passes(story_page("Harbour board approves deeper channel", *STORY, after=form)).words > 60


BLOCKED = [
    '<h1>Access Denied</h1><p>You don\'t have permission to access "http://example-gazette.com/" on this '
    "server. Reference #18.5</p>",
    "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this "
    "website from a country "
    "belonging to the European Economic Area and cannot grant you access at this time.</p>",
    "<p>Our website is currently unavailable in most European countries. We are engaged on the issue.</p>",
    "<p>Access to this website has been blocked under an Order of the Higher Court.</p>",
]


@pytest.mark.parametrize("body", BLOCKED)
def test_a_notice_of_a_block_is_no_article(body: str):
    assert kind_of(page(body, title="example-gazette.com")) == "block-notice"


def test_a_story_about_a_blocked_site_passes():
    article = passes(
        story_page(
            "Court orders block of pirate site",
            "Access to this website has been blocked under an Order of the Higher Court, visitors read "
            "since Monday.",
            *STORY,
        )
    )
    assert "Higher Court" in article.text


def test_an_empty_page_is_refused():
    assert kind_of(page("")) == "empty"
    assert kind_of(b"") == "empty"
    assert kind_of(b"   \n\t ") == "empty"
    assert kind_of(page("<p>Menu</p>")) == "empty"


def listing(count: int = 40) -> str:
    items = "".join(
        f"<li><h3><a href='/story/{n}'>Minister number {n} opens new bridge over the river</a></h3></li>"
        for n in range(count)
    )
    return f"<main><h1>Latest</h1><ul>{items}</ul></main>"


def test_a_front_page_is_no_article():
    assert (
        kind_of(page(listing(), title="Example Gazette"), "https://www.example-gazette.com/")
        == "not-an-article"
    )


def test_a_section_page_is_no_article():
    head = '<script type="application/ld+json">{"@type":"CollectionPage","name":"Harbour"}</script>'
    assert (
        kind_of(
            page(listing(), title="Harbour | Example Gazette", head=head),
            "https://www.example-gazette.com/harbour/",
        )
        == "not-an-article"
    )


def test_a_list_of_leads_is_no_article():
    leads = "".join(
        f"<article><h2><a href='/s/{n}'>Story {n}</a></h2><p>{line}</p></article>"
        for n, line in enumerate(MORE)
    )
    head = '<meta property="og:type" content="website"><link rel="next" href="/category/harbour/page/2/">'
    body = page(
        f"<main><h1>Harbour</h1>{leads}</main>", title="Harbour Archives - Example Gazette", head=head
    )
    assert kind_of(body, "https://www.example-gazette.com/category/harbour/") == "not-an-article"


def test_a_story_of_a_small_site_with_linked_headings_beside_it_passes():
    side = "".join(f"<h3><a href='/s/{n}'>Other story {n}</a></h3>" for n in range(8))
    head = '<meta property="og:type" content="website">'
    lines = "".join(f"<p>{line}</p>" for line in STORY)
    body = page(
        f"<main><h1>Board to deepen channel</h1>{lines}</main><div class='side'>{side}</div>", head=head
    )
    assert passes(body).words > 60


def test_a_brief_of_sixty_words_passes():
    words = passes(story_page("Channel to be deepened", STORY[0], STORY[1], STORY[2])).words
    assert 40 <= words <= 70


def test_a_flash_of_one_sentence_passes():
    body = story_page(
        "Quake shakes the harbour", "A strong quake shook the harbour city at dawn on Monday, officials said."
    )
    assert passes(body).text.startswith("A strong quake")


def test_a_story_made_of_many_links_passes():
    linked = "".join(
        f"<p>{line} <a href='/x'>More about the harbour and its board and its many plans here</a></p>"
        for line in STORY
    )
    assert passes(page(f"<main><article><h1>Harbour</h1>{linked}</article></main>")).words > 60
