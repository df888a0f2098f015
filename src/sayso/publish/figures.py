"""Figures in words, the same way in tables, trees and pages."""


def figure_words(low: int | None, best: int | None, high: int | None, what: str = "") -> str:
    """A figure with what it counts.

    >>> figure_words(9, 9, 9, "killed"), figure_words(24, 27, 30, "injured"), figure_words(24, 27, 30)
    ('9 killed', '24 to 30 injured', '24 to 30')
    >>> figure_words(10000, 10000, None, "troops"), figure_words(None, 5, 5, "arrested")
    ('at least 10,000 troops', 'up to 5 arrested')
    """
    match low, high:
        case (int(low), int(high)):
            said = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        case (int(low), None):
            said = f"at least {low:,}"
        case (None, int(high)):
            said = f"up to {high:,}"
        case _:
            said = "some" if best is None else f"about {best:,}"
    return f"{said} {what}".rstrip()


def range_words(low: int | None, best: int | None, high: int | None, what: str = "") -> str:
    """The figures that several reports give of one thing: from the lowest to the highest, with the best one.

    >>> range_words(12, 30, 30, "killed"), range_words(12, 12, 12, "killed"), range_words(12, None, 30)
    ('12 to 30 killed (best 30)', '12 killed', '12 to 30')
    """
    said = figure_words(low, best, high, what)
    return said if best is None or low == high else f"{said} (best {best:,})"
