"""Pages of the rules about what `sitegen diff` is asked for."""

from sitegen.rules.pages.page import RulePage

COMPARING: dict[str, RulePage] = {
    "git-missing": RulePage(
        (
            "Naskah pada revisi lama hanya git yang dapat membacanya. Tanpa git tidak ada yang dapat dibandingkan, "
            "dan laporan yang kosong akan dikira “tidak ada yang berubah”.",
            "Only git can read the texts of an earlier revision. Without it there is nothing to compare with, and an "
            "empty report would be taken for “nothing has changed”.",
        ),
        wrong_words=(
            "Menjalankan “sitegen diff --against main” di komputer yang belum punya git.",
            "Running “sitegen diff --against main” on a computer without git.",
        ),
        right_words=(
            "“sitegen diff” saja: dibandingkan dengan terbitan di dist/.",
            "“sitegen diff” alone: it compares with what is published in dist/.",
        ),
    ),
    "git-no-repository": RulePage(
        (
            "Folder yang disalin dari USB atau diunduh sebagai zip tidak membawa riwayatnya, jadi revisi lama tidak "
            "ada di situ.",
            "A folder that was copied from a USB stick or downloaded as a zip does not bring its history, so there "
            "are no earlier revisions in it.",
        ),
        wrong_words=(
            "Membongkar zip proyek, lalu “sitegen diff --against HEAD~1”.",
            "Unpacking a zip of the project, then “sitegen diff --against HEAD~1”.",
        ),
        right_words=(
            "Ambil proyeknya dengan “git clone”, lalu “sitegen diff --against HEAD~1”.",
            "Get the project with “git clone”, then “sitegen diff --against HEAD~1”.",
        ),
    ),
    "git-revision-unknown": RulePage(
        (
            "Bila nama revisi yang salah diam-diam diganti yang lain, laporan menunjukkan perubahan yang keliru, dan "
            "yang diterbitkan bukan yang dibaca.",
            "If a wrong name were quietly replaced by another revision, the report would show other changes than "
            "those that are published.",
        ),
        wrong_words=("“sitegen diff --against mian”", "“sitegen diff --against mian”"),
        right_words=("“sitegen diff --against main”", "“sitegen diff --against main”"),
    ),
    "git-no-project": RulePage(
        (
            "Pada revisi itu proyek belum ada, atau ada di folder lain. Semua halaman akan tampak baru, dan "
            "perubahan yang sebenarnya tenggelam.",
            "At that revision the project was not there yet, or in another folder. All pages would look new, and the "
            "real changes would drown.",
        ),
        wrong_words=(
            "“sitegen diff --against” dengan komit pertama repositori, sebelum sites.yaml dibuat.",
            "“sitegen diff --against” with the first commit of the repository, before sites.yaml was made.",
        ),
        right_words=(
            "Pilih komit yang sudah memuat sites.yaml di folder ini.",
            "Choose a commit that has sites.yaml in this folder.",
        ),
    ),
    "git-failed": RulePage(
        (
            "Revisi yang hanya terbaca sebagian memberi laporan yang kurang. Tautan yang menunjuk ke luar proyek "
            "juga tidak diikuti, supaya berkas lain di komputer ini tidak tertimpa.",
            "A revision that is read in part gives a report that lacks something. Nor are links followed that lead "
            "out of the project, so that no other file of this computer is overwritten.",
        ),
        wrong_words=(
            "Pada revisi itu content/shared/static/ memuat tautan ke /etc.",
            "At that revision content/shared/static/ holds a link to /etc.",
        ),
        right_words=(
            "Bandingkan dengan revisi tanpa tautan itu, atau dengan terbitan: sitegen diff",
            "Compare with a revision without that link, or with what is published: sitegen diff",
        ),
    ),
    "diff-revision-broken": RulePage(
        (
            "Naskah lama dibangun dengan sitegen yang sekarang, supaya yang tampak hanya akibat perubahan naskah. "
            "Aturan yang baru dapat menolak naskah lama itu.",
            "Earlier texts are built by the present sitegen, so that only what the texts changed is seen. A newer "
            "rule may refuse them.",
        ),
        wrong_words=(
            "“sitegen diff --against” dengan komit yang naskahnya punya tautan rusak.",
            "“sitegen diff --against” with a commit in which a text has a broken link.",
        ),
        right_words=(
            "Pilih komit sesudah tautan itu diperbaiki; kesalahan yang lain disebut di bawah pesan ini.",
            "Choose a commit after that link was mended; its errors are named below this message.",
        ),
    ),
}
