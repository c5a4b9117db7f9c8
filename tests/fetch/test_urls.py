"""The one key of an address: what must be equal is, what must differ does, and no text makes it raise."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clipper.urls import absolute, is_front_page, is_url, normal_key, registered_domain

STORY = "https://news.example.org/2013/09/27/uav-plan"

SAME = [
    "http://news.example.org/2013/09/27/uav-plan",
    "HTTPS://News.Example.ORG/2013/09/27/uav-plan/",
    "https://www.news.example.org:443/2013/09/27/uav-plan",
    "http://news.example.org:80//2013/09/./27/x/../uav-plan",
    "https://news.example.org./2013/09/27/uav-plan#comments",
    "https://news.example.org/2013/09/27/uav-plan?utm_source=x&amp;utm_medium=rss&mc_cid=1&mc_eid=2",
    "https://news.example.org/2013/09/27/uav-plan?fbclid=abc&gclid=1&ref=home&at_campaign=rss",
    "https://news.example.org/2013/09/27/uav-plan/amp/",
    "https://news.example.org/2013/09/27/uav-plan/amp/?print=1",
    "https://news.example.org/amp/2013/09/27/uav-plan",
    "https://amp.news.example.org/2013/09/27/uav-plan?amp",
    "https://m.news.example.org/2013/09/27/uav-plan?outputType=amp",
    "https://news.example.org/2013/09/27/uav-plan/print/",
    "https://news.example.org/2013/09/27/uav%2Dplan/index.html",
    "https://news.example.org/2013/09/27/uav-plan;jsessionid=0A1B?replytocom=77",
    "https://news-example-org.cdn.ampproject.org/c/s/news.example.org/2013/09/27/uav-plan/amp",
    "https://www.google.com/amp/s/news.example.org/2013/09/27/uav-plan",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example.org%2F2013%2F09%2F27%2Fuav-plan&usg=A",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.org%2F2013%2F09%2F27%2Fuav-plan&h=A",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example.org%2F2013%2F09%2F27%2Fuav-plan",
    "https://urldefense.com/v3/__https://news.example.org/2013/09/27/uav-plan__;!!abc$",
    "  https://news.example.org/2013/09/27/uav-plan\n",
]


@pytest.mark.parametrize("variant", SAME)
def test_one_story_has_one_key_under_all_its_spellings(variant: str) -> None:
    assert normal_key(variant) == normal_key(STORY) == STORY


DIFFERENT = [
    ("https://a.example/view.asp?1234", "https://a.example/view.asp?1235"),
    ("https://a.example/read?cid=55", "https://a.example/read?cid=56"),
    ("https://a.example/read?uid=3", "https://a.example/read?uid=4"),
    ("https://a.example/read?references=4", "https://a.example/read?references=5"),
    ("https://a.example/item?ref=10023", "https://a.example/item?ref=10024"),
    ("https://a.example/story?lang=en", "https://a.example/story?lang=fr"),
    ("https://a.example/story?page=1", "https://a.example/story?page=2"),
    ("https://a.example/Story", "https://a.example/story"),
    ("https://a.example:8080/x", "https://a.example/x"),
    ("https://one.blog.example/x", "https://two.blog.example/x"),
    ("https://cache.example/https://a.example/1", "https://cache.example/https://a.example/2"),
    ("https://amp.co.uk/x", "https://mobile.co.uk/x"),
    ("https://a.example/a%2Fb", "https://a.example/a/b"),
    ("https://www.army.mil/article/1234/x", "https://www.army.mil/article/12345/x"),
    ("https://agency.gov/article/1234/", "https://agency.gov/fr/article/1234/"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_stories_keep_two_keys(one: str, other: str) -> None:
    assert normal_key(one) != normal_key(other)


def test_a_military_story_is_known_by_its_number_under_every_path() -> None:
    paths = [
        "https://www.defense.gov/News/Speeches/Speech-View/Article/606641/a-title/",
        "http://dod.defense.gov/News/Speeches/Speech/Article/606641",
        "https://www.war.gov/News/Speeches/Speech/Article/606641/another-title/",
    ]
    assert {normal_key(path) for path in paths} == {"https://defense.gov/Article/606641"}
    local = "https://www.pacom.mil/Media/News/News-Article-View/Article/564051/some-slug/"
    assert normal_key(local) == "https://pacom.mil/Article/564051"


def test_the_order_of_parameters_and_the_case_of_escapes_make_no_difference() -> None:
    one = normal_key("https://a.example/caf%c3%a9?b=2&a=%e2%82%ac")
    assert (
        one == normal_key("https://a.example/café?a=€&b=2") == "https://a.example/caf%C3%A9?a=%E2%82%AC&b=2"
    )


def test_a_host_in_another_script_equals_its_ascii_form() -> None:
    assert normal_key("https://bücher.example/a") == normal_key("https://xn--bcher-kva.example/a")


addresses = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTP://", "ftp://", "//", "", "http:/", "https://www."]),
    st.text(st.sampled_from("aB.-:@[]é %1amp"), max_size=20),
    st.text(st.sampled_from("/.aA;=%2F~é&?index.html"), max_size=30),
    st.sampled_from(
        ["", "?", "?a=1&b", "?utm_source=x", "#x", "/amp/print/index.php", "?print=1&%", "%ed%b0%80"]
    ),
    st.text(st.characters(exclude_categories=()), max_size=8),
)
anything = st.one_of(addresses, st.text(st.characters(exclude_categories=()), max_size=60))


@given(anything)
@example("caf\udce9")
@example("ftp://[x]/")
@example("http://[x]/")
@example("http://a\ud800.example/\udce9?\udfff")
@example("http://a.example/%%41B/%/amp/print//index.html/..")
@example("http://a.example:99999/")
@example("http://a.example:x/")
@example("http://\uff0e/")
def test_no_text_makes_the_key_raise_and_a_key_is_its_own_key(text: str) -> None:
    key = normal_key(text)
    assert normal_key(key) == key
    assert key.encode() is not None
    registered_domain(text)
    is_url(text)


@given(anything, anything)
@example("https://a.example/", "http://[")
@example("http://[", "b")
def test_no_pair_of_texts_makes_absolute_raise(base: str, href: str) -> None:
    joined = absolute(base, href)
    assert joined == "" or is_url(joined)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.example.co.uk/a", "example.co.uk"),
        ("http://www.example.com", "example.com"),
        ("https://english.a.example.co.kr:8080/x", "example.co.kr"),
        ("https://my.blogspot.com/2013/x.html", "my.blogspot.com"),
        ("https://www.pacom.mil/x", "pacom.mil"),
        ("http://127.0.0.1:8000/x", "127.0.0.1"),
        ("http://[::1]/x", "::1"),
        ("http://localhost/x", "localhost"),
        ("http://a.b.unknownsuffix/x", "b.unknownsuffix"),
        ("no address", ""),
    ],
)
def test_the_registered_domain_names_the_site(url: str, domain: str) -> None:
    assert registered_domain(url) == domain


def test_a_front_page_is_told_from_a_story() -> None:
    assert is_front_page("https://www.a.example/?utm_source=x")
    assert is_front_page("https://a.example/index.html")
    assert not is_front_page("https://a.example/?p=123")
    assert not is_front_page("https://a.example/story")
    assert not is_front_page("no address")


def test_references_on_a_page_become_absolute_or_nothing() -> None:
    base = "https://a.example/news/today/"
    assert absolute(base, "../x") == "https://a.example/news/x"
    assert absolute(base, "//b.example/y") == "https://b.example/y"
    assert absolute(base, " story ") == "https://a.example/news/today/story"
    assert [absolute(base, href) for href in ("mailto:a@b.example", "javascript:void(0)", "http://[x")] == [
        ""
    ] * 3


def test_only_web_addresses_are_addresses() -> None:
    assert is_url("http://a.example")
    assert is_url(" HTTPS://a.example/x ")
    for text in ("", "a.example", "ftp://a.example", "http://", "http:///x", "C:\\x", "http://a b/"):
        assert not is_url(text)


def test_the_key_costs_no_heavy_import() -> None:
    code = "import sys; from clipper.urls import normal_key; normal_key('https://www.a.example/x?b=1')\n"
    code += "print([m for m in ('courlan', 'tld', 'requests', 'urllib3', 'lxml') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
