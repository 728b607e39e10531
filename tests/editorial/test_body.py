"""The body: any markup comes down to one canonical form of a small set of HTML."""

import html
import re
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readouts.editorial import body

TAGS = re.findall(
    r"\S+",
    "p div b strong i em u a ul ol li blockquote br table tr td th h2 span o:p script style "
    "title xml pre section img svg plaintext textarea select font",
)
ATTRIBUTES = (
    ' onclick="steal()"',
    ' href="https://readouts.example/a?b=1&amp;c=2"',
    ' href="javascript:alert(1)"',
    ' href="JaVaScRiPt:alert(1)"',
    ' href=" java\tscript:alert(1)"',
    ' href="data:text/html,x"',
    ' href="/relative"',
    ' style="mso-bidi: x"',
    ' class="MsoNormal"',
)
tags = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "/"]),
    st.sampled_from(TAGS),
    st.sampled_from(["", *ATTRIBUTES]),
)
words = st.text(alphabet="ab <>&'\"\u00a0\n\t\x85éش\x00\uffff", max_size=6)
oddities = st.sampled_from(
    ["<!--", "-->", "<![endif]>", "<?xml version='1.0'?>", "&#1;", "&#xFFFF;"]
)
soup = st.lists(st.one_of(tags, words, oddities), max_size=25).map("".join)
many = settings(max_examples=300)


def is_canonical(markup: str) -> bool:
    once = body.blocks(markup)
    return body.blocks(body.markup_of(once)) == once


def test_every_white_space_but_the_plain_one_needs_the_parser():
    spaces = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()]
    assert [sign for sign in spaces if body.is_plain_text(f"a{sign}b")] == [" "]
    for text in ("", " a", "a ", "a  b"):
        assert not body.is_plain_text(text)


@many
@given(soup)
@example("<a href='https://a.example'><p>a</p></a>")
@example("<p><li>x</li></p>")
@example("<ul>loose<ul><li>deep</li></ul></ul>")
@example("<blockquote>" * 40 + "deep" + "</blockquote>" * 40 + "after")
@example("<ul><li>" * 40 + "deep")
@example("<p>a <b> </b> b</p>")
@example("\uffff&#xFFFF;")
def test_soup_is_canonical_at_once(markup):
    assert is_canonical(markup)


@many
@given(st.text())
def test_text_is_canonical_at_once(text):
    assert is_canonical(text)


@many
@given(soup)
def test_only_the_small_set_comes_through(markup):
    written = body.canonical(markup)
    for tag, attributes in re.findall(r"<\s*/?\s*([^\s>/]*)([^>]*)>", written):
        assert tag in {"p", "ul", "ol", "li", "blockquote", "em", "strong", "a"}
        assert re.fullmatch(r'( href="[^"]*")?', attributes)
        assert not re.search("script:|data:", attributes, re.IGNORECASE)


@many
@given(soup)
def test_the_text_of_blocks_has_no_markup_and_no_repetition(markup):
    shown = html.unescape(re.sub(r"<[^>]*>", "\n", body.canonical(markup)))
    words_shown = re.findall("[abéش]", shown)
    assert re.findall("[abéش]", " ".join(body.plain(body.blocks(markup)))) == words_shown


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", []),
        ("<p>&nbsp;</p><p></p>", []),
        ("loose <p>one</p> words", ["loose", "one", "words"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<h2>Head</h2><div>Text<br>next line</div>", ["Head", "Text next line"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
        ("<p>5 &lt; 6 &amp; 7</p>", ["5 < 6 & 7"]),
        ("<p>a <b>bold</b> word</p>", [{"html": "<p>a <strong>bold</strong> word</p>"}]),
        (
            "<ul><li><p>one</p></li><li><p>two</p></li></ul>",
            [{"html": "<ul><li>one</li><li>two</li></ul>"}],
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            [{"html": "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"}],
        ),
        ("<blockquote>said</blockquote>", [{"html": "<blockquote><p>said</p></blockquote>"}]),
        (
            '<p><a href="https://a.example/?x=1&y=2" target="_blank" onclick="x()">here</a></p>',
            [{"html": '<p><a href="https://a.example/?x=1&amp;y=2">here</a></p>'}],
        ),
        ('<p><a href="javascript:alert(1)">here</a></p>', ["here"]),
        ("<p>before<script>alert('x')</script><style>p{}</style> after</p>", ["before after"]),
        ('<p onmouseover="x()">words</p>', ["words"]),
    ],
)
def test_markup_comes_down_to_blocks(markup, expected):
    assert body.blocks(markup) == expected


def test_a_paste_from_word_keeps_its_words_and_nothing_else():
    pasted = """<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml>
      <![endif]--><style>p.MsoNormal {margin:0cm}</style>
      <p class="MsoNormal" style="mso-fareast-language:EN-GB"><span lang="EN-GB">The President
      <b style="mso-bidi-font-weight:normal">welcomed</b> the treaty.<o:p></o:p></span></p>
      <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
      <p class="MsoListParagraph"><span style="mso-list:Ignore">·</span>First point</p>"""
    assert body.blocks(pasted) == [
        {"html": "<p>The President <strong>welcomed</strong> the treaty.</p>"},
        "·First point",
    ]


def test_a_list_is_read_once_whatever_its_markup():
    for markup in ("<ul><li>one</li><li>two</li></ul>", "<ul><li><p>one</p></li><li>two</li></ul>"):
        assert body.plain(body.blocks(markup)) == ["one\ntwo"]


def test_a_quotation_is_read_whole():
    assert body.plain(body.blocks("<blockquote>first<p>then</p></blockquote>")) == ["first\nthen"]


def test_blocks_from_a_file_are_sanitized_when_written():
    harmful = [{"html": "<p onclick='x()'>a<script>b</script><em>c</em></p>"}, "<b>not markup</b>"]
    assert body.markup_of(harmful) == ("<p>a<em>c</em></p>\n<p>&lt;b&gt;not markup&lt;/b&gt;</p>")


def test_marks_are_written_out_for_comparison():
    blocks = body.blocks(
        '<p><em>so</em> <strong>much</strong> <a href="https://a.example">here</a></p>'
        "<ul><li>one</li></ul><blockquote>said</blockquote>"
    )
    assert body.marked(blocks) == [
        "*so* **much** here [https://a.example]",
        "• one",
        "> said",
    ]


@given(st.lists(st.text(min_size=1)))
@example(["Plain words."])
@example(["a  b", " a", "a\n", "AT&T", "a\xa0b", "\x1c", "\u2028"])
def test_what_needs_no_parser_reads_as_if_it_had_been_parsed(told):
    assert body.canonical_blocks(list(told)) == body.blocks(body.markup_of(told))
