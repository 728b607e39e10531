"""Pages in the character sets of their days: what is declared is believed before what is likely."""

import pytest

from readouts.archive.pages import pages_in
from readouts.archive.scrapes.charsets import charset_in_header, decoded
from readouts.archive.scrapes.page import open_page

RUSSIAN = "Министр принял сегодня посла. Они говорили о рыболовстве и о зимних дорогах."
ARABIC = "التقى الوزير اليوم سفيرا وتحدثا عن صيد الأسماك وعن طرق الشتاء في الجبال."
CHINESE = "部长今天会见大使。双方谈到渔业和冬季的道路，并交换了意见。"
JAPANESE = "大臣は本日、大使と会談し、漁業と冬の道路について話しました。"
SPANISH = "El señor Núñez recibió ayer a la embajadora y habló de la pesca del próximo año."
LATVIAN = "Ministre šodien tikās ar vēstnieku un runāja par zveju."

SETS = [
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("windows-1256", ARABIC),
    ("iso-8859-6", ARABIC),
    ("gb2312", CHINESE),
    ("gbk", CHINESE),
    ("big5", CHINESE.replace("会见", "會見").replace("双", "雙").replace("谈", "談")
     .replace("渔业", "漁業").replace("换", "換").replace("见", "見").replace("长", "長")),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("iso-2022-jp", JAPANESE),
    ("iso-8859-1", SPANISH),
    ("windows-1257", LATVIAN),
    ("utf-8", CHINESE),
]  # fmt: skip


def lines_of(raw, **told):
    page = open_page(raw, name="page.html", **told)
    return page.lines, page.warnings


@pytest.mark.parametrize(("label", "text"), SETS)
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META http-equiv=Content-Type content='text/html; charset={}'>",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_the_set_that_a_page_declares_is_used(label, text, head):
    page = f"{head.format(label)}<html><body><p>{text}</p></body></html>"
    assert lines_of(page.encode(label)) == ((text,), ())


@pytest.mark.parametrize(("label", "text"), SETS)
def test_the_set_that_a_server_declares_is_used(label, text):
    assert lines_of(f"<p>{text}</p>".encode(label), charset=label) == ((text,), ())


def test_the_server_goes_before_the_page():
    page = f'<meta charset="iso-8859-1"><p>{RUSSIAN}</p>'.encode("koi8-r")
    assert lines_of(page, charset="koi8-r")[0] == (RUSSIAN,)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("windows-1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("windows-1256", ARABIC),
        ("gbk", CHINESE),
        ("shift_jis", JAPANESE),
    ],
)
def test_without_a_declaration_the_likely_set_is_named(label, text):
    read, (warning,) = decoded(text.encode(label))
    assert read == text
    assert "which its letters suggest" in warning


def test_a_page_of_western_europe_is_not_guessed_at():
    read, (warning,) = decoded(SPANISH.encode("latin-1"))
    assert read == SPANISH
    assert "Windows-1252" in warning


def test_a_declaration_that_does_not_fit_is_told():
    page = f'<meta charset="utf-8"><p>{RUSSIAN}</p>'.encode("cp1251")
    read, (warning,) = decoded(page)
    assert RUSSIAN in read
    assert "does not fit the set it declares, utf-8" in warning


def test_russian_that_calls_itself_western_is_not_believed():
    page = f'<meta charset="iso-8859-1"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decoded(page)[0]


@pytest.mark.parametrize("label", ["utf-9", "hex", "rot13", "", "undefined"])
def test_a_declaration_that_nobody_knows_is_none(label):
    page = f'<meta charset="{label}"><p>{SPANISH}</p>'
    assert SPANISH in decoded(page.encode())[0]
    assert SPANISH in decoded(page.encode("latin-1"), charset=label)[0]


def test_utf_8_is_believed_against_a_declaration():
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode()
    assert decoded(page) == (page.decode(), [])


def test_a_broken_sign_does_not_spoil_the_others():
    read, (warning,) = decoded(RUSSIAN.encode() * 3 + b"\xd0")
    assert read == RUSSIAN * 3 + "\ufffd"
    assert "no UTF-8" in warning


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html;charset="GB2312"', "GB2312"),
        ("text/html", ""),
        ("", ""),
    ],
)
def test_a_content_type_states_its_set(header, label):
    assert charset_in_header(header) == label


@pytest.mark.parametrize(
    "told", ['{"charset": "koi8-r"}', '{"content_type": "text/html; charset=koi8-r"}']
)
def test_a_sidecar_may_state_the_set(tmp_path, told):
    (tmp_path / "a.html").write_bytes(RUSSIAN.encode("koi8-r"))
    (tmp_path / "a.html.json").write_text(told)
    (page,) = pages_in([tmp_path])
    assert page.charset == "koi8-r"


def test_a_web_archive_states_the_set_of_each_page(tmp_path):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n" + b"<p>x</p>"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2024-02-01T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(head.encode() + block + b"\r\n\r\n")
    (page,) = pages_in([tmp_path / "a.warc"])
    assert page.charset == "koi8-r"
