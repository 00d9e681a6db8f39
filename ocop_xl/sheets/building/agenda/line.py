"""The formulas of one duty on «Việc cần làm»: the next number, where it leads, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ocop_xl.model import Commune, Row, spec_of
from ocop_xl.model.due.duty import COMMUNE_CODE, DAY_UNIT, HANDED_KEY, NO_KEY, REMINDERS, SOURCE_UNIT, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import NEAR
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.programme.agenda.due import State
from ocop_xl.programme.agenda.source import Source
from ocop_xl.programme.agenda.words import MAKER, NO_PRODUCT, OFFICER, PRODUCT, SOME_SUBJECT, pieces
from ocop_xl.sheets.agenda_places import FIRST, SIGNS
from ocop_xl.sheets.building.agenda import places as p


def state_words(state: State) -> str:
    return f"{SIGNS[state]} {state.capitalize()}"


def next_number(row: int, areas: list[str]) -> str:
    """The least number of all tables above the one before."""
    before = f"${p.NUMBER}{row - 1}"
    one = 'IFERROR(SMALL({area},COUNTIF({area},"<="&{before})+1),{none})'
    asked = ",".join(one.format(area=area, before=before, none=NO_KEY) for area in areas)
    return f"=IF({before}>={NO_KEY},{NO_KEY},MIN({asked}))"


def formulas(row: int) -> dict[str, str]:
    """By column letters, but the number itself; a line without a duty is blank."""
    here = {letters: f"${letters}{row}" for letters in (*p.HIDDEN, p.KEY)}
    source, table, place, product = (here[letters] for letters in (p.SOURCE, p.TABLE, p.PLACE, p.PRODUCT))

    def of_line(formula: str) -> str:
        return f'=IF({source}=0,"",{formula})'

    page = p.of_source(p.SOURCE_PAGE, source)
    link = f'"#\'"&{page}&"\'!A"&{here[p.ROW]}'
    words = _choose(source, [_said(one.words, one, here) for one in sources().values()])
    return {
        p.SOURCE: f"=IF({here[p.NUMBER]}>={NO_KEY},0,INT(MOD({here[p.NUMBER]},{DAY_UNIT})/{SOURCE_UNIT}))",
        p.ROW: f"=IF({source}=0,0,MOD({here[p.NUMBER]},{SOURCE_UNIT}))",
        p.TABLE: f"=IF({source}=0,0,{p.of_source(p.SOURCE_KIND, source)})",
        p.PLACE: f"=IF({source}=0,0,{here[p.ROW]}-{p.of_source(p.SOURCE_HEAD, source)})",
        p.PRODUCT: of_line(_choose(table, [_product(kind, place) for kind in p.kinds()])),
        p.CALLED: of_line(_called(product)),
        p.MAKER: of_line(_maker(product)),
        p.DAY: of_line(f"INT({here[p.NUMBER]}/{DAY_UNIT})"),
        p.STATE: of_line(_state(f"${p.DAY}{row}", source)),
        p.LEFT: of_line(f"${p.DAY}{row}-{TODAY}"),
        p.WHAT: of_line(f"HYPERLINK({link},{words})"),
        p.WHO: of_line(_who(here)),
        p.PAGE: of_line(page),
        p.ARTICLE: of_line(p.of_source(p.SOURCE_ARTICLE, source)),
        p.KEY: of_line(_key(source, table, place, here[p.ROW])),
        p.UNIT: f'=IF({source}=0,"",IF(COUNTIF(${p.WHO}${FIRST}:${p.WHO}{row},${p.WHO}{row})>1,"",'
        f"MAX(${p.UNIT}${FIRST - 1}:${p.UNIT}{row - 1})+1))",
    }


def _choose(number: str, choices: list[str]) -> str:
    return f"CHOOSE({number},{','.join(choices)})"


def _state(day: str, source: str) -> str:
    late, due, coming, other = (
        f'"{state_words(state)}"' for state in (State.OVERDUE, State.DUE, State.COMING, State.WAITING)
    )
    waits = f"{p.of_source(p.SOURCE_WAITS, source)}=1"
    return f"IF({day}<{TODAY},{late},IF({waits},{other},IF({day}<={TODAY}+{term_name(NEAR)},{due},{coming})))"


def _product(kind: type[Row], place: str) -> str:
    """The key of the product that a row is about."""
    spec = spec_of(kind)
    attributes = {column.attribute for column in spec.columns}
    if "dossier_id" in attributes:
        dossier = f"INDEX({spec.name}[Mã HS],{place})"
        return f'IFERROR(INDEX(tblHoSo[Mã SP],MATCH({dossier},tblHoSo[Mã HS],0))&"","")'
    return f'INDEX({spec.name}[Mã SP],{place})&""' if "product_id" in attributes else '""'


def _said(words: str, asked: Source, here: Mapping[str, str]) -> str:
    """The words of a source as an expression over the line."""
    in_table = _in_table(asked.kind, here[p.PLACE])
    named = {PRODUCT: here[p.CALLED], MAKER: here[p.MAKER], "part": own_part(here[p.ROW])}
    said = [in_table(formula) if formula else named.get(name, f'"{name}"') for name, formula in _facts(words, asked)]
    return "&".join(said)


def _facts(words: str, asked: Source) -> list[tuple[str, str]]:
    """Texts come as their own name, with quotes doubled."""
    return [(name or text.replace('"', '""'), text if name else "") for name, text in pieces(words, asked.kind)]


def _in_table(kind: type[Row], place: str) -> Callable[[str], str]:
    """A formula for «this row» made one for the row at a place of the table."""
    table = spec_of(kind).name
    return lambda formula: formula.replace("[@[", f"INDEX({table}[").replace("]]", f"],{place})")


def _called(product: str) -> str:
    found = f'IFERROR(INDEX(tblSanPham[Tên sản phẩm],MATCH({product},tblSanPham[Mã SP],0))&"","")'
    return f'IF({product}="","{NO_PRODUCT}",IF({found}="",{product},{found}))'


def _maker(product: str) -> str:
    found = f'IFERROR(INDEX(tblSanPham[Tên chủ thể],MATCH({product},tblSanPham[Mã SP],0))&"","")'
    return f'IF({found}="","{SOME_SUBJECT}",{found})'


def own_part(row: str) -> str:
    """Which one of what the commune owes: the year, the period, the decision."""
    return f"INDEX(${p.OWN_PART}:${p.OWN_PART},{row})"


def _who(here: Mapping[str, str]) -> str:
    handed = f"MATCH({here[p.KEY]},{REMINDERS}[{HANDED_KEY}],0)"
    said = [_said(one.who, one, here) for one in sources().values()]
    named = _choose(here[p.SOURCE], [f'IF({one}="","{OFFICER}",{one})' if "INDEX" in one else one for one in said])
    return f'IFERROR(INDEX({REMINDERS}[Giao cho],{handed})&"",{named})'


def _key(source: str, table: str, place: str, row: str) -> str:
    """The stable key, made as the hidden columns of the tables make it."""
    ids = [_id(kind, place, row) for kind in p.kinds()]
    part = f'IF({p.of_source(p.SOURCE_HEAD, source)}=0,":"&{own_part(row)},"")'
    return (
        f'IF({COMMUNE_CODE}="","",{COMMUNE_CODE}&":")&{p.of_source(p.SOURCE_TABLE, source)}&{_choose(table, ids)}'
        f'&":"&{p.of_source(p.SOURCE_NAME, source)}&{part}'
    )


def _id(kind: type[Row], place: str, row: str) -> str:
    spec = spec_of(kind)
    if kind is Commune:
        return '""'
    key = f"INDEX({spec.name}[{p.key_column(spec).header}],{place})"
    return f'":"&IF({key}="","dòng "&{row},{key})'
