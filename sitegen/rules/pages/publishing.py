"""Pages of the rules about the output folder. No file of a project shows them, so they are told in words."""

from sitegen.rules.pages.page import RulePage

_FOLDER: dict[str, RulePage] = {
    "output-is-source": RulePage(
        (
            "Di folder keluaran, yang tidak lagi dipakai dihapus. Kalau naskah Anda ada di sana, pekerjaan "
            "berbulan-bulan dapat hilang dalam satu perintah.",
            "In the output folder, what is no longer in use is deleted. If your texts lay there, the work of months "
            "could be gone with one command.",
        ),
        wrong_words=(
            "Menjalankan “sitegen build -d content”, atau “sitegen build -d .”.",
            "Running “sitegen build -d content”, or “sitegen build -d .”.",
        ),
        right_words=("sitegen build -d dist", "sitegen build -d dist"),
    ),
    "output-not-folder": RulePage(
        (
            "Sebuah berkas berdiri di tempat folder keluaran atau folder situs. Menggantinya berarti menghapus "
            "sesuatu yang mungkin masih Anda perlukan.",
            "A file stands where the output folder or the folder of a site should be. To replace it would be to "
            "delete something that you may still need.",
        ),
        wrong_words=(
            "Ada berkas bernama dist, misalnya arsip yang lupa diberi .zip, lalu “sitegen build” dijalankan.",
            "There is a file named dist, such as an archive without its .zip, and then “sitegen build” is run.",
        ),
        right_words=(
            "Ganti nama berkas itu menjadi dist.zip, atau bangun ke folder lain: sitegen build -d keluaran",
            "Rename that file to dist.zip, or build into another folder: sitegen build -d output",
        ),
    ),
    "output-not-ours": RulePage(
        (
            "sitegen mengatur seluruh folder keluarannya, termasuk menghapus yang tidak dipakai. Foto atau situs lama "
            "di dalam folder itu dapat ikut hilang.",
            "sitegen rules over the whole of its output folder and deletes what is not in use. Photos or an old site "
            "in that folder could go with it.",
        ),
        wrong_words=(
            "Menjalankan “sitegen build -d /var/www/html”, padahal di sana sudah ada situs yang dibuat dengan cara "
            "lain.",
            "Running “sitegen build -d /var/www/html” while a site that was made in another way lies there.",
        ),
        right_words=(
            "Bangun ke folder kosong, periksa, lalu unggah isinya: sitegen build -d dist",
            "Build into an empty folder, have a look, then upload what is in it: sitegen build -d dist",
        ),
    ),
    "output-symlink": RulePage(
        (
            "Tautan dapat menunjuk ke mana saja, juga ke folder orang lain di server itu. Menulis dan menghapus "
            "melalui tautan dapat merusak yang bukan milik Anda.",
            "A link may point anywhere, also to somebody else's folder on that server. Writing and deleting through "
            "it may damage what is not yours.",
        ),
        wrong_words=(
            "Mengganti dist dengan tautan (“ln -s /srv/www dist”), lalu menjalankan “sitegen build”.",
            "Replacing dist by a link (“ln -s /srv/www dist”), then running “sitegen build”.",
        ),
        right_words=(
            "Sebut folder yang sebenarnya: sitegen build -d /srv/www",
            "Name the real folder: sitegen build -d /srv/www",
        ),
    ),
    "output-locked": RulePage(
        (
            "Dua bangunan yang menulis bersamaan dapat mencampur halaman lama dan baru. Karena itu yang kedua "
            "ditolak, dan tidak ada yang rusak.",
            "Two builds that write at the same time could mix old and new pages. So the second one is refused, and "
            "nothing is harmed.",
        ),
        wrong_words=(
            "Menjalankan “sitegen build” di dua terminal, atau dengan tangan ketika bangunan terjadwal sedang jalan.",
            "Running “sitegen build” in two terminals, or by hand while the scheduled build is at work.",
        ),
        right_words=(
            "“sitegen build --wait” menunggu sendiri sampai yang lain selesai.",
            "“sitegen build --wait” waits by itself until the other one is done.",
        ),
    ),
    "output-foreign-file": RulePage(
        (
            "Petugas web dapat menaruh berkas sendiri di folder situs, misalnya bukti kepemilikan untuk mesin "
            "pencari. sitegen tidak tahu apakah berkas itu penting, jadi lebih baik bertanya daripada menghapusnya.",
            "Web officers may put files of their own into the folder of a site, such as a proof of ownership for a "
            "search engine. sitegen cannot know whether such a file matters, so it asks rather than delete it.",
        ),
        wrong_words=(
            "Menaruh denah.pdf langsung di dist/dinkesContoh.example/.",
            "Putting denah.pdf straight into dist/dinkesContoh.example/.",
        ),
        right_words=(
            "Pindahkan ke content/sites/dinkesContoh/static/denah.pdf, lalu bangun; atau biarkan di sana dan tulis "
            "pada situs itu di sites.yaml: “keep: [denah.pdf]”.",
            "Move it to content/sites/dinkesContoh/static/denah.pdf, then build; or leave it there and write for "
            "that site in sites.yaml: “keep: [denah.pdf]”.",
        ),
    ),
    "output-manifest-lost": RulePage(
        (
            "sitegen-manifest.json mencatat berkas mana yang dibuat sitegen. Tanpa catatan itu, berkas milik "
            "petugas web dapat terhapus karena disangka halaman lama.",
            "sitegen-manifest.json notes which files sitegen made. Without it, files of the web officer could be "
            "deleted as if they were old pages.",
        ),
        wrong_words=(
            "Menghapus sitegen-manifest.json dari dist/dinkesContoh.example/, atau menyalin folder situs dari "
            "server tanpa berkas itu.",
            "Deleting sitegen-manifest.json from dist/dinkesContoh.example/, or copying the folder of a site from "
            "the server without it.",
        ),
        right_words=(
            "Pindahkan dist/dinkesContoh.example/ ke luar dist/, jalankan “sitegen build”, lalu ambil dari folder "
            "lama hanya yang memang milik Anda.",
            "Move dist/dinkesContoh.example/ out of dist/, run “sitegen build”, then fetch from the old folder "
            "only what is yours.",
        ),
    ),
    "output-keep-conflict": RulePage(
        (
            "Satu nama tidak dapat menjadi milik dua pihak. Kalau sitegen menang, berkas Anda tertimpa; kalau Anda "
            "menang, pembaca tidak mendapat halaman yang baru.",
            "One name cannot belong to two. If sitegen won, your file would be overwritten; if you won, readers would "
            "not get the new page.",
        ),
        wrong_words=(
            "Menulis “keep: [panduan.pdf]” untuk berkas yang Anda taruh di folder situs, sedangkan "
            "content/shared/static/panduan.pdf juga ada.",
            "Writing “keep: [panduan.pdf]” for a file that you put into the folder of a site, while there is "
            "content/shared/static/panduan.pdf, too.",
        ),
        right_words=(
            "Pilih satu: hapus panduan.pdf dari folder situs, atau ganti nama yang di content/shared/static/.",
            "Choose one: delete panduan.pdf from the folder of the site, or rename the one in content/shared/static/.",
        ),
    ),
    "output-path-unsafe": RulePage(
        (
            "Nama seperti itu tidak dapat disimpan di Windows atau di sebagian hosting. Unggahannya gagal di tengah "
            "jalan, dan tautan ke berkas itu mati.",
            "Such a name cannot be stored on Windows or on some web hosts. The upload would stop halfway, and links to "
            "that file would be dead.",
        ),
        wrong_words=(
            "Menyimpan berkas tema sebagai “themes/kami/static/logo: baru.svg”.",
            "Saving a file of a theme as “themes/kami/static/logo: baru.svg”.",
        ),
        right_words=("themes/kami/static/logo-baru.svg", "themes/kami/static/logo-baru.svg"),
    ),
    "output-source-changed": RulePage(
        (
            "Sebuah berkas diganti ketika sitegen sedang menyalinnya. Kalau diteruskan, sebagian situs menerbitkan "
            "yang lama dan sebagian yang baru.",
            "A file was changed while sitegen was copying it. Going on, some sites would publish the old one and some "
            "the new.",
        ),
        wrong_words=(
            "Menyimpan ulang gambar atau PDF di content/, atau menyinkronkan foldernya, ketika “sitegen build” "
            "masih jalan.",
            "Saving a picture or PDF in content/, or synchronising that folder, while “sitegen build” is still at "
            "work.",
        ),
        right_words=(
            "Tunggu sampai penyimpanan selesai, lalu jalankan “sitegen build” lagi.",
            "Wait until everything is saved, then run “sitegen build” again.",
        ),
    ),
}

_MACHINE: dict[str, RulePage] = {
    "disk-full": RulePage(
        (
            "Versi baru dibuat di samping yang lama, supaya pembaca tidak pernah melihat situs yang setengah jadi. "
            "Untuk itu perlu ruang; bila kurang, yang lama tetap tampil dan koreksi Anda belum sampai.",
            "The new version is made beside the old one, so that readers never see a site half done. That takes room; "
            "if there is too little, the old one stays and your correction has not arrived.",
        ),
        wrong_words=(
            "Menjalankan “sitegen build” di disk atau kuota hosting yang hampir penuh.",
            "Running “sitegen build” on a disk, or within a quota, that is nearly full.",
        ),
        right_words=(
            "Hapus cadangan atau log lama, minta kuota lebih besar, atau bangun ke disk lain: sitegen build -d "
            "/media/lain/dist",
            "Delete old backups or logs, ask for a larger quota, or build onto another disk: sitegen build -d "
            "/media/other/dist",
        ),
    ),
    "write-failed": RulePage(
        (
            "Sistem menolak tulisan itu, sering karena foldernya milik pengguna lain. Pembaca tetap melihat situs "
            "yang utuh, tetapi koreksi Anda belum terbit.",
            "The system refused to write, often because the folder belongs to another user. Readers still see a whole "
            "site, but your correction is not published.",
        ),
        wrong_words=(
            "Menjalankan “sudo sitegen build” satu kali: sesudah itu isi dist/ milik root, dan bangunan biasa tidak "
            "boleh menulis di sana.",
            "Running “sudo sitegen build” once: from then on dist/ belongs to root, and an ordinary build may not "
            "write there.",
        ),
        right_words=(
            "Kembalikan pemilik folder itu kepada pengguna yang biasa membangun, lalu jalankan “sitegen build” tanpa "
            "sudo.",
            "Give that folder back to the user who usually builds, then run “sitegen build” without sudo.",
        ),
    ),
    "rollback-impossible": RulePage(
        (
            "Versi sebelumnya baru ada sesudah situs terbit dua kali. Mengembalikan versi yang tidak utuh berarti "
            "mengganti situs yang jalan dengan situs yang rusak.",
            "There is a previous version only after a site was published twice. To bring back one that is not whole "
            "would be to replace a site that works by a broken one.",
        ),
        wrong_words=(
            "Meminta versi sebelumnya dari situs yang baru terbit satu kali, atau sesudah isi dist/.sitegen/prev/ "
            "dihapus.",
            "Asking for the previous version of a site that was published only once, or after dist/.sitegen/prev/ "
            "was deleted.",
        ),
        right_words=(
            "Kembalikan naskahnya dengan git, misalnya “git revert”, lalu “sitegen build”.",
            "Bring back the texts with git, such as by “git revert”, then “sitegen build”.",
        ),
    ),
    "rollback-altered": RulePage(
        (
            "Berkas yang sama dari dua versi disimpan satu kali saja. Bila ada yang mengubahnya langsung di dist/, "
            "versi sebelumnya ikut berubah, dan kembali ke sana tidak memulihkan apa-apa.",
            "A file that two versions share is kept once. Whoever changed it right in dist/ changed the previous "
            "version with it, and going back there would mend nothing.",
        ),
        wrong_words=(
            "Halaman di dist/ diubah orang lain, lalu “sitegen rollback dinkesContoh”.",
            "A page in dist/ was changed by somebody, then “sitegen rollback dinkesContoh”.",
        ),
        right_words=(
            "“sitegen build --full” menulis ulang setiap berkas dari naskahnya.",
            "“sitegen build --full” writes every file anew from its sources.",
        ),
    ),
    "rollback-unknown": RulePage(
        (
            "Versi sebelumnya diganti situs demi situs. Nama yang salah tulis tidak boleh mengganti situs yang salah, "
            "dan sebelum semua nama jelas tidak ada yang diganti.",
            "Previous versions come back site by site. A name that was mistyped must not change the wrong site, and "
            "before all names are clear none is changed.",
        ),
        wrong_words=("Menjalankan “sitegen rollback dinkesCntoh”.", "Running “sitegen rollback dinkesCntoh”."),
        right_words=(
            "Salin id dari “sitegen sites”: sitegen rollback dinkesContoh",
            "Copy the id from “sitegen sites”: sitegen rollback dinkesContoh",
        ),
    ),
    "site-folder-left": RulePage(
        (
            "Situs yang dicoret dari sites.yaml tidak diperbarui lagi, tetapi halamannya mungkin masih dibaca. "
            "Lama-lama nomor dan jadwal di sana salah.",
            "A site that was struck off sites.yaml is no longer kept up to date, but its pages may still be read. In "
            "time the numbers and days on it are wrong.",
        ),
        wrong_words=(
            "Menghapus baris “dinkesContoh.example” dari sites.yaml, lalu “sitegen build”; "
            "dist/dinkesContoh.example/ masih ada.",
            "Deleting the row of “dinkesContoh.example” from sites.yaml, then “sitegen build”; "
            "dist/dinkesContoh.example/ is still there.",
        ),
        right_words=(
            "Bila situsnya pindah, tulis dulu alamat lamanya di “aliases:” situs yang baru. Bila isi folder itu tidak "
            "perlu lagi: sitegen build --prune-sites",
            "If the site has moved, first write its old address at “aliases:” of the new one. If nobody needs that "
            "folder any more: sitegen build --prune-sites",
        ),
    ),
    "mass-removal": RulePage(
        (
            "Satu tanggal yang salah dapat menarik semua artikel sekaligus. Kode QR di puskesmas dan tautan di grup "
            "WhatsApp lalu berakhir di halaman “ditarik”, dan tidak ada yang tahu sampai warga mengeluh.",
            "One wrong date can withdraw all articles at once. The QR codes in health centres and the links in "
            "WhatsApp groups then end at a page that says “withdrawn”, and nobody knows until people complain.",
        ),
        wrong_words=(
            "“sitegen build --date 2062-11-21”, padahal yang dimaksud 2026: semua yang punya “expires:” menjadi "
            "kedaluwarsa.",
            "“sitegen build --date 2062-11-21” where 2026 was meant: all that has “expires:” expires.",
        ),
        right_words=(
            "“sitegen diff” untuk melihat apa yang hilang, lalu “sitegen build” dengan tanggal yang benar.",
            "“sitegen diff” to see what would go, then “sitegen build” with the right date.",
        ),
    ),
    "worker-died": RulePage(
        (
            "Sistem menghentikan salah satu proses yang membuat halaman. Daripada menerbitkan situs yang bolong, "
            "bangunan berhenti; yang sudah terbit tetap utuh.",
            "The system ended one of the processes that make pages. Rather than publish a site with holes, the build "
            "stops; what is published stays whole.",
        ),
        wrong_words=(
            "Membangun di komputer dengan memori kecil sambil membuka banyak program, atau dengan “--jobs” yang besar.",
            "Building on a computer with little memory while many programs are open, or with a large “--jobs”.",
        ),
        right_words=(
            "Tutup program lain, lalu: sitegen build --jobs 1",
            "Close other programs, then: sitegen build --jobs 1",
        ),
    ),
}

_OPTIONS: dict[str, RulePage] = {
    "option-site-unknown": RulePage(
        (
            "Kalau nama yang salah dilewati begitu saja, Anda mengira situs itu sudah diperbarui, padahal pembacanya "
            "masih melihat yang lama.",
            "If a wrong name were passed over, you would think that the site is up to date while its readers still "
            "see the old one.",
        ),
        wrong_words=("Menjalankan “sitegen build --site dinkesCntoh”.", "Running “sitegen build --site dinkesCntoh”."),
        right_words=(
            "Salin id dari “sitegen sites”: sitegen build --site dinkesContoh",
            "Copy the id from “sitegen sites”: sitegen build --site dinkesContoh",
        ),
    ),
    "option-group-unknown": RulePage(
        (
            "Satu grup dapat memuat puluhan situs. Salah satu huruf, dan tidak satu pun dari situs itu mendapat "
            "koreksinya.",
            "A group may hold dozens of sites. With one letter wrong, none of them would get the correction.",
        ),
        wrong_words=("Menjalankan “sitegen build --group papau”.", "Running “sitegen build --group papau”."),
        right_words=(
            "Salin nama kunci di bawah “groups:” pada sites.yaml: sitegen build --group papua",
            "Copy the key below “groups:” in sites.yaml: sitegen build --group papua",
        ),
    ),
    "drafts-in-output": RulePage(
        (
            "Draf belum diperiksa. Sekali masuk ke dist/, ia ikut terunggah dan dibaca warga sebagai keterangan "
            "yang benar.",
            "Drafts have not been checked. Once in dist/, they are uploaded with the rest and read as if they were "
            "true.",
        ),
        wrong_words=("Menjalankan “sitegen build --drafts -d dist”.", "Running “sitegen build --drafts -d dist”."),
        right_words=(
            "“sitegen build --drafts” menulis ke .sitegen/draf/. Untuk melihat saja: sitegen serve --drafts",
            "“sitegen build --drafts” writes to .sitegen/draf/. Just to look: sitegen serve --drafts",
        ),
    ),
}

PUBLISHING: dict[str, RulePage] = {**_FOLDER, **_MACHINE, **_OPTIONS}
