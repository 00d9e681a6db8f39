"""Phiếu theo dõi sản phẩm: one product's life in the order of its days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.model import Channel, Idea, Product, Recognition, Revenue, Support
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.wanted import Wanted
from ocop_xl.programme.life import life_of
from tests.papers.commune_at_work import commune_at_work
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, table_rows


def test_what_happened_stands_in_the_order_of_its_days_and_what_is_to_come_does_not() -> None:
    book = commune_at_work()
    product = book.by_id(Product)["SP07"]
    book[Idea] = [Idea(id="YT1", product_id="SP07", title="Tôm khô", received=date(2023, 1, 5),
                       reviewed=date(2023, 2, 1), decision=c.IDEA_DECISION.values[0], reason="Có vùng nuôi")]  # fmt: skip
    book[Support] = [
        Support(id="HT1", kind=c.SUPPORT_PACKAGING, product_id="SP07", state=c.WORK_DONE, done=ON, cost=12.5),
        Support(id="HT2", kind=c.SUPPORT_TRADEMARK, product_id="SP07", state=c.WORK_DOING),
        Support(id="HT3", kind=c.SUPPORT_ADVICE, producer_id="CT05", state=c.WORK_DONE, done=date(2030, 1, 1)),
    ]
    book[Channel] = [Channel(id="KB1", kind=c.CHANNEL_SHOP, name="Cô Ba", product_id="SP07", state=c.CHANNEL_OPEN)]
    life = [(event.day, event.what) for event in life_of(book, product, ON)]
    assert life[:2] == [
        (date(2023, 1, 5), "Đăng ký ý tưởng “Tôm khô”"),
        (date(2023, 2, 1), "Xem xét ý tưởng: được chọn"),
    ]
    assert (ON, "Hỗ trợ bao bì") in life
    assert life[-1] == (None, f"Bán ở {c.CHANNEL_SHOP.lower()} “Cô Ba”")
    assert not any("nhãn hiệu" in what or "tư vấn" in what for _, what in life)


def test_the_page_of_one_product(tmp_path: Path) -> None:
    book = commune_at_work()
    book[Revenue] = [Revenue(id="DT01", product_id="SP02", year=2025, revenue=850.5)]
    wanted = Wanted(products=frozenset({"SP02"}))
    (paper,) = make_papers(book, ON, ["ho-so-san-pham"], tmp_path, wanted=wanted)
    content = paper.path.read_bytes()
    body = "\n".join(lines(content))
    _, facts, life, revenue = (table_rows(content, number) for number in range(4))
    number = next(row.decision_number for row in book[Recognition] if row.product_id == "SP02")
    assert "PHIẾU THEO DÕI SẢN PHẨM" in body and "3. Việc cần làm" in body
    assert facts[0] == ["Chủ thể: Nguyễn Thị Kiều Diễm", "Hạng đang tính: 3 sao"]
    assert life[1][2].startswith(f"Quyết định số {number}")
    assert revenue[1][:2] == ["2025", "850,5"]
    assert "- Nộp hồ sơ phân hạng lại Chả cá phi: sắp đến, hạn 20/12/2026 (Nguyễn Thị Kiều Diễm)." in body
    assert not any(key in body for key in ("SP02", "HS02", "KT03"))
