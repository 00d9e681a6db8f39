"""Terms that no law fixes: **our readings** (cách hiểu của phần mềm), here and nowhere else. Days unless said."""

from __future__ import annotations

IDEA_ANSWER = 30
"""From receiving an idea to answering whoever registered it."""
IDEA_PRODUCT = 15
"""From choosing an idea to its row in «Sản phẩm»."""
SUPPORT_END = 90
"""From the start of a piece of help to its end."""
VISIT_EVERY = 365
"""Between two looks at a product with a certificate in force; the plan (khoản 5 mục III) names no interval."""
PROVINCE_ANSWER = 15
"""From a request about an inspection to the province's answer; khoản 4 Điều 8 gives 15 days for a withdrawal only."""
NEAR = 7
"""«Đến hạn»: due within a week."""
SOON = 30
"""A duty without a first day of its own is listed from a month before it is due."""
LAST_QUARTER = 10
"""The month from which money that is not spent is a duty."""
