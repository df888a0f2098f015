"""Fit the scale of MEANTIME; prints src/sayso/lexicons/data/factuality_scale.tsv. Data: the folder SAYSO_DATA."""

import os
from pathlib import Path

from sayso.evaluate.factuality import read_conll
from sayso.evaluate.factuality_rules import as_table, fit_scale

HEAD = """\
# What an event so presented is worth on the scale of a factuality corpus, for scoring only.
# source: medians over MEANTIME's training split (CC BY 4.0) as unified by gabrielStanovsky/unified-factuality, by
#         train/factuality/scale.py
# licence: Apache-2.0
# time is blank for any time; events: how many the median is taken over
"""

folder = Path(os.environ["SAYSO_DATA"], "factuality")
rows = fit_scale("MEANTIME", read_conll(folder / "MEANTIME" / "train.conll"))
print(HEAD + as_table(rows), end="")
