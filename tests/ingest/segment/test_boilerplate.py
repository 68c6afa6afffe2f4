"""The reference list of whole-line patterns, row by row."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.readers import find_files, read_file
from onrecord.ingest.segment.boilerplate import LineRule, line_rule, line_rules

SHARED = Path(__file__).parents[4] / "shared" / "data" / "inputs"
PROSE = (
    "“Read also the small print,” she told the council, and “sign up for nothing”.",
    "Jane Doe, who contributed to the plan, said the share of ferries had doubled.",
    "The newspaper published a photo of the harbour; its readers shared it.",
    "Follow the money, he said, and you will find Jane Doe on the board.",
    "Reporting by the harbour office was late.",
    "He updated the council on Monday.",
    "Related to this, the judge said, are two more cases.",
    "Copyright law is older than the harbour.",
    "Also, the reading of the bill was put off.",
    "“Sign up for the ferry,” the mayor said, “or stay at home.”",
    "Like most islanders, she learned of it on Facebook.",
    "Reuters could not reach the harbour office.",
    "Support us, they shouted, or leave: the “council” of two was not impressed.",
)


@pytest.mark.parametrize("rule", line_rules(), ids=lambda rule: f"{rule.rule}: {rule.example[:30]}")
def test_a_pattern_takes_its_example_and_not_its_counter_example(rule: LineRule) -> None:
    """Nor does any other pattern take the counter-example; and the example gets this rule's name."""
    assert re.fullmatch(rule.pattern, rule.example)
    assert line_rule(rule.counter_example) is None
    found = line_rule(rule.example)
    assert found is not None
    assert (found.kind, found.rule) == (rule.kind, rule.rule)


def test_rows_are_whole() -> None:
    """Kinds are known, rules are names, no pattern has groups that would hide which row matched."""
    for rule in line_rules():
        assert rule.kind in {"boilerplate", "credit", "caption"}
        assert re.fullmatch(r"[a-z_]+", rule.rule)
        assert rule.language in {"any", "en", "de", "fr", "es"}
        assert re.compile(rule.pattern).groups == 0
    patterns = [rule.pattern for rule in line_rules()]
    assert len(set(patterns)) == len(patterns)


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_that_only_resembles_boilerplate_stays_text(line: str) -> None:
    """A pattern has to match the whole line."""
    assert line_rule(line) is None


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        ("READ ALSO: Council Approves New Harbour Bridge", "boilerplate", "read_also"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit", "wire_tail"),
        ("The Associated Press contributed to this report.", "credit", "contributed"),
        ("Sign up for our newsletter", "boilerplate", "newsletter"),
        ("© 2024 The Star. All rights reserved.", "boilerplate", "copyright"),
        ("Ships lie off the harbour. (AP Photo/Jane Doe)", "caption", "photo_credit"),
        ("* * *", "boilerplate", "no_words"),
    ],
)
def test_such_lines_are_kept_with_their_kind_and_rule(read: Any, line: str, kind: str, rule: str) -> None:
    """In the middle of an article, where quotes are then not looked for."""
    article, _ = read(f"The ferry sails.\n\n{line}\n\nIt was a long winter.")
    assert [(p.kind, p.rule) for p in article.paragraphs] == [("body", "body"), (kind, rule), ("body", "body")]


@pytest.mark.parametrize("rule", line_rules(), ids=lambda rule: rule.rule)
def test_no_pattern_is_slow_on_lines_made_to_be(rule: LineRule) -> None:
    """A line of twenty thousand characters made of the pattern's own words again and again."""
    word = rule.example.split()[0]
    parts = (rule.example, f"{rule.example} ", word, f"{word} ")
    lines = [(part * 20_000)[:20_000] for part in parts]
    began = time.process_time()
    for line in lines:
        re.fullmatch(rule.pattern, line + "\n")
    assert time.process_time() - began < 0.2


def tried_one_by_one(line: str) -> LineRule | None:
    """What the list says, row after row and with nothing left out."""
    words = " ".join(line.split())
    return next((rule for rule in line_rules() if re.fullmatch(rule.pattern, words)), None)


@pytest.mark.parametrize("rule", [rule for rule in line_rules() if rule.needs], ids=lambda rule: rule.rule)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_takes_holds_a_word_that_it_needs(rule: LineRule, data: st.DataObject) -> None:
    """So leaving the costly patterns out where no such word stands changes nothing."""
    line = " ".join(data.draw(st.from_regex(rule.pattern, fullmatch=True)).split())
    assert line_rule(line) == tried_one_by_one(line)
    for spelled in (line.upper(), line.lower(), line.replace("i", "ı"), line.replace("s", "ſ")):
        assert line_rule(spelled) == tried_one_by_one(spelled)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not there")
def test_on_real_lines_the_shortcut_changes_nothing() -> None:
    """Every different line of texts and pages as they are."""
    files, _ = find_files([str(SHARED / "same_event"), str(SHARED / "sgml"), str(SHARED / "feeds")])
    texts = [source.text for file in files for source in read_file(file)[0]]
    lines = {line for text in texts for line in text.splitlines() if line.strip()}
    assert len(lines) > 2_000
    assert [line for line in lines if line_rule(line) != tried_one_by_one(line)] == []


def test_line_ends_inside_a_block_are_blanks() -> None:
    """A credit of a wrapped text goes over several lines."""
    found = line_rule("(Reporting by Jane Doe in Niamey;\n  Editing by John Roe.)")
    assert found is not None
    assert found.rule == "wire_tail"


def test_a_line_without_words_is_boilerplate_however_long() -> None:
    """Rules are drawn as wide as a page."""
    found = line_rule("=" * 5000)
    assert found is not None
    assert found.rule == "no_words"
