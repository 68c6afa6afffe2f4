"""From one revision to another, with Alembic set up in code: no ini file is read and nothing is logged or printed."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def settings(*more_versions: Path) -> Config:
    """Alembic's settings for the versions beside this file, wherever the package is installed.

    In: further folders with versions (the tests try versions that are not released).
    """
    config = Config()
    # The settings' own language gives "%" a meaning.
    folders = [str(folder).replace("%", "%%") for folder in (HERE / "versions", *more_versions)]
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("version_locations", "\n".join(folders))
    config.set_main_option("path_separator", "newline")
    return config


def revisions(config: Config) -> tuple[str, ...]:
    """Every revision there is, oldest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())[::-1]


def move_up(connection: Connection, config: Config, revision: str = "head") -> None:
    """Bring the tables up to ``revision``. The caller holds the transaction (see ``transaction``)."""
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def move_down(connection: Connection, config: Config, revision: str) -> None:
    """Bring the tables down to ``revision`` (``base``: no tables at all), keeping every row or refusing."""
    config.attributes["connection"] = connection
    command.downgrade(config, revision)
