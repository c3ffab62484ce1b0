"""Pages of the rules about themes and templates."""

from sitegen.rules.pages.page import RulePage

THEME_FILE = "themes/pantai/theme.yaml"
TEMPLATE = "themes/pantai/templates/page.html"
SITES = (
    "sites.yaml",
    'sites:\n  - {domain: dinkesMerauke.example, district: "93.01", theme: pantai}\n',
)
PANTAI = (THEME_FILE, "name: pantai\nextends: default\n")


def _page(main: str) -> str:
    """A template of pages with this in its main block."""
    return f'{{% extends "base.html" %}}\n{{% block main %}}\n{main}\n{{% endblock %}}\n'


THEME: dict[str, RulePage] = {
    "theme-missing": RulePage(
        why=(
            "Tanpa tema, halaman situs ini tidak punya bentuk sama sekali. sitegen tidak memilih tema lain sendiri, "
            "sebab situs akan tampak seperti milik daerah lain.",
            "Without its theme the pages of this site have no shape at all. sitegen does not choose another one, since "
            "the site would look like somebody else's.",
        ),
        file=SITES[0],
        wrong='sites:\n  - {domain: dinkesMerauke.example, district: "93.01", theme: defalt}\n',
        right='sites:\n  - {domain: dinkesMerauke.example, district: "93.01", theme: default}\n',
    ),
    "theme-template-missing": RulePage(
        why=(
            "Templat ini membentuk satu jenis halaman. Tanpa templat itu, semua halaman jenis tersebut akan hilang "
            "dari situs.",
            "This template shapes one kind of page. Without it, all pages of that kind would vanish from the sites.",
        ),
        file="themes/default/templates/page.html",
        wrong="",
        right='{% extends "base.html" %}\n{% block main %}\n<h1>{{ page.title }}</h1>\n{{ body }}\n{% endblock %}\n',
        at="themes/default/templates",
    ),
    "theme-style-unused": RulePage(
        why=(
            "Gaya diberikan kepada halaman menurut nama berkasnya. Dengan nama yang salah eja, pembaca tidak pernah "
            "melihat perubahan Anda.",
            "Styles reach a page by the name of their file. If it is misspelled, readers never see your change.",
        ),
        file="themes/default/style/templates/artikle.css",
        wrong=".ringkasan { font-weight: 600; }\n",
        right="",
    ),
    "theme-extends-unknown": RulePage(
        why=(
            "Tema ini mengambil sebagian besar templat dan gayanya dari tema lain. Bila tema itu tidak ada, situsnya "
            "tidak dapat dibuat.",
            "This theme takes most of its templates and styles from another one. If that does not exist, its sites "
            "cannot be made.",
        ),
        file=THEME_FILE,
        wrong="name: pantai\nextends: defualt\n",
        right="name: pantai\nextends: default\n",
        also=(SITES,),
    ),
    "theme-extends-cycle": RulePage(
        why=(
            "Setiap tema menunggu tema lainnya, sehingga tidak pernah jelas templat siapa yang dipakai.",
            "Each of these themes waits for another one, so that it is never clear whose template is used.",
        ),
        file=THEME_FILE,
        wrong="name: pantai\nextends: laut\n",
        right="name: pantai\nextends: default\n",
        also=(SITES, ("themes/laut/theme.yaml", "name: laut\nextends: pantai\n")),
        at="themes/laut/theme.yaml",
    ),
    "theme-token-unknown": RulePage(
        why=(
            "Nama token yang salah eja tidak mengubah apa-apa: Anda menunggu warna baru, sedangkan pembaca tetap "
            "melihat warna lama.",
            "A token that is misspelled changes nothing: you wait for a new colour, and readers still see the old one.",
        ),
        file=THEME_FILE,
        wrong='name: pantai\nextends: default\ntokens:\n  pepar: "#ffffff"\n',
        right='name: pantai\nextends: default\ntokens:\n  paper: "#ffffff"\n',
        also=(SITES,),
    ),
    "theme-token-value": RulePage(
        why=(
            "Nilai token ditulis ke lembar gaya semua halaman. Satu tanda yang salah di sana dapat merusak tampilan "
            "seluruh situs.",
            "The value of a token goes into the sheet of all pages. One wrong sign there can spoil the whole site.",
        ),
        file=THEME_FILE,
        wrong='name: pantai\nextends: default\ntokens:\n  paper: "#ffffff; color: red"\n',
        right='name: pantai\nextends: default\ntokens:\n  paper: "#ffffff"\n',
        also=(SITES,),
    ),
    "theme-page-size": RulePage(
        why=(
            "Daftar yang terlalu panjang lama terbuka dengan sinyal lemah; daftar tanpa isi tidak menunjukkan apa-apa.",
            "A list that is too long opens slowly on a weak signal; one without items shows nothing.",
        ),
        file=THEME_FILE,
        wrong="name: pantai\nextends: default\npage_size: 5000\n",
        right="name: pantai\nextends: default\npage_size: 50\n",
        also=(SITES,),
    ),
    "theme-strings": RulePage(
        why=(
            "Dari katalog ini diambil kata-kata halaman dalam bahasa lain. Bila tidak terbaca, tombol dan judul tampil "
            "dalam bahasa yang tidak dimengerti pembacanya.",
            "The words of pages in another language come from this catalogue. If it cannot be read, buttons and "
            "headings appear in a language that readers do not know.",
        ),
        file="themes/pantai/strings/en.po",
        wrong='msgid "Beranda"\nHome\n',
        right='msgid "Beranda"\nmsgstr "Home"\n',
        also=(SITES, PANTAI),
    ),
    "theme-strings-blanks": RulePage(
        why=(
            "Isian dalam kurung kurawal diganti dengan angka atau nama. Bila namanya ikut diterjemahkan, pembaca "
            "melihat kurung kurawal atau angkanya hilang.",
            "Blanks in braces are filled with figures or names. If a blank's name is translated too, readers see the "
            "braces, or the figure is lost.",
        ),
        file="themes/pantai/strings/en.po",
        wrong='msgid "{n} menit"\nmsgstr "{menit} minutes"\n',
        right='msgid "{n} menit"\nmsgstr "{n} minutes"\n',
        also=(SITES, PANTAI),
    ),
    "template-syntax": RulePage(
        why=(
            "Templat yang salah tulis tidak dapat menghasilkan halaman; semua halaman yang memakainya berhenti terbit.",
            "A template with a mistake makes no pages; all that use it would no longer be published.",
        ),
        file=TEMPLATE,
        wrong=_page("{% if page.title %}<h1>{{ page.title }}</h1>"),
        right=_page("{% if page.title %}<h1>{{ page.title }}</h1>{% endif %}"),
        also=(SITES, PANTAI),
    ),
    "template-character": RulePage(
        why=(
            "Dengan kedua aksara ini sitegen menandai tempat nama dan nomor setiap situs. Di dalam templat, aksara itu "
            "dapat menampilkan nomor daerah lain.",
            "With these two characters sitegen marks where each site's names and numbers go. In a template they could "
            "show another district's number.",
        ),
        wrong_words=(
            "Templat ditempel dari aplikasi yang memakai aksara U+E000 atau U+E001, misalnya untuk ikon.",
            "A template was pasted from an application that uses U+E000 or U+E001, for icons perhaps.",
        ),
        right_words=(
            "Hapus aksara itu; untuk ikon, pakai gambar SVG di dalam templat.",
            "Remove the character; for icons use an SVG in the template.",
        ),
    ),
    "template-name-dynamic": RulePage(
        why=(
            "Dari nama yang tertulis sitegen tahu halaman mana yang harus dibuat ulang bila sebuah templat berubah. "
            "Dengan nama yang dihitung, halaman lama dapat tertinggal.",
            "From names that are written out sitegen knows which pages to make anew when a template changes. With a "
            "name that is computed, old pages could stay behind.",
        ),
        file=TEMPLATE,
        wrong=_page('{% include page.title ~ ".html" %}'),
        right=_page('{% include "catatan.html" %}'),
        also=(SITES, PANTAI, ("themes/pantai/templates/catatan.html", "<p>{{ page.title }}</p>\n")),
    ),
    "template-missing": RulePage(
        why=(
            "Bagian yang diminta tidak ada, jadi halaman akan terbit tanpa bagian itu, misalnya tanpa kepala dan kaki.",
            "The part that is asked for does not exist, so pages would come out without it, without a foot perhaps.",
        ),
        file=TEMPLATE,
        wrong='{% extends "dasar.html" %}\n',
        right='{% extends "base.html" %}\n',
        also=(SITES, PANTAI),
    ),
    "template-unknown": RulePage(
        why=(
            "Templat meminta sesuatu yang tidak diberikan kepadanya, sehingga di halaman akan ada tempat kosong.",
            "The template asks for something that it is not given, so that pages would have an empty place.",
        ),
        file=TEMPLATE,
        wrong=_page("{{ cards.terbaru }}"),
        right=_page("{{ body }}"),
        also=(SITES, PANTAI),
    ),
    "template-failed": RulePage(
        why=(
            "Nilai yang salah eja akan menjadi tempat kosong di setiap halaman, misalnya halaman tanpa judul. Lebih "
            "baik berhenti sebelum terbit.",
            "A value that is misspelled would be an empty place on every page: pages without a title, say. It is "
            "better to stop before they are published.",
        ),
        file=TEMPLATE,
        wrong=_page("<h1>{{ page.judul }}</h1>"),
        right=_page("<h1>{{ page.title }}</h1>"),
        also=(SITES, PANTAI),
    ),
    "template-too-costly": RulePage(
        why=(
            "Templat dipakai ribuan kali dalam satu penerbitan. Satu templat yang tidak kunjung selesai menahan semua "
            "situs, dan yang menghabiskan memori menjatuhkan komputer yang menjalankannya.",
            "A template is used thousands of times in one build. One that never ends holds up all sites, and one that "
            "takes all memory brings down the computer that it runs on.",
        ),
        wrong_words=(
            "Enam perulangan bersarang atas judul halaman, atau potongan templat yang memuat dirinya sendiri dua kali.",
            "Six loops within each other over a page's title, or a partial that includes itself twice.",
        ),
        right_words=(
            "Satu perulangan atas daftar yang memang ada di halaman itu.",
            "One loop over a list that the page does have.",
        ),
    ),
}
