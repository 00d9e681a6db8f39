"""Which papers there are, in the order of the commune's work. A kind is a file here, with the facts it is filled with,
and a template; it is listed below."""

from __future__ import annotations

from ocop_xl.papers.errors import PaperError
from ocop_xl.papers.kinds import (
    annex,
    assessment,
    conference,
    inspection_record,
    inspection_report,
    meeting,
    participants,
    plan,
    progress,
    receipt,
    registration,
    renewal_notice,
    request,
    score_form,
    stopped,
)
from ocop_xl.papers.kinds.kind import PaperKind

KINDS: tuple[PaperKind, ...] = (
    *annex.KINDS,
    *plan.KINDS,
    *participants.KINDS,
    *registration.KINDS,
    *receipt.KINDS,
    *score_form.KINDS,
    *meeting.KINDS,
    *assessment.KINDS,
    *request.KINDS,
    *inspection_record.KINDS,
    *inspection_report.KINDS,
    *renewal_notice.KINDS,
    *stopped.KINDS,
    *progress.KINDS,
    *conference.KINDS,
)


def kind_of(slug: str) -> PaperKind:
    """The kind of that name; raises `PaperError` naming the kinds there are."""
    for kind in KINDS:
        if kind.slug == slug:
            return kind
    raise PaperError(f"Không có loại văn bản «{slug}». Các loại hiện có: {', '.join(k.slug for k in KINDS)}.")
