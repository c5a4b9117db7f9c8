"""What is no web page: plain text, e-mail, PDF, feed items. The same cleaner, the same record."""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage

import pytest

from clipper.errors import ExtractError
from clipper.extract import extract
from clipper.extract.item import extract_item

STORY = (
    "The harbour board approved a plan on Tuesday to deepen the channel by two metres before the end of "
    "next year.",
    "Engineers expect the work to take fourteen months, and the port will stay open to smaller vessels "
    "throughout.",
    "“We have waited a long time for this,” said Marta Quill, who chairs the board and has led it for a "
    "decade.",
)


def test_the_first_line_of_a_text_is_its_title():
    article = extract(("Board to deepen channel\n\n" + "\n\n".join(STORY)).encode())
    assert article.title == "Board to deepen channel"
    assert article.text == "\n".join(STORY)
    assert article.layout == "ppp"


def test_a_text_has_no_date_unless_it_declares_one():
    text = (
        "Board to deepen channel\n\nA treaty of 1997-01-01 governs the port.\n\n"
        + STORY[0]
        + "\n\n05:42 20 Apr , 2024\n"
    )
    article = extract(text.encode())
    assert article.published is None
    assert article.page_timestamp == "2024-04-20T05:42"
    assert "05:42" not in article.text


def test_the_site_of_a_text_comes_from_its_address():
    article = extract(("Board\n\n" + STORY[0]).encode(), "https://www.example-gazette.com/a.txt")
    assert article.source.domain == "example-gazette.com"
    assert article.origins["title"] == "first line"


def test_lines_that_were_wrapped_by_hand_are_joined():
    wrapped = (
        "The harbour board approved a plan on Tuesday to deepen\n"
        "the channel by two metres before the end of next year and\n"
        "asked the engineers to begin the work at once, so that it\nis done before the autumn storms.\n"
    )
    article = extract(f"Board to deepen channel\n\n{wrapped}\n\n{STORY[1]}\n".encode())
    assert article.text.split("\n")[0].endswith("before the autumn storms.")
    assert len(article.text.split("\n")) == 2


def test_a_text_in_shift_jis_is_read():
    lines = (
        "防衛指針の見直し",
        "防衛省は二十七日、指針を見直す方針を固めた。",
        "防衛相が会見で明らかにした。",
    )
    text = "\n\n".join(lines)
    article = extract(text.encode("shift_jis"))
    assert article.title == "防衛指針の見直し"
    assert article.language == "ja"


def test_an_empty_text_is_refused_with_a_sentence():
    with pytest.raises(ExtractError, match=r"no text|no story|empty"):
        extract(b"...\n\n---\n")


def mail(*, subject: str, sender: str, text: str = "", markup: str = "", date: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, sender, "desk@example.org"
    message["Date"] = date or "Fri, 27 Sep 2013 10:00:00 +0900"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text or "See the HTML part.")
    if markup:
        message.add_alternative(markup, subtype="html")
    return message.as_bytes()


def test_a_mail_gives_subject_sender_and_date():
    body = mail(
        subject="Fwd: Board to deepen channel", sender="Ann Lee <ann@example.org>", text="\n\n".join(STORY)
    )
    article = extract(body)
    assert (article.title, article.authors) == ("Board to deepen channel", ("Ann Lee",))
    assert article.published == "2013-09-27T10:00:00+09:00"
    assert article.origins["published"] == "mail:Date"
    assert "Marta Quill" in article.text


def test_a_mail_with_only_a_stub_of_text_is_read_from_its_html():
    markup = (
        "<html><body><h1>Board to deepen channel</h1>"
        + "".join(f"<p>{line}</p>" for line in STORY)
        + "</body></html>"
    )
    article = extract(mail(subject="Board to deepen channel", sender="news@example.org", markup=markup))
    assert "Marta Quill" in article.text
    assert article.authors == ()


def test_signatures_and_quote_marks_of_a_mail_go():
    text = "> " + STORY[0] + "\n>\n> " + STORY[1] + "\n\n-- \nAnn Lee\nExample Desk\n"
    article = extract(mail(subject="Board", sender="Ann Lee <ann@example.org>", text=text))
    assert article.text.startswith("The harbour board")
    assert "Example Desk" not in article.text


def test_an_encoded_subject_is_read():
    article = extract(
        mail(subject="Häfen: Ausschuss stimmt zu", sender="Jörg Maß <j@example.org>", text="\n\n".join(STORY))
    )
    assert (article.title, article.authors) == ("Häfen: Ausschuss stimmt zu", ("Jörg Maß",))


def pdf(rows: list[str], *, title: str = "", author: str = "", created: str = "") -> bytes:
    """A PDF as small programs write it: one page, one font, one row a line."""
    pypdf = pytest.importorskip("pypdf")
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width=612, height=792)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    shown = "".join(f"({row}) Tj 0 -14 Td " for row in rows)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 11 Tf 72 720 Td {shown} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    named = {"/Title": title, "/Author": author, "/CreationDate": created}
    writer.add_metadata({key: value for key, value in named.items() if value})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


ROWS = [
    "Board to deepen channel",
    "The harbour board approved a plan on Tuesday to deepen the channel by two",
    "metres before the end of next year, and asked the engineers to begin at once.",
    "Engineers expect the work to take fourteen months, and the port will stay open",
    "to smaller vessels.",
]


def test_a_pdf_gives_paragraphs_and_its_declared_fields():
    body = pdf(ROWS, title="Board to deepen channel", author="Ann Lee", created="D:20130927100000+09'00'")
    article = extract(body)
    assert (article.title, article.authors) == ("Board to deepen channel", ("Ann Lee",))
    assert article.published == "2013-09-27T10:00:00+09:00"
    assert "by two metres before" in article.text
    assert article.origins["title"] == "pdf:Title"


def test_junk_in_the_fields_of_a_pdf_is_not_believed():
    article = extract(pdf(ROWS, title="Microsoft Word - final3.docx", author="administrator"))
    assert (article.title, article.authors) == ("Board to deepen channel", ())
    assert article.published is None


def test_a_damaged_pdf_is_refused_with_a_sentence():
    pytest.importorskip("pypdf")
    with pytest.raises(ExtractError) as caught:
        extract(b"%PDF-1.7\nthis is no PDF")
    assert caught.value.kind in ("pdf-damaged", "empty")


def test_without_its_package_a_pdf_is_answered_with_the_command_that_helps(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ExtractError, match=r"pip install 'clipper\[pdf\]'"):
        extract(b"%PDF-1.7\n")


def test_a_feed_item_keeps_what_the_feed_declares():
    article = extract_item(
        "".join(f"<p>{line}</p>" for line in STORY),
        url="https://example-gazette.com/a",
        title="UPDATE 1-Board to deepen channel",
        published="Fri, 27 Sep 2013 10:00:00 GMT",
        authors=("Ann Lee",),
        source_name="Example Gazette",
    )
    assert (article.title, article.slug) == ("Board to deepen channel", "UPDATE 1-")
    assert article.published == "2013-09-27T10:00:00+00:00"
    assert (article.authors, article.source.name) == (("Ann Lee",), "Example Gazette")
    assert article.text == "\n".join(STORY)


def test_a_feed_item_of_plain_text_keeps_its_lines():
    article = extract_item(
        "\n".join(STORY), url="https://example-gazette.com/a", title="Board to deepen channel"
    )
    assert article.text == "\n".join(STORY)


def test_a_feed_item_without_text_is_refused():
    with pytest.raises(ExtractError, match="Fetch its address"):
        extract_item(" ", url="https://example-gazette.com/a", title="Board")
