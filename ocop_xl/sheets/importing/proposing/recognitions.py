"""What a row says of recognitions → rows of «Công nhận», one for each decision, and only with facts of this row."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from ocop_xl.law.clocks import CERTIFICATE_MONTHS, certificate_end
from ocop_xl.model import Product, Recognition, choices
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.importing.proposal import KEEP, TAKE
from ocop_xl.sheets.importing.proposing.draft import Draft
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts, is_rank_of_a_decision
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.decisions import Decision
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_fields import FAILED
from ocop_xl.sheets.importing.words.states import Condition, ground_of
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import name_key

Group = dict[str, Given]
_DATES = ("decision_date", "issued")
_NAMES_IT = ("decision_number", *_DATES, "ends")
_NO_DAY = "nguồn không ghi ngày quyết định, ngày cấp; giấy không có ngày thì hạng của sản phẩm không tính được"


class Recognitions:
    """The recognitions of each product, the book's and the proposed ones."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._of: dict[str | None, list[Recognition]] = defaultdict(list)
        self._present_by_certificate: set[str | None] = set()
        for row in draft.rows(Recognition):
            self._of[row.product_id].append(row)

    def add(self, product: Product, facts: RowFacts, condition: Condition | None) -> list[Recognition]:
        """All that the row says of recognitions; what it says besides of rank stays among its facts."""
        groups = _groups_of(facts)
        withdrawn = condition is Condition.WITHDRAWN
        if not withdrawn:
            self._from_title(groups, facts)
        rank = facts.given.get(f.PRESENT)
        if rank is not None and (groups or withdrawn) and is_rank_of_a_decision(rank) and rank.value != FAILED:
            group = _only(groups) if groups else groups.setdefault(0, {})
            if group is not None and "stars" not in group:
                group["stars"] = facts.given.pop(f.PRESENT)
        return [
            row
            for group in groups.values()
            if (row := self._one(product, group, facts, withdrawn, alone=len(groups) == 1)) is not None
        ]

    def _from_title(self, groups: dict[int, Group], facts: RowFacts) -> None:
        """`(Kèm theo Quyết định số …)`, `Danh sách sản phẩm 4 sao`: of ranked rows without a decision of their own."""
        said = facts.said(What.DECISION)
        if facts.said(What.PLANNED) is not None:
            return
        ranked = f.PRESENT in facts.given or facts.said(What.STARS) is not None
        group = _only(groups)
        if said is not None and (group is not None or (not groups and ranked)):
            group = groups.setdefault(0, {}) if group is None else group
            if "decision_number" not in group and "decision_date" not in group:
                _put_decision(group, said.value, said.cell)
                self._draft.note(
                    said.cell, f"là quyết định công nhận {said.value.number} của các dòng", "lấy theo dòng trên bảng"
                )
        stars = facts.said(What.STARS)
        if stars is not None and group is not None and "stars" not in group and f.PRESENT not in facts.given:
            group["stars"] = Given(stars.cell, Target(Recognition, "stars"), Reading(stars.value))
            self._draft.note(stars.cell, f"số sao của các dòng bên dưới là {stars.value}", "lấy theo tiêu đề")

    def _one(
        self, product: Product, group: Group, facts: RowFacts, withdrawn: bool, *, alone: bool
    ) -> Recognition | None:
        year = group.pop(f.YEAR_OF_RECOGNITION, None)
        said = facts.said(What.YEAR)
        if year is None and said is not None and not any(name in group for name in _DATES):
            year = Given(said.cell, Target(Recognition, f.YEAR_OF_RECOGNITION), Reading(said.value))
        remarks = [group.pop(name) for name in list(group) if name.split()[0] in f.REMARKS]
        reason = group.pop(f.REASON, None)
        row = self._find(product, group, withdrawn)
        if row is None and not withdrawn and not any(name in group for name in _DATES):
            self._only_a_remark(product, group, year, remarks, facts)
            return None
        if row is None:
            row = self._draft.add(Recognition)
            row.product_id = product.id
            self._of[product.id].append(row)
        for given in group.values():
            if self._draft.fill(row, _as_stars(given), _attribute(given)):
                self._draft.say_assumed(row, given, _attribute(given))
        self._complete(product, row, group, facts, alone=alone)
        for given in remarks:
            self._draft.remark(row, given.label, str(given.value), given.cell)
        if withdrawn:
            self._withdraw(row, reason, facts)
        elif reason is not None:
            self._draft.remark(row, reason.label, str(reason.value), reason.cell)
        if year is not None:
            self._settle_year(row, year)
        return row

    def _find(self, product: Product, group: Group, withdrawn: bool) -> Recognition | None:
        """By decision number; without one by a date. A withdrawal that names no decision means the only one."""
        number = group.get("decision_number")
        rows = self._of[product.id]
        for row in rows:
            if number is not None and row.decision_number is not None:
                if name_key(row.decision_number) == name_key(str(number.value)):
                    return row
                continue
            for name in _DATES:
                if name in group and getattr(row, name) is not None:
                    if getattr(row, name) == group[name].value:
                        return row
                    break
            else:
                if _nothing_named(row, group):
                    return row
        return rows[0] if withdrawn and len(rows) == 1 and not any(name in group for name in _NAMES_IT) else None

    def _only_a_remark(
        self, product: Product, group: Group, year: Given | None, remarks: list[Given], facts: RowFacts
    ) -> None:
        """A certificate without any day would take the product's rank away: «Hiện trạng» and a remark hold it."""
        stars = group.pop("stars", None)
        if stars is not None and f.PRESENT not in facts.given and stars.target.attribute in ("stars", "present"):
            facts.given[f.PRESENT] = Given(stars.cell, f.PRESENT, stars.reading, stars.header)
        for given in (*group.values(), *([year] if year else []), *remarks):
            self._draft.remark(product, given.label, given.reading.rest or str(_words(given)), given.cell)
        if group:
            self._draft.note(facts.cell, "chưa thêm dòng «Công nhận», ghi vào «Ghi chú»", _NO_DAY)

    def _complete(self, product: Product, row: Recognition, group: Group, facts: RowFacts, *, alone: bool) -> None:
        """Issue and end that the source leaves out; the stars of a lone recognition that only «Hiện trạng» tells."""
        cell = next(iter(group.values())).cell if group else facts.cell
        if (
            row.issued is None
            and row.decision_date is not None
            and self._draft.assume(row, "issued", row.decision_date, cell)
        ):
            self._draft.note(cell, f"«Ngày cấp» là {shown(row.decision_date)}", "nguồn không ghi, lấy ngày quyết định")
        if row.ends is None and row.issued is not None:
            since = "ngày cấp" if "issued" in group else "ngày quyết định"
            if self._draft.assume(row, "ends", certificate_end(row.issued), cell):
                why = f"nguồn không ghi, đề nghị {since} cộng {CERTIFICATE_MONTHS} tháng"
                self._draft.note(cell, f"«Ngày hết hạn» là {shown(row.ends)}", why)
        present = facts.given.get(f.PRESENT)
        if (
            row.stars is not None
            or not self._draft.is_new(row)
            or not alone
            or present is None
            or present.value == FAILED
        ):
            return
        self._draft.assume(row, "stars", present.value, cell)
        self._draft.note(cell, f"số sao của {row.id} là {present.value}", "lấy theo «Hiện trạng»")

    def _withdraw(self, row: Recognition, reason: Given | None, facts: RowFacts) -> None:
        state = Given(facts.cell, Target(Recognition, "state"), Reading(choices.RECOGNITION_WITHDRAWN))
        self._draft.fill(row, state)
        if reason is not None:
            ground = ground_of(str(reason.value))
            if self._draft.assume(row, "ground", ground, reason.cell):
                self._draft.note(reason.cell, f"«Căn cứ thu hồi» là “{ground}”", "cách hiểu của phần mềm")
            self._draft.remark(row, reason.label, str(reason.value), reason.cell)
        said = facts.said(What.DECISION)
        if said is not None:
            day = f" ngày {shown(said.value.date)}" if said.value.date else ""
            if self._draft.assume(row, "ended", said.value.date, said.cell):
                self._draft.note(
                    said.cell, f"«Ngày thu hồi, thay thế» là {shown(row.ended)}", "lấy theo dòng trên bảng"
                )
            self._draft.remark(row, "Thu hồi theo Quyết định", f"{said.value.number}{day}", said.cell)

    def _settle_year(self, row: Recognition, year: Given) -> None:
        """A year that agrees with the date adds nothing; one that does not is kept as a remark and noted."""
        day = row.decision_date or row.issued
        if day is not None and day.year == year.value:
            self._draft.place(year.cell, row, year.label)
            return
        self._draft.remark(row, "", f"{year.label}: {year.value}", year.cell)
        if day is not None:
            self._draft.note(year.cell, f"giữ ngày {shown(day)}", f"cột năm ghi {year.value}, khác năm của ngày")

    # --- what a product is now ----------------------------------------------------------------------------------

    def settle_present(self, product: Product, made: list[Recognition], cell: Cell) -> None:
        """«Hiện trạng» follows the certificate issued last: put where it is blank, asked about where it is another."""
        valid = [row for row in self._of[product.id] if row.state != choices.RECOGNITION_WITHDRAWN and row.stars]
        latest = max(valid, key=lambda row: row.issued or row.decision_date or date.min, default=None)
        if latest is None or not any(latest is row for row in made) or latest.stars == product.present:
            return
        if product.present is None or product.id in self._present_by_certificate:
            self._present_by_certificate.add(product.id)
            self._draft.override(product, "present", latest.stars, cell)
            return
        paper = f"giấy {latest.decision_number or latest.id} cho {latest.stars} sao"
        text = f"{product.id} đang ghi «Hiện trạng» {product.present} sao, {paper}"
        answer = self._draft.ask("hien-trang", cell, "«Hiện trạng» khác với giấy mới", text, (TAKE, KEEP), KEEP)
        if answer == TAKE:
            self._draft.override(product, "present", latest.stars, cell)


def _groups_of(facts: RowFacts) -> dict[int, Group]:
    groups: dict[int, Group] = {}
    for target in [target for target in facts.given if target.row_type is Recognition]:
        number = target.group if target.group < 100 else 0
        name = target.attribute if target.group < 100 else f"{target.attribute} {target.group}"
        groups.setdefault(number, {})[name] = facts.given.pop(target)
    loose = groups.get(0)
    if loose and len(groups) > 1 and not any(name in loose for name in (*_NAMES_IT, "stars")):
        groups.setdefault(max(groups), {}).update(groups.pop(0))
    return groups


def _only(groups: dict[int, Group]) -> Group | None:
    return next(iter(groups.values())) if len(groups) == 1 else None


def _put_decision(group: Group, decision: Decision, cell: Cell) -> None:
    from ocop_xl.sheets.importing.words.cell_values import read

    group["decision_number"] = Given(cell, f.DECISION, Reading(decision.number))
    if decision.date is not None:
        group["decision_date"] = Given(cell, Target(Recognition, "decision_date"), decision.day)
    if decision.by is not None and "authority" not in group:
        target = Target(Recognition, "authority")
        group["authority"] = Given(cell, target, read(Cell(cell.address, decision.by), target))


def _as_stars(given: Given) -> Given:
    return given._replace(target=Target(Recognition, "stars")) if given.target == f.PRESENT else given


def _attribute(given: Given) -> str:
    return "stars" if given.target == f.PRESENT else given.target.attribute


def _nothing_named(row: Recognition, group: Group) -> bool:
    """Nothing names the decision: the rows are one if all that is said agrees."""
    if any(name in group for name in _NAMES_IT) or row.decision_number or row.decision_date or row.issued:
        return False
    return all(getattr(row, name, None) in (None, given.value) for name, given in group.items())


def _words(given: Given) -> Any:
    return shown(given.value) if isinstance(given.value, date) else given.value
