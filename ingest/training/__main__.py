"""The command ``python -m onrecord.ingest.training``."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ingest.training.recipe import Recipe, follow

SHARE = "=SHARE"


@click.command(context_settings={"show_default": True})
@click.option("--quotes", multiple=True, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--names", multiple=True, metavar=f"FILE[{SHARE}]", help="A file of names, and how much of it a round.")
@click.option(
    "--rounds",
    nargs=4,
    default=(3, 3, 3, 3),
    type=int,
    help="Of each of five folds, of the first stage, and of the two runs of the second.",
)
@click.option(
    "--held-out",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Articles with quotes that are not trained on: confidence is fitted to them.",
)
@click.option("--seed", default=0)
@click.option("--work", default=Path("build/training"), type=click.Path(file_okay=False, path_type=Path))
@click.option("--out", default=Path("build/reader"), type=click.Path(file_okay=False, path_type=Path))
def main(  # noqa: PLR0913 - the options of a command are its arguments
    *,
    quotes: tuple[Path, ...],
    names: tuple[str, ...],
    rounds: tuple[int, ...],
    held_out: Path,
    seed: int,
    work: Path,
    out: Path,
) -> None:
    """Train the reader from labelled articles (JSON lines) and write a model folder.

    Start it again with the same --work to go on where it was cut off; --work must be empty for a fresh training.
    """
    error = follow(Recipe(quotes, [with_share(given) for given in names], rounds, held_out, seed, work, out))
    click.echo(f"Expected calibration error on {held_out}, cross-fitted: {error:.3f}.")
    click.echo(f"Written to {out}. load_reader(Path({str(out)!r})) reads with it.")


def with_share(given: str) -> tuple[Path, float]:
    """A file, and the share of it that is read each round: all of it unless said.

    Errors: click.BadParameter where the file is not there or the share is no number above 0.
    """
    written, _, share = given.partition("=")
    path = Path(written)
    if not path.is_file():
        raise click.BadParameter(f"{written}: no such file", param_hint="--names")
    try:
        number = float(share or 1)
    except ValueError:
        number = 0.0
    if number <= 0:
        raise click.BadParameter(f"{given}: the share must be a number above 0", param_hint="--names")
    return path, number


if __name__ == "__main__":
    main()
