"""What a phrase means that is a time limit as a whole, as in a form or a ledger."""

from __future__ import annotations

from datetime import date

from parser.duty import Due, DueKind
from parser.pattern import Pattern
from parser.when import POINTS, YEAR, N, NeedsYearError, Since

WIDTHS = str.maketrans("０１２３４５６７８９（）：，；／－．", "0123456789():,;/-.")
BLANKS = Pattern(r"\s+")

BEFORE = Pattern(
    r"(?:之?前|以前|止|为止)?(?:须|要|应|基本|全部|全面|力争)*"
    r"(?:整改|销号|办结|落实|解决)?(?:完成|完毕|到位|办结|见效|结束)?(?:整改|销号|任务|工作)?$"
)
OPENING = Pattern(r"^(?:整改|完成)?(?:时限|期限|时间)?:?(?:[到至于在限]|力争|确保|计划|预计)*")
GOING_ON_WORDS = ("长期", "持续", "常态", "永远", "常抓", "贯穿")
GOING_ON = Pattern(
    r"[,;、]?[并且再]?(?:需要?|要)?(?:长期|持续|常态化?)(?:坚持|推进|整改|巩固|落实|开展)*$",
    *GOING_ON_WORDS,
)
AT_ONCE = Pattern(
    r"立[行即知]立改|[即边]知[即边]改|边查边改|立即(?:整改|落实|执行)?|即刻|马上", *"立即边马"
)
# Of a span of time the end counts; its year may stand at the beginning only.
MONTH = rf"{N}月(?:{N}[日号])?"
RANGE = Pattern(
    rf"^(?:({YEAR}年))?{MONTH}[-—–~～至到]+(?={N}月)|^{YEAR}年{MONTH}[-—–~～至到]+(?={YEAR}年)",
    *"-—–~～至到",
)
NO_DAY: tuple[tuple[DueKind, Pattern], ...] = (
    (
        DueKind.REPEATED,
        Pattern(
            rf"每(?:半?年|季度?|个?月|半月|周|天|日|{N}个?(?:年|月|季度|周|天|日)).*|按(?:年|季度?|月|周)",
            *"每按",
        ),
    ),
    (
        DueKind.ONGOING,
        Pattern(
            r"(?:需要?)?(?:长期|持续|常态化?|永远)(?:坚持|推进|整改|巩固|落实|开展|任务|实施)*(?:\(.*\))?|常抓不懈|贯穿全年",
            *GOING_ON_WORDS,
        ),
    ),
    (
        DueKind.SPAN,
        Pattern(rf"(?:短|中|近|远)期(?:\(.*\))?|{N}个?工作日[之以]?内?", "期", "工作日"),
    ),
)
BARE_NUMBER = Pattern(r"[1-9][0-9]{0,2}")
COMPACT = Pattern(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
STAGE = Pattern(r"(短|中|近|远|长)期\((.+)\)$", "期(")
SPANS = {"days_on", "months_on"}


def meaning(words: str, today: date | None, year: int | None = None) -> Due | None:
    """Say what the words mean; ``year`` is one named shortly before in the same text."""
    text = BLANKS.sub("", words.translate(WIDTHS)).rstrip(".。,;")
    text = RANGE.sub(r"\1", OPENING.sub("", text))
    since = Since(today, year)
    stage = STAGE.match(text)
    found = point(stage[2] if stage else text, since)
    found = found or at_once(text, since) or without_day(text)
    if found is None and (going_on := GOING_ON.search(text)):
        found = point(text[: going_on.start()], since)
        found = found._replace(kind=DueKind.ONGOING) if found else None
    return found._replace(words=words.strip()) if found else None


def point(text: str, since: Since) -> Due | None:
    """Read a phrase that means one day, such as 2024年6月底前完成."""
    if BARE_NUMBER.fullmatch(text):
        text += "天"
    text = COMPACT.sub(r"\1-\2-\3", text)
    for form, resolve in POINTS:
        match = form.match(text)
        if not match or not BEFORE.match(text, match.end()):
            continue
        kind = DueKind.SPAN if resolve.__name__ in SPANS else DueKind.DAY
        try:
            day = resolve(match, Since())
            return Due(text, day, kind)
        except NeedsYearError:
            pass
        except (ValueError, OverflowError):
            return None
        try:
            return Due(text, resolve(match, since), kind, assumed=True)
        except NeedsYearError:
            return Due(text, None, kind)
        except (ValueError, OverflowError):
            return None
    return None


def without_day(text: str) -> Due | None:
    """Read a phrase that names no day on purpose, such as 长期坚持."""
    for kind, form in NO_DAY:
        if form.fullmatch(text):
            return Due(text, None, kind)
    return None


def at_once(text: str, since: Since) -> Due | None:
    """Read 立行立改 with what follows it: 立行立改，3月底前完成."""
    m = AT_ONCE.match(text)
    if m is None:
        return None
    latest = point(text[m.end() :].lstrip(",;、并"), since)
    return (latest or Due(text, None, DueKind.AT_ONCE))._replace(kind=DueKind.AT_ONCE)
