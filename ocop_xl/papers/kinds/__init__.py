"""Which papers there are, in the order of the commune's work. A kind is a file here, with the facts it is filled with,
and a template; it is listed below."""

from __future__ import annotations

from ocop_xl.errors import PaperError
from ocop_xl.papers.kinds import (
    annex,
    assessment,
    conference,
    idea_form,
    inspection_record,
    inspection_report,
    meeting,
    participants,
    plan,
    product_life,
    progress,
    receipt,
    registration,
    renewal_notice,
    request,
    score_form,
    self_report,
    stopped,
    year_report,
)
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.office import (
    amendment,
    answers,
    assignment,
    authority_request,
    certificate_ended,
    follow_up,
    hand_over,
    inspection_team,
    money_request,
    training_papers,
    yearly_meeting,
)

KINDS: tuple[PaperKind, ...] = (
    *annex.KINDS,
    *plan.KINDS,
    *amendment.KINDS,
    *assignment.KINDS,
    *money_request.KINDS,
    *training_papers.KINDS,
    *idea_form.KINDS,
    *participants.KINDS,
    *answers.KINDS,
    *registration.KINDS,
    *self_report.KINDS,
    *receipt.KINDS,
    *score_form.KINDS,
    *meeting.KINDS,
    *assessment.KINDS,
    *request.KINDS,
    *hand_over.KINDS,
    *inspection_team.KINDS,
    *inspection_record.KINDS,
    *inspection_report.KINDS,
    *authority_request.KINDS,
    *renewal_notice.KINDS,
    *certificate_ended.KINDS,
    *stopped.KINDS,
    *product_life.KINDS,
    *follow_up.KINDS,
    *progress.KINDS,
    *conference.KINDS,
    *yearly_meeting.KINDS,
    *year_report.KINDS,
)


def kind_of(slug: str) -> PaperKind:
    """The kind of that name, in whatever case; raises `PaperError` naming the nearest kind, or all there are."""
    typed = slug.strip().casefold()
    slugs = [kind.slug for kind in KINDS]
    if typed in slugs:
        return KINDS[slugs.index(typed)]
    from difflib import get_close_matches

    near = get_close_matches(typed, slugs, 1, 0.7)
    hint = f"gần nhất là «{near[0]}»" if near else f"các loại hiện có: {', '.join(slugs)}"
    raise PaperError(f"Không có loại văn bản «{slug}»; {hint}. Hãy ghi lại tên loại.")
