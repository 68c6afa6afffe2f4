"""Errors that stop a command, each with a sentence that says what to do. One root, so that a caller can catch all.

What concerns one file only is no error but a ``records.Finding``: the run goes on.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root. ``str(error)`` is one line for the user: what was found, what was expected, what to do."""


class ModelError(OnrecordError):
    """A model file is missing, unreadable, or not the one whose digest is known."""


class NothingToReadError(OnrecordError):
    """The paths given hold no article at all."""


class DecisionError(OnrecordError):
    """A decision about entities that cannot be followed: a key nobody has, a type that is none."""


class ReconcileError(OnrecordError):
    """A list that cannot be read, or a reconciliation service that gives no answer that can be used."""
