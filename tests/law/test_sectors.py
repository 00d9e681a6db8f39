"""Six sectors, 26 product sets, and which set a product's name points to."""

import pytest

from ocop_xl.law import sectors


def test_the_26_sets_lie_in_the_six_sectors() -> None:
    assert [item.number for item in sectors.PRODUCT_SETS] == list(range(1, 27))
    counts = {sector: len(sectors.sets_of(sector)) for sector in sectors.SECTORS}
    assert list(counts.values()) == [13, 4, 3, 2, 3, 1]


def test_a_group_is_not_a_sector() -> None:
    assert sectors.GROUPS["Thực phẩm chế biến"] == "Thực phẩm"
    assert "Thực phẩm chế biến" not in sectors.SECTORS
    assert not set(sectors.GROUPS) & set(sectors.SECTORS)


def test_set_8() -> None:
    item = sectors.product_set(8)
    assert (item.code, item.sector, item.group) == ("QD26-08", "Thực phẩm", "Thực phẩm chế biến")
    assert item.agencies == ("Bộ Nông nghiệp và Môi trường", "Bộ Công Thương")
    assert sectors.label(3) == "03. Gạo, ngũ cốc, hạt sơ chế khác"


@pytest.mark.parametrize("number", [0, 27, -1])
def test_there_is_no_other_set(number: int) -> None:
    with pytest.raises(KeyError):
        sectors.product_set(number)


@pytest.mark.parametrize("cell", [8, 8.0, "8", "08", " 8 ", "8.0", "08. Chế biến từ thịt", "QD26-08", "qd26-8"])
def test_a_cell_names_set_8(cell: object) -> None:
    assert sectors.number_of(cell) == 8


@pytest.mark.parametrize("cell", [None, "", "0", 27, "27. Khác", 8.5, "8.5", True, "2026", "Thực phẩm", "8 sao"])
def test_a_cell_names_no_set(cell: object) -> None:
    assert sectors.number_of(cell) is None


@pytest.mark.parametrize("number", range(1, 27))
def test_a_label_is_read_back(number: int) -> None:
    assert sectors.number_of(sectors.label(number)) == number


@pytest.mark.parametrize(
    ("product", "sets"),
    [  # the annex of Kế hoạch 76/KH-UBND
        ("Tương hột và chao", (9, 7)),
        ("Chả cá phi", (8,)),
        ("Mắm lóc", (8, 9)),
        ("Mắm cá lóc đóng hộp", (8, 9)),
        ("Tôm càng xanh đóng hộp", (8, 2)),
        ("Gạo", (3,)),
        ("Tôm khô", (8,)),
        # others
        ("Tôm sú", (2,)),
        ("TÔM KHÔ  loại 1", (8,)),
        ("tom kho", (8,)),
        ("Khô cá lóc", (8,)),
        ("Nước mắm cá cơm", (9,)),
        ("Chuối sấy dẻo", (7,)),
        ("Rượu nếp", (14,)),
        ("Bánh tráng gạo", (6,)),
        ("Trà mãng cầu", (12, 11)),
        ("Trứng vịt muối", (8,)),
        ("Vải thiều", (1,)),
        ("Giỏ lục bình", (21,)),
        ("Sản phẩm mới", ()),
        ("", ()),
    ],
)
def test_sets_suggested_by_a_name(product: str, sets: tuple[int, ...]) -> None:
    assert sectors.suggest_sets(product) == sets
