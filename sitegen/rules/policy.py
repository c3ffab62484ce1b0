"""Rules about policies, holds and acceptances."""

from sitegen.rules.rule import OTHER_DAY, Rule

POLICY: dict[str, Rule] = {
    "policy-in-override": Rule(
        "error",
        (
            "“policy:” hanya berlaku di naskah yang diubah, tidak di berkas yang mengubahnya.",
            "“policy:” belongs into the document that is changed, not into the file that changes it.",
        ),
        ("Hapus baris ini.", "Delete this line."),
    ),
    "acceptance-unknown": Rule(
        "warning",
        (
            "Tidak ada dokumen “{document}”; persetujuan ini tidak berlaku untuk apa pun.",
            "There is no document “{document}”; this acceptance holds for nothing.",
        ),
        (
            "Mungkin maksud Anda: {near}? Bila sudah dihapus, hapus juga di sini.",
            "Did you mean: {near}? If it has been deleted, delete it here, too.",
        ),
    ),
    "acceptance-twice": Rule(
        "error",
        ("“{document}” sudah tercatat di {others}.", "“{document}” is listed already at {others}."),
        ("Hapus yang lama.", "Delete the older one."),
    ),
    "acceptance-future": Rule(
        "error",
        (
            "Tanggal persetujuan {day} belum tiba; bangunan ini untuk {today}.",
            "The day of acceptance, {day}, is still to come; this build is for {today}.",
        ),
        (
            f"Tulis tanggal dinas menyetujuinya. {OTHER_DAY[0]}",
            f"Write the day on which the office accepted it. {OTHER_DAY[1]}",
        ),
    ),
    "acceptance-waiting": Rule(
        "task",
        (
            "“{document}” menunggu persetujuan dinas, jadi belum tampil di: {sites}.",
            "“{document}” waits for the office's acceptance, so it is not shown yet on: {sites}.",
        ),
        (
            'Bila dinas setuju: sitegen accept {first} {document} --by "nama dan jabatan" (docs/acceptance.md).',
            'If the office agrees: sitegen accept {first} {document} --by "name and office" (docs/acceptance.md).',
        ),
    ),
    "acceptance-changed": Rule(
        "task",
        (
            "Naskah {others} berubah setelah disetujui dinas; yang baru sudah tampil di: {sites}.",
            "{others} has changed since the office accepted it; the new text is shown already on: {sites}.",
        ),
        (
            'Mintakan persetujuan, lalu: sitegen accept {site} {document} --by "nama dan jabatan" (digest: {digest}).',
            'Ask the office, then: sitegen accept {site} {document} --by "name and office" (digest: {digest}).',
        ),
    ),
    "link-held": Rule(
        "task",
        (
            "Tautan “{target}” menuju yang masih menunggu persetujuan; sementara ini ke daftar artikel, di: {sites}.",
            "The link “{target}” leads to what waits for acceptance; for now to the list of articles, on: {sites}.",
        ),
        (
            "Mintakan persetujuan untuk tujuan tautan itu (docs/acceptance.md).",
            "Ask for the acceptance of what it leads to (docs/acceptance.md).",
        ),
    ),
    "url-held": Rule(
        "error",
        (
            "Yang pernah terbit kini menunggu persetujuan dan akan hilang dari {sites}: {paths}.",
            "What was published now waits for acceptance and would vanish from {sites}: {paths}.",
        ),
        (
            'Yang sudah terbit perlu disetujui sebelum ditahan: sitegen accept SITUS --all --by "nama dan jabatan"; '
            "atau ubah “hold:” atau “policy:” kembali.",
            "What is published has to be accepted before it is held: sitegen accept SITE --all "
            '--by "name and office"; or change “hold:” or “policy:” back.',
        ),
    ),
    "accept-document-unknown": Rule(
        "error",
        (
            "“{document}” tidak menunggu persetujuan situs {site}.",
            "“{document}” does not wait for the acceptance of the site {site}.",
        ),
        (
            "Yang menunggu: {near}. Lihat semuanya: sitegen accept {site} --list",
            "What waits: {near}. See all of it: sitegen accept {site} --list",
        ),
    ),
    "accept-name": Rule(
        "error",
        ("“{name}” bukan nama: tulis satu baris teks.", "“{name}” is no name: write one line of text."),
        (
            'Tulis siapa di dinas yang menyetujui: --by "nama dan jabatan".',
            'Write who in the office accepted it: --by "name and office".',
        ),
    ),
    "accept-by-hand": Rule(
        "error",
        (
            "Berkas ini tertulis dengan cara yang tidak dapat diubah sendiri oleh sitegen.",
            "This file is written in a way that sitegen cannot change by itself.",
        ),
        (
            "Tulis sendiri di sana: {entry}",
            "Write into it yourself: {entry}",
        ),
    ),
}
