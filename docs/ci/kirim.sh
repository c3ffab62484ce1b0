#!/usr/bin/env bash
# Mengirim folder situs yang sudah dibangun ke hosting masing-masing: kirim.sh DIST TUJUAN
#
# TUJUAN adalah berkas dengan satu situs per baris: nama foldernya, lalu tujuan rsync. Contoh: tujuan.contoh.txt.
# Lewat variabel lingkungan, isi atau jalur berkasnya: KUNCI_SSH (kunci pribadi) dan HOST_DIKENAL (baris known_hosts).
#
# Berkas hanya ditambah dan diganti. Yang ditaruh petugas web di hosting tetap ada; naskah yang ditarik punya halaman
# pengganti di alamat yang sama, jadi tidak ada yang perlu dihapus. Daftar isi (sitegen-manifest.json) dikirim terakhir.
set -euo pipefail

if [ $# -ne 2 ] || [ ! -d "$1" ] || [ ! -f "$2" ]; then
    echo "pemakaian: kirim.sh DIST TUJUAN" >&2
    exit 2
fi
dist=$1
sementara="$(mktemp -d)"
trap 'rm -rf "$sementara"' EXIT

# Isi variabel, atau berkas yang ditunjuknya, ke berkas yang hanya dapat dibaca di sini.
simpan() {
    if [ -f "$1" ]; then cat "$1"; else printf '%s\n' "$1"; fi | tr -d '\r' | install -m 600 /dev/stdin "$sementara/$2"
}

if [ -n "${KUNCI_SSH:-}" ] && [ -n "${HOST_DIKENAL:-}" ]; then
    simpan "$KUNCI_SSH" kunci
    simpan "$HOST_DIKENAL" host
    # Kunci host yang tidak tercatat ditolak: tidak ada yang ditanyakan dan tidak ada yang dipercaya begitu saja.
    export RSYNC_RSH="ssh -i $sementara/kunci -o UserKnownHostsFile=$sementara/host -o GlobalKnownHostsFile=/dev/null \
-o StrictHostKeyChecking=yes -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=30"
fi

# Tanpa --times: waktu berkas di hosting hanya berubah bila isinya berubah, dan simpanan peramban tetap berlaku.
kirim() {
    rsync --recursive --checksum --chmod=D755,F644 --delay-updates --timeout=300 "$@" </dev/null
}

gagal=0
while read -r situs tujuan lebih || [ -n "$situs" ]; do
    case $situs in '' | '#'*) continue ;; esac
    if [[ ! $situs =~ ^[A-Za-z0-9][A-Za-z0-9.-]*$ || -z $tujuan || -n $lebih || $tujuan == -* ]]; then
        echo "$2: baris ini bukan 'nama-folder tujuan': $situs $tujuan $lebih" >&2
        gagal=1
        continue
    fi
    if [ ! -f "$dist/$situs/sitegen-manifest.json" ]; then
        echo "$situs: tidak ada di $dist" >&2
        gagal=1
        continue
    fi
    if [[ $tujuan == *:* && -z ${RSYNC_RSH:-} ]]; then
        echo "$situs: KUNCI_SSH atau HOST_DIKENAL belum diisi" >&2
        gagal=1
        continue
    fi
    tujuan=${tujuan%/}/
    if kirim --exclude=/sitegen-manifest.json -- "$dist/$situs/" "$tujuan" &&
        kirim -- "$dist/$situs/sitegen-manifest.json" "$tujuan"; then
        echo "$situs: terkirim"
    else
        echo "$situs: gagal; situs lain tetap dikirim" >&2
        gagal=1
    fi
done <"$2"
exit "$gagal"
