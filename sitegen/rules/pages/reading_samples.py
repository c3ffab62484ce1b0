"""What the examples about reading have in common: a page, a site."""

PAGE = "content/shared/halaman/layanan.md"
TITLE = "title: Layanan kami"
SUMMARY = "summary: Apa saja yang kami layani."
SITE = '  - {domain: dinkesMerauke.example, district: "93.01"}'


def page(*head: str, body: str = "Posyandu buka setiap bulan.") -> str:
    """A page with these lines between the two lines ---."""
    return "\n".join(("---", *head, "---", body, ""))


def sites(*lines: str) -> str:
    """These lines as a sites.yaml."""
    return "\n".join((*lines, ""))
