"""The register of regions that ships with sitegen."""

import csv
from functools import lru_cache

from sitegen.model.region import Region
from sitegen.shipped import shipped


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Every kabupaten and kota by its Kemendagri code (text: "32.02"), in the order of the codes. Not to be changed."""
    text = shipped("regencies.csv")
    return {
        row["code"]: Region(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            short_name=row["short_name"],
            slug=row["slug"],
            province=row["province"],
            province_code=row["province_code"],
            island_group=row["island_group"],
            timezone=row["timezone"],
            zone=row["tz_abbr"],
        )
        for row in csv.DictReader(text.splitlines())
    }
