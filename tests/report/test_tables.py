"""The tables: RFC 4180, and nothing in them that a spreadsheet would run."""

import csv
import io

import pytest

from sitegen.overview.tables import TABLES, defused, tables
from sitegen.values import replace
from tests.report.network import overview


def rows(name: str, data: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data[name].decode(), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", " =1", "1", "'=1"])
def test_all_else_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


def test_every_cell_is_defused() -> None:
    found = overview()
    evil = replace(found.sites[0], name='=HYPERLINK("http://x.example","a, b")', province="@x")
    late = replace(found.due[0], title="+1\nbaris dua")
    made = tables(replace(found, sites=(evil,), due=(late,)), "id")
    for data in made.values():
        for row in csv.reader(io.StringIO(data.decode(), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows("sites.csv", made)[0]["name"] == '\'=HYPERLINK("http://x.example","a, b")'
    assert rows("reviews.csv", made)[0]["title"] == "'+1\nbaris dua"


def test_every_row_is_as_long_as_its_head() -> None:
    made = tables(overview(), "id")
    assert tuple(made) == TABLES
    for data in made.values():
        lengths = {len(row) for row in csv.reader(io.StringIO(data.decode(), newline=""))}
        assert len(lengths) == 1
        assert data.endswith(b"\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")


def test_a_task_has_a_row_for_each_site() -> None:
    found = [(row["rule"], row["site"]) for row in rows("tasks.csv", tables(overview(), "id"))]
    assert found == [("contact-missing", "dua"), ("contact-missing", "satu"), ("sources-wanted", "")]


def test_what_was_not_measured_is_empty() -> None:
    other = rows("sites.csv", tables(overview(), "id"))[1]
    assert (other["pages"], other["median_gzip"], other["heaviest_gzip"]) == ("", "", "")
    assert other["check_mobile"] == "unbuilt"
