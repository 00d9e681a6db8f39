"""Scoring against a bare sum of the points, and what the criteria cost LibreOffice when it opens the workbook."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from bench.communes import DAY
from bench.timing import paired, process
from ocop_xl.demo.books import vinh_phong
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.law import criteria_set
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import ScoreLine, ScoreSheet
from ocop_xl.scoring import score
from ocop_xl.sheets.building import workbook

DOSSIERS = 10_000


def scores() -> None:
    """All criteria of every dossier, sets in turn; the floor adds up the same points and does nothing else."""
    chance = random.Random(26)  # the same dossiers in every run
    sets = [criteria_set(item.code) for item in PRODUCT_SETS]
    dossiers = [
        (chosen, {one.code: chance.choice(one.allowed_points) for one in chosen.criteria})
        for number in range(DOSSIERS)
        for chosen in (sets[number % len(sets)],)
    ]

    def bare() -> None:
        for _, points in dossiers:
            total = 0
            for given in points.values():
                total += given

    def ours() -> None:
        for chosen, points in dossiers:
            score(chosen, points)

    ratio, mine, floor = paired(ours, bare, 21)
    print(
        f"score {DOSSIERS:,} dossiers / bare loop that sums their points: {ratio:.2f}  "
        f"({mine * 1000:.1f} / {floor * 1000:.1f} ms)"
    )


def opening(folder: Path) -> None:
    """Whole LibreOffice processes that open a workbook and write its first sheet as text."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: opening with and without criteria not measured")
        return
    whole, bare = folder / "whole.xlsx", folder / "bare.xlsx"
    whole.write_bytes(demo_workbook(DAY))
    bare.write_bytes(_without_criteria())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def opened(path: Path) -> list[str]:
        return [office, profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(path)]

    ours, floor = process(*opened(whole)), process(*opened(bare))
    ours(), floor()
    ratio, mine, theirs = paired(ours, floor, 7)
    print(f"LibreOffice opens the workbook with all criteria / without any: {ratio:.2f}  ({mine:.2f} / {theirs:.2f} s)")


def _without_criteria() -> bytes:
    """The demo's workbook with neither score sheets nor the sheet «Tiêu chí»."""
    book = vinh_phong()
    book[ScoreSheet], book[ScoreLine] = [], []
    add_criteria_sheet = workbook.add_criteria_sheet
    workbook.add_criteria_sheet = lambda maker: None
    try:
        return workbook.build_workbook(book, DAY)
    finally:
        workbook.add_criteria_sheet = add_criteria_sheet
