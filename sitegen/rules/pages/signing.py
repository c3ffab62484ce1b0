"""Pages of the rules about what `sitegen sign` is asked for."""

from sitegen.rules.pages.page import RulePage

SIGNING: dict[str, RulePage] = {
    "sign-key-missing": RulePage(
        (
            "Tanpa kunci tidak ada yang dapat ditandatangani. Kunci dibuat sekali, disimpan di luar proyek, dan tidak "
            "pernah diperlukan untuk membangun situs.",
            "Without a key nothing can be signed. It is made once, kept outside of the project, and never needed to "
            "build sites.",
        ),
        wrong_words=(
            "Menjalankan “sitegen sign” di komputer yang belum punya ~/.ssh/sitegen.",
            "Running “sitegen sign” on a computer that has no ~/.ssh/sitegen yet.",
        ),
        right_words=(
            "ssh-keygen -t ed25519 -C sitegen -f ~/.ssh/sitegen, lalu “sitegen sign”",
            "ssh-keygen -t ed25519 -C sitegen -f ~/.ssh/sitegen, then “sitegen sign”",
        ),
    ),
    "sign-key-inside": RulePage(
        (
            "Kunci di folder proyek mudah masuk git, dan kunci di folder keluaran ikut terunggah. Siapa pun yang "
            "mendapatnya dapat menandatangani halaman palsu.",
            "A key in the project's folder soon is in git, and one in the output folder is uploaded with it. Whoever "
            "gets "
            "it can sign forged pages.",
        ),
        wrong_words=("sitegen sign --key dist/kunci", "sitegen sign --key dist/key"),
        right_words=("sitegen sign --key ~/.ssh/sitegen", "sitegen sign --key ~/.ssh/sitegen"),
    ),
    "sign-unpublished": RulePage(
        (
            "Yang ditandatangani ialah terbitan, bukan naskah. Sebelum ada terbitan, tidak ada yang dapat dibuktikan.",
            "What is signed is a release, not documents. Before there is one, there is nothing to prove.",
        ),
        wrong_words=(
            "Menjalankan “sitegen sign” sebelum “sitegen build” yang pertama.",
            "Running “sitegen sign” before the first “sitegen build”.",
        ),
        right_words=("“sitegen build”, lalu “sitegen sign”", "“sitegen build”, then “sitegen sign”"),
    ),
    "sign-altered": RulePage(
        (
            "Tanda tangan menjamin setiap berkas. Halaman yang diubah sesudah terbit, sengaja atau karena peretasan, "
            "tidak "
            "boleh ikut dijamin.",
            "A signature vouches for every file. A page that was changed after it was published, on purpose or by a "
            "break-in, must not be vouched for.",
        ),
        wrong_words=(
            "Mengubah dist/dinkesContoh.example/index.html dengan tangan, lalu “sitegen sign”.",
            "Editing dist/dinkesContoh.example/index.html by hand, then “sitegen sign”.",
        ),
        right_words=(
            "Perbaiki naskahnya di content/, lalu “sitegen build --full” dan “sitegen sign”.",
            "Correct the text in content/, then “sitegen build --full” and “sitegen sign”.",
        ),
    ),
    "sign-serial-old": RulePage(
        (
            "Nomor terbitan hanya naik. Dua terbitan dengan nomor yang sama, atau yang baru dengan nomor lebih rendah, "
            "membuat pengembalian ke terbitan lama tidak ketahuan.",
            "Release numbers only rise. Two releases of one number, or a new one with a lower number, would let nobody "
            "notice that an old release was put back.",
        ),
        wrong_words=(
            "“sitegen sign --serial 3” sesudah terbitan nomor 7 ditandatangani.",
            "“sitegen sign --serial 3” after release number 7 was signed.",
        ),
        right_words=(
            "“sitegen sign”, yang memberi nomor 8 bila isinya berubah",
            "“sitegen sign”, which gives number 8 if anything has changed",
        ),
    ),
    "sign-failed": RulePage(
        (
            "Tanda tangan dibuat oleh ssh-keygen. Bila ia menolak kuncinya, tidak ada yang ditandatangani, dan tanda "
            "tangan lama tetap.",
            "Signatures are made by ssh-keygen. If it refuses the key, nothing is signed, and old signatures stay.",
        ),
        wrong_words=(
            "Kunci yang dapat dibaca semua orang (chmod 644), atau kata sandi kunci yang salah.",
            "A key that everybody may read (chmod 644), or a wrong passphrase.",
        ),
        right_words=("chmod 600 ~/.ssh/sitegen, lalu “sitegen sign”", "chmod 600 ~/.ssh/sitegen, then “sitegen sign”"),
    ),
    "openssh-missing": RulePage(
        (
            "Menandatangani dan memeriksa tanda tangan memakai program OpenSSH, yang ada di hampir semua komputer dan "
            "dapat dipakai dinas tanpa sitegen.",
            "Signing and checking signatures is done by OpenSSH's program, which nearly every computer has and which "
            "offices can use without sitegen.",
        ),
        wrong_words=(
            "Menjalankan “sitegen sign” di komputer tanpa ssh-keygen.",
            "Running “sitegen sign” on a computer without ssh-keygen.",
        ),
        right_words=(
            "apt-get install openssh-client (di Windows: fitur “OpenSSH Client”), lalu “sitegen sign”",
            "apt-get install openssh-client (on Windows: the feature “OpenSSH Client”), then “sitegen sign”",
        ),
    ),
}
