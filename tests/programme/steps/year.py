"""The plan's year 2026 as an officer works it: seven products of the plan and five new ideas, what is typed and what is
clicked. The book is that of the plan, as it is handed out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import (
    Budget,
    Commune,
    Communication,
    Dossier,
    Evidence,
    Producer,
    Product,
    Recognition,
    Remark,
    Target,
    Task,
    TaskPart,
)
from tests.programme.steps.playing import Act, Checking, Click, Reporting, Typing

D = date
COMMUNE = Typing(D(2026, 1, 4), Commune, "", {"signer_position": "CHỦ TỊCH", "officer": "Trần Văn An"})
PEOPLE = ("Nguyễn Thị Hương", "Lê Văn Diễm", "Phạm Thị Ba", "Lê Thị Nhỏ", "Trần Hiểu", "Nguyễn Văn Hưng")
NEW_PEOPLE = ("Lê Văn Cường", "Út Hậu", "Ngô Thị Bàng", "Sáu Lành", "Võ Thị Cò")


def subject(on: date, key: str, person: str, number: int) -> Typing:
    """What only the subject itself can say."""
    return Typing(
        on,
        Producer,
        key,
        {
            "registration": f"91A80{number:05d}", "representative": person, "gender": "Nữ", "ethnicity": "Kinh",
            "position": "Chủ cơ sở", "hamlet": "Ấp Vĩnh Lợi", "address": f"Số {number}, ấp Vĩnh Lợi",
            "phone": f"09123450{number:02d}", "workers": 8, "local_workers": 7,
        },
    )  # fmt: skip


BEGINNING: tuple[Act, ...] = (
    COMMUNE,
    *(subject(D(2026, 1, 5), f"CT{n:02d}", person, n) for n, person in enumerate(PEOPLE, 1)),
    Typing(D(2026, 1, 5), Product, "SP01", {"sector": "Thực phẩm"}),
    Typing(D(2026, 1, 5), Producer, "CT01", {"legal_form": "Hộ kinh doanh"}),
    Typing(
        D(2026, 1, 5),
        Recognition,
        "CN01",
        {
            "product_id": "SP06", "stars": 3, "decision_number": "512/QĐ-UBND", "decision_date": D(2024, 5, 10),
            "authority": "UBND huyện", "issued": D(2024, 5, 10), "ends": D(2027, 5, 10), "legal_basis": "148/QĐ-TTg",
            "state": "Đang có hiệu lực",
        },
        new=True,
    ),
    Typing(
        D(2026, 1, 5),
        Recognition,
        "CN02",
        {
            "product_id": "SP07", "stars": 3, "decision_number": "1200/QĐ-UBND", "decision_date": D(2023, 9, 20),
            "authority": "UBND huyện", "issued": D(2023, 9, 20), "ends": D(2026, 9, 20), "legal_basis": "148/QĐ-TTg",
            "state": "Đang có hiệu lực",
        },
        new=True,
    ),
    *(Typing(D(2026, 1, 5), Target, key, {"level_2026": 50}) for key in ("MT06", "MT07")),
    Typing(D(2026, 1, 5), Dossier, "HS03", {"round": "1/2026 (30/4)"}),
    *(
        Typing(D(2026, 1, 5), Task, key, {"due": due})
        for key, due in (("NV01", D(2026, 3, 31)), ("NV02", D(2026, 6, 30)), ("NV07", D(2026, 9, 30)), ("NV26", D(2026, 2, 28)))
    ),
    *(Typing(D(2026, 1, 5), TaskPart, f"PC0{n}", {"task_id": "NV26", "unit": f"Ấp Vĩnh {n}"}, new=True) for n in (1, 2)),
    *(
        Typing(D(2026, 1, 5), Budget, f"KP0{n}", {"planned": planned, "allocated": allocated})
        for n, planned, allocated in ((1, 120, 100), (2, 200, 150), (3, 50, 50), (4, 80, 80))
    ),
)  # fmt: skip

IDEAS = (
    ("Khô cá lóc", "Tổ hợp tác khô cá lóc Ấp Vĩnh Bình", {}),
    ("Rượu nếp", "Hộ kinh doanh Út Hậu", {}),
    ("Giỏ bàng", "HTX đan bàng Vĩnh Phong", {"nhom-san-pham": "Hàng thủ công mỹ nghệ", "bo-san-pham": "21"}),
    ("Mật ong tràm", "Hộ kinh doanh Sáu Lành", {}),
    ("Tham quan vườn cò", "Công ty TNHH Du lịch Vườn Cò", {"nhom-san-pham": "Dịch vụ du lịch", "bo-san-pham": "26"}),
)


def ideas() -> Iterator[Act]:
    """Registered, answered, taken in; one is not taken yet."""
    for title, proposer, _ in IDEAS:
        yield Click(D(2026, 1, 6), "", "register-idea", {"y-tuong": title, "nguoi-dang-ky": proposer})
    yield Click(D(2026, 1, 12), "", "register-idea", {"y-tuong": "Bánh mì kẹp", "nguoi-dang-ky": "Nguyễn Văn X"})
    for n in range(1, 6):
        yield Click(D(2026, 1, 25), f"YT0{n}", "answer-idea", {"ket-qua-xem-xet": "Được chọn"})
    refused = {"ket-qua-xem-xet": "Chưa được chọn", "ly-do": "Nguyên liệu không có ở xã"}
    yield Click(D(2026, 1, 25), "YT06", "answer-idea", refused)
    for n, (_, _, typed) in enumerate(IDEAS, 1):
        yield Click(D(2026, 1, 26), f"YT0{n}", "idea-to-product", typed)
    for n, person in enumerate(NEW_PEOPLE, 7):
        yield subject(D(2026, 1, 27), f"CT{n:02d}", person, n)


def cycle() -> Iterator[Act]:
    """The plan's own products begin their six steps; the first three are done by February."""
    for n in range(1, 8):
        yield Click(D(2026, 1, 27), f"SP0{n}", "begin-cycle")
    for product in ("SP01", "SP02", "SP03", "SP08"):
        first = 3 if product == "SP08" else 1
        for number in range(first, 4):
            yield Click(D(2026, 2, 18), f"{product}-{number}", "finish-step")
    yield Click(D(2026, 2, 19), "SP04-3", "finish-step")
    yield Click(D(2026, 2, 20), "SP04-3", "finish-earlier")
    for n in range(9, 13):
        yield Click(D(2026, 2, 24), f"SP{n:02d}-3", "finish-step")


def dossiers() -> Iterator[Act]:
    """Four come in; what is missing is asked for and comes, the commune meets, assesses and sends."""
    for n, key in enumerate(("HS01", "HS02", "HS03", "SP08")):
        missing = "07, 12" if key == "HS02" else "không"
        on = D(2026, 3, 12) if key == "HS03" else D(2026, 3, 2)
        yield Click(on, key, "receive-dossier", {"minh-chung-thieu": missing} | claims(n))
    yield Typing(D(2026, 3, 2), Evidence, "HS01-12", {"expires": D(2026, 3, 15)})
    yield Click(D(2026, 3, 3), "HS02", "ask-supplement")
    yield Click(D(2026, 3, 10), "HS02", "record-supplement")
    yield Click(D(2026, 3, 11), "HS01-12", "renew-evidence", {"ngay-het-han-moi": "15/03/2027"})
    yield Click(D(2026, 3, 16), "HS01", "hold-meeting", {"ket-luan": "Thống nhất đề nghị tỉnh đánh giá."})
    for n, key in enumerate(("HS01", "HS02", "HS03", "HS08")):
        yield Click(D(2026, 3, 18), key, "assess", findings(n))
    for key in ("HS01", "HS02", "HS03", "HS08"):
        yield Click(D(2026, 3, 20), key, "send-dossier")


def claims(n: int) -> dict[str, str]:
    """What the subject says of its four contents."""
    return {
        "nguyen-lieu-chu-the-mo-ta": f"Nguyên liệu mua của {n + 10} hộ trong xã.",
        "lao-dong-chu-the-mo-ta": f"{n + 6} lao động tại ấp.",
        "y-tuong-chu-the-mo-ta": "Nghề của gia đình.",
        "ban-sac-chu-the-mo-ta": "Cách làm của cư dân ven sông.",
    }


def findings(n: int) -> dict[str, str]:
    """What the commune has found of them."""
    return {
        "nguyen-lieu-xa-danh-gia": f"Đã đối chiếu hợp đồng với {n + 10} hộ.",
        "lao-dong-xa-danh-gia": f"{n + 6} người thường trú tại xã.",
        "y-tuong-xa-danh-gia": "Đúng như hồ sơ.",
        "ban-sac-xa-danh-gia": "Có nét riêng của địa phương.",
    }


def results() -> Iterator[Act]:
    """Three are recognised, one comes back and is filed again for the autumn round."""
    for key, number in (("HS01", "1530/QĐ-UBND"), ("HS02", "1531/QĐ-UBND"), ("HS08", "1532/QĐ-UBND")):
        typed = {"ket-qua": "Được công nhận", "so-quyet-dinh": number, "diem-cua-tinh": "62,5"}
        yield Click(D(2026, 6, 20), key, "record-result", typed)
    returned = {"ket-qua": "Bị trả lại", "ly-do-tra-lai": "Thiếu giấy kiểm nghiệm"}
    yield Click(D(2026, 6, 22), "HS03", "record-result", returned)
    yield Click(D(2026, 6, 25), "HS03", "refile")
    yield Click(D(2026, 9, 28), "HS09", "receive-dossier", {"minh-chung-thieu": "không"})
    yield Click(D(2026, 10, 9), "HS09", "hold-meeting")
    yield Click(D(2026, 10, 12), "HS09", "assess", findings(2))
    yield Click(D(2026, 10, 14), "HS09", "send-dossier")


def support() -> Iterator[Act]:
    """Three kinds of help, typed once each and given to three more; a class for all; two fairs; shops."""
    money = {"nguon-kinh-phi": "Nguồn xã hội hóa"}
    kinds = (("Nhãn hiệu", "12"), ("Bao bì", "18,5"), ("Truy xuất nguồn gốc", "6"))
    for kind, cost in kinds:
        yield Click(D(2026, 4, 1), "SP01", "give-support", {"noi-dung-ho-tro": kind, "kinh-phi": cost} | money)
    for n in range(1, 4):
        yield Click(D(2026, 5, 30), f"HT0{n}", "finish-support")
        yield Click(D(2026, 5, 30), f"HT0{n}", "repeat-support", {"san-pham": "SP02, SP07, SP08"})
    yield Click(D(2026, 5, 15), "CT01", "hold-class", {"ten-lop": "Quản trị sản xuất", "so-ngay": "2"})
    yield Click(D(2026, 12, 4), "CT03", "complete-support", {"kinh-phi-moi-viec": "5"} | money)
    fair = {"ten-su-kien": "Hội chợ OCOP An Giang", "loai-su-kien": "Hội chợ", "dia-diem": "Long Xuyên"}
    yield Click(D(2026, 7, 10), "CT01", "hold-event", fair | {"chu-the": "CT01, CT02, CT05, CT07"})
    for product, kind, name, where in (
        ("SP01", "Sàn thương mại điện tử", "Shopee", {"duong-dan": "https://shopee.vn/thanhhuong"}),
        ("SP02", "Sàn thương mại điện tử", "Shopee", {"duong-dan": "https://shopee.vn/kieudiem"}),
        ("SP07", "Sàn thương mại điện tử", "Sendo", {"duong-dan": "https://sendo.vn/hieuphat"}),
        ("SP01", "Điểm giới thiệu và bán", "Điểm OCOP chợ Vĩnh Phong", {}),
        ("SP06", "Điểm giới thiệu và bán", "Điểm OCOP chợ Vĩnh Phong", {}),
        ("SP08", "Điểm trưng bày", "Nhà văn hóa xã", {}),
    ):
        yield Click(D(2026, 8, 1), product, "open-channel", {"loai-kenh": kind, "ten-kenh": name} | where)
    for n, (kind, title) in enumerate((("Hội nghị", "Triển khai Kế hoạch"), ("Truyền thanh", "Bản tin OCOP")), 1):
        cells = {"published": D(2026, 3, 25), "kind": kind, "title": title}
        yield Typing(D(2026, 3, 25), Communication, f"TT0{n}", cells, new=True)


GOOD = {"dieu-kien-san-xuat": "Đạt", "chat-luong": "Đạt", "duy-tri-tieu-chi": "Đạt", "su-dung-nhan-ocop": "Đạt"}


def visits() -> Iterator[Act]:
    """One all right, one to be mended, one grave: the province is asked and answers."""
    well = GOOD | {"noi-dung-ghi-nhan": "Duy trì tốt.", "muc-do": "Không có"}
    yield Click(D(2026, 8, 15), "CN03", "record-visit", well | {"lan-sau": "15/11/2026"})
    mend = {"dieu-kien-san-xuat": "Chưa đạt", "noi-dung-ghi-nhan": "Kho lạnh chưa có sổ.", "muc-do": "Cần khắc phục"}
    yield Click(D(2026, 8, 15), "SP02", "record-visit", GOOD | mend | {"kien-nghi": "Lập sổ theo dõi."})
    grave = {"chat-luong": "Chưa đạt", "noi-dung-ghi-nhan": "Sản phẩm có mốc.", "muc-do": "Nghiêm trọng"}
    yield Click(D(2026, 8, 16), "SP07", "record-visit", GOOD | grave | {"kien-nghi": "Thu hồi lô hàng."})
    yield Click(D(2026, 8, 17), "KT03", "request-province")
    yield Click(D(2026, 9, 10), "KT02", "close-correction")
    yield Click(D(2026, 9, 12), "KT03", "close-correction")
    yield Click(D(2026, 9, 15), "KT03", "record-answer", {"noi-dung-tra-loi": "Tỉnh đã kiểm tra."})
    yield Click(D(2026, 9, 25), "CN02", "confirm-logo-down")
    yield Click(D(2026, 11, 13), "CN03", "record-visit", well)


def end_of_year() -> Iterator[Act]:
    """Tasks, money, bases, conference, and the first certificate that is to be filed again."""
    for on, key in (
        (D(2026, 3, 25), "NV01"),
        (D(2026, 5, 20), "NV02"),
        (D(2026, 2, 20), "PC01"),
        (D(2026, 2, 25), "PC02"),
    ):
        yield Click(on, key, "finish-task")
    yield Click(D(2026, 8, 20), "NV07", "finish-task")
    yield Reporting(D(2026, 6, 29), "report-progress")
    yield Reporting(D(2026, 12, 21), "report-progress")
    bases = {"can-cu-cua-ke-hoach": "Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026"}
    yield Click(D(2026, 8, 3), "", "adjust-bases", bases)
    yield Click(D(2026, 11, 12), "CN01", "receive-dossier", {"minh-chung-thieu": "không"})
    for n, spent in ((1, "100"), (2, "150"), (3, "50"), (4, "80")):
        yield Click(D(2026, 12, 10), f"KP0{n}", "record-spending", {"da-chi-den-nay": spent})
    yield Click(D(2026, 12, 18), "", "plan-conference")


def province() -> Iterator[Act]:
    """A package each quarter; one remark on it; a report that no longer says what the workbook says."""
    for on in (D(2026, 6, 10), D(2026, 9, 1), D(2026, 11, 25)):
        yield Click(on, "", "record-package", {"ma-goi": f"OCOP-31051-{on:%m%d}"})
    remark = {"day": D(2026, 6, 26), "text": "Ghi rõ bộ sản phẩm của SP03.", "sheet": "Sản phẩm", "row_id": "SP03"}
    yield Typing(D(2026, 6, 26), Remark, "YK01", remark, new=True)
    yield Click(D(2026, 7, 1), "YK01", "answer-remark", {"tra-loi-cua-xa": "Chủ thể chưa chọn bộ."})
    late = {"loai-kenh": "Sàn thương mại điện tử", "ten-kenh": "Sendo", "tu-ngay": "01/06/2026"}
    yield Click(D(2026, 8, 3), "SP03", "open-channel", late)
    yield Checking(D(2026, 8, 4))
    yield Click(D(2026, 8, 5), "VB01", "look-at-paper", {"ket-qua-doi-chieu": "Vẫn đúng vào ngày ban hành."})


YEAR: tuple[Act, ...] = tuple(
    sorted(
        (*BEGINNING, *ideas(), *cycle(), *dossiers(), *results(), *support(), *visits(), *end_of_year(), *province()),
        key=lambda act: act.on,
    )
)
