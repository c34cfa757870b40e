"""Editions that are not the real internal one: July for the public, and a made-up ward that reports next to nothing."""

import shutil
from pathlib import Path

from phulien_analysis.audience import INTERNAL, PUBLIC
from phulien_analysis.notebooks import Pool
from phulien_analysis.publishing import Wanted, build_edition

FEW = "phuong-it-so"
MONTH = "2025-07"
WARD = f"{FEW},99999,31,Phường Ít Số,Few Figures Ward,Thành phố Hải Phòng,Hai Phong City"
FIGURES = (
    "criminal-offences,actual,2025-07-01,2025-07-19,3,case,,,II.4 p1 #1",
    "criminal-suspects,actual,2025-07-01,2025-07-19,2,suspect,,,II.4 p1 #2",
    "dossiers-received,actual,2025-07-01,2025-07-20,12,dossier,,,II.5 p1 #1",
    "dossiers-online,actual,2025-07-01,2025-07-20,9,dossier,,,II.5 p1 #2",
    "dossiers-in-person,actual,2025-07-01,2025-07-20,3,dossier,,,II.5 p1 #3",
)
"""Two that the policy covers, a total with its two parts; eleven topics report nothing."""


def publish(real: Path, notebooks: Path, home: Path) -> Path:
    """A site in ``home``: the real July for the public, and the made-up ward, internal; both in two languages."""
    data = Path(shutil.copytree(real, home / "data"))
    with (data / "wards.csv").open("a", encoding="utf-8") as wards:
        wards.write(f"{WARD}\n")
    (data / FEW).mkdir()
    head = (real / "phu-lien" / f"{MONTH}.csv").read_text("utf-8").partition("\n")[0]
    (data / FEW / f"{MONTH}.csv").write_text("\n".join([head, *FIGURES, ""]), encoding="utf-8")
    with Pool() as pool:
        for ward, audience in (("phu-lien", PUBLIC), (FEW, INTERNAL)):
            wanted = Wanted(MONTH, ward, ("vi", "en"), audience=audience)
            build_edition(wanted, data=data, notebooks=notebooks, out=home / "site", pool=pool)
    return home / "site"
