"""Rules about what `sitegen sign` is asked for."""

from sitegen.rules.rule import Rule

SIGNING: dict[str, Rule] = {
    "sign-key-missing": Rule(
        "error",
        ("Tidak ada kunci tanda tangan di {path}.", "There is no signing key at {path}."),
        (
            "Tunjuk kuncinya dengan --key, atau buat dahulu: ssh-keygen -t ed25519 -C sitegen -f {path}",
            "Point to it with --key, or make one first: ssh-keygen -t ed25519 -C sitegen -f {path}",
        ),
    ),
    "sign-key-inside": Rule(
        "error",
        (
            "Kunci tanda tangan {path} berada di folder proyek atau keluaran.",
            "The signing key {path} lies in the folder of the project or of the output.",
        ),
        (
            "Pindahkan ke luar, misalnya ke ~/.ssh. Bila pernah masuk git atau terunggah, buat kunci baru.",
            "Move it out, to ~/.ssh for instance. If it was ever in git or uploaded, make a new one.",
        ),
    ),
    "sign-unpublished": Rule(
        "error",
        ("Belum ada terbitan {site} yang dapat ditandatangani di sini.", "Nothing of {site} to be signed is here."),
        ("Jalankan dahulu: sitegen build", "First run: sitegen build"),
    ),
    "sign-altered": Rule(
        "error",
        (
            "Di sini folder tidak sama dengan yang diterbitkan, jadi tidak ditandatangani.",
            "Here the folder is not what was published, so it is not signed.",
        ),
        (
            "Cari tahu siapa yang mengubahnya, lalu terbitkan ulang dengan: sitegen build --full",
            "Find out who changed it, then publish again with: sitegen build --full",
        ),
    ),
    "sign-serial-old": Rule(
        "error",
        (
            "Nomor terbitan {serial} tidak dapat dipakai untuk {site}: nomor {highest} sudah pernah dipakai.",
            "The release number {serial} cannot be used for {site}: number {highest} has been used already.",
        ),
        (
            "Pakai nomor yang lebih tinggi, atau jalankan tanpa --serial.",
            "Use a higher number, or run the command without --serial.",
        ),
    ),
    "sign-failed": Rule(
        "error",
        (
            "ssh-keygen tidak dapat membuat tanda tangan ({reason}).",
            "ssh-keygen could not make a signature ({reason}).",
        ),
        (
            "Periksa berkas kunci, izinnya (chmod 600), dan kata sandinya.",
            "Check the key file, its permissions (chmod 600) and its passphrase.",
        ),
    ),
    "openssh-missing": Rule(
        "error",
        ("Program ssh-keygen tidak dapat dijalankan ({reason}).", "The program ssh-keygen cannot be run ({reason})."),
        (
            "Pasang OpenSSH 8.1 atau lebih baru, misalnya: apt-get install openssh-client",
            "Install OpenSSH 8.1 or newer, for instance: apt-get install openssh-client",
        ),
    ),
}
