"""The command ``onrecord``: one file a command, each a thin layer over a door.

Exit statuses: 0 all is well; 1 done, but something could not be read or is wrong; 2 not done, with the reason;
130 stopped by the user.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from sqlalchemy.exc import DBAPIError

from onrecord.ingest.commands.check import check
from onrecord.ingest.commands.decide import decide
from onrecord.ingest.commands.evaluate import evaluate
from onrecord.ingest.commands.extract import extract
from onrecord.ingest.commands.ingest import ingest
from onrecord.ingest.commands.reconcile import reconcile
from onrecord.ingest.commands.review import review
from onrecord.ingest.commands.upgrade import upgrade
from onrecord.ingest.errors import OnrecordError
from onrecord.schema.errors import DatabaseError

NOT_DONE = 2
STOPPED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord")
def onrecord() -> None:
    """News articles in, a database of who said what out."""


for command in (ingest, extract, check, evaluate, decide, review, reconcile, upgrade):
    onrecord.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status; an error is one line on standard error, never a traceback."""
    try:
        sys.exit(onrecord.main(arguments, standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(NOT_DONE)
    except (OnrecordError, DatabaseError) as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(NOT_DONE)
    except DBAPIError as error:
        click.echo(f"onrecord: the database refused: {error.orig}. What was stored before is whole.", err=True)
        sys.exit(NOT_DONE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("onrecord: stopped; what was stored is whole, and the same command goes on from there.", err=True)
        sys.exit(STOPPED)
