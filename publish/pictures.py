"""Small pictures drawn on the server as SVG: no script, colours from the style sheet, said in words as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

KINDS = ("direct", "mixed", "indirect")


def stacked(counts: Mapping[str, int], label: str) -> Markup:
    """One bar, cut by kind of quote.

    In: how many of each kind; what the picture says, for those who do not see it. Out: nothing where there is nothing.
    """
    whole = sum(counts.get(kind, 0) for kind in KINDS)
    if not whole:
        return Markup("")
    parts, at = [], 0.0
    for kind in KINDS:
        width = 100 * counts.get(kind, 0) / whole
        if width:
            rect = Markup('<rect class="k-{}" x="{}%" width="{}%" height="100%"/>')
            parts.append(rect.format(kind, _short(at), _short(width)))
        at += width
    return Markup('<svg class="stacked" role="img" aria-label="{}" width="100%" height="14">{}</svg>').format(
        label, Markup("").join(parts)
    )


def bar(value: int, largest: int) -> Markup:
    """A bar as long as the value, beside the figure itself."""
    width = 100 * value / largest if largest else 0
    return Markup(
        '<svg class="bar" aria-hidden="true" width="100%" height="5"><rect width="{}%" height="5"/></svg>'
    ).format(_short(width))


def over_time(periods: Sequence[tuple[str, Mapping[str, int]]], label: str) -> Markup:
    """Columns over time, each cut by kind of quote.

    In: name of each month or year in order, empty ones too, with how many of each kind.
    """
    height, step, gap = 64, 100 / max(len(periods), 1), 0.18
    most = max((sum(counts.values()) for _, counts in periods), default=0)
    if not most:
        return Markup("")
    parts = []
    for place, (name, counts) in enumerate(periods):
        top = float(height)
        for kind in KINDS:
            tall = height * counts.get(kind, 0) / most
            top -= tall
            if tall:
                box = (_short(place * step), _short(top), _short(step * (1 - gap)), _short(tall))
                rect = Markup('<rect class="k-{}" x="{}%" y="{}" width="{}%" height="{}"><title>{}</title></rect>')
                parts.append(rect.format(kind, *box, f"{name}: {counts[kind]} {kind}"))
    return Markup('<svg class="columns" role="img" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        label, height, Markup("").join(parts)
    )


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
