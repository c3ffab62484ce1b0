"""Rules about what `sitegen diff` is asked for."""

from sitegen.rules.rule import Rule

COMPARING: dict[str, Rule] = {
    "git-missing": Rule(
        "error",
        ("Program git tidak dapat dijalankan ({reason}).", "The program git cannot be run ({reason})."),
        (
            "Pasang git, atau bandingkan dengan terbitan saja: sitegen diff tanpa --against.",
            "Install git, or compare with what is published: sitegen diff without --against.",
        ),
    ),
    "git-no-repository": Rule(
        "error",
        (
            "Proyek ini tidak ada di dalam repositori git yang dapat dibaca ({reason}).",
            "This project is not in a git repository that can be read ({reason}).",
        ),
        (
            "Bandingkan dengan terbitan saja: sitegen diff tanpa --against.",
            "Compare with what is published: sitegen diff without --against.",
        ),
    ),
    "git-revision-unknown": Rule(
        "error",
        ("git tidak mengenal revisi “{revision}”.", "git knows no revision “{revision}”."),
        (
            "Tulis nama cabang, tanda, atau nomor komit, misalnya HEAD~1 atau main. Di CI riwayat sering dipotong: "
            "ambil semuanya (git fetch --unshallow).",
            "Write a branch, a tag or a commit, such as HEAD~1 or main. In CI the history is often cut: fetch "
            "all of it (git fetch --unshallow).",
        ),
    ),
    "git-no-project": Rule(
        "error",
        (
            "Pada revisi {revision} belum ada sites.yaml di sini.",
            "At the revision {revision} there is no sites.yaml here.",
        ),
        ("Pilih revisi yang lebih baru.", "Choose a later revision."),
    ),
    "git-failed": Rule(
        "error",
        ("Isi revisi itu tidak dapat dibaca: {reason}", "What that revision holds cannot be read: {reason}"),
        (
            "Periksa ruang disk dan repositorinya (git fsck), lalu jalankan lagi.",
            "Check the disk and the repository (git fsck), then run the command again.",
        ),
    ),
    "diff-revision-broken": Rule(
        "error",
        (
            "Revisi {revision} tidak dapat dibangun dengan sitegen ini: {errors} kesalahan.",
            "The revision {revision} cannot be built by this sitegen. Errors: {errors}.",
        ),
        (
            "Pilih revisi lain, atau bandingkan dengan terbitan: sitegen diff tanpa --against.",
            "Choose another revision, or compare with what is published: sitegen diff without --against.",
        ),
    ),
}
