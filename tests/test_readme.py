"""What the README shows is what the program gives.

After a change that is meant: UPDATE=1 .venv/bin/pytest tests/test_readme.py
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.ingest.commands import main
from onrecord.schema.diagram import mermaid

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
QUESTION = re.compile(r"```sql\n(.*?)\n```\n\n```text\n(.*?)```", re.DOTALL)
TABLES = re.compile(r"<!-- tables -->\n(.*?)<!-- /tables -->", re.DOTALL)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus that the README's commands build, reached under the path the README names."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "data").mkdir()
    with pytest.raises(SystemExit) as stop:
        main(["ingest", str(ROOT / "seeds"), "--db", str(folder / "data" / "corpus.db")])
    assert not stop.value.code
    return folder / "data" / "corpus.db"


def answer(corpus: Path, query: str) -> str:
    """The answer as the README shows it: columns of equal width under their names."""
    with closing(sqlite3.connect(corpus)) as connection:
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        rows = [names, *([("" if value is None else str(value)) for value in row] for row in cursor)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(names))]
    lines = ["  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def update(old: str, new: str) -> None:
    """Write what the program gives into the README, where the user asked for it."""
    README.write_text(README.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("number", range(5))
def test_each_query_gives_the_answer_shown(number: int, corpus: Path) -> None:
    """The five questions are asked on the corpus of the seeds."""
    question = list(QUESTION.finditer(README.read_text(encoding="utf-8")))[number]
    query, shown = question.groups()
    given = answer(corpus, query)
    assert len(given.splitlines()) > 1, "a question worth asking has an answer"
    if "UPDATE" in os.environ:
        update(question.group(), question.group().replace(f"```text\n{shown}```", f"```text\n{given}```"))
    else:
        assert shown == given


def test_the_python_example_runs(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines for Python print quotes that stand at their offsets."""
    monkeypatch.chdir(corpus.parents[1])
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, str(README), "exec"), {})  # noqa: S102 - our own README
    printed = capsys.readouterr().out
    assert "['Austin', 'Lloyd Austin']" in printed
    assert "True" in printed
    assert "False" not in printed


def test_the_tables_are_drawn_from_the_models() -> None:
    """The drawing has every table and column that the models have."""
    drawn = f"```mermaid\n{mermaid()}\n```\n"
    (shown,) = TABLES.findall(README.read_text(encoding="utf-8"))
    if "UPDATE" in os.environ:
        update(f"<!-- tables -->\n{shown}", f"<!-- tables -->\n{drawn}")
    else:
        assert shown == drawn


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^):#]+)\)", README.read_text(encoding="utf-8")))))
def test_every_file_the_readme_links_to_is_there(path: str) -> None:
    """No link leads nowhere."""
    assert (ROOT / path).exists()
