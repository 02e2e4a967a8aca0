/// The text for whoever finds the files of a store in ten years.
enum ReadMe {
  static let text = #"""
    DATA KEPEGAWAIAN - PERSONNEL DATA (Jenjang)

    Bahasa Indonesia
    - journal/*.ndjson   kebenaran: satu baris JSON = satu simpanan (siapa, kapan, mengapa, nilai lama dan baru).
                         Hanya ditambah di ujung, tidak pernah diubah. Baris pertama tiap berkas adalah kepala berkas.
    - snapshot/gNNN/     keadaan pada satu saat: satu berkas per jenis data, satu baris JSON per data; boleh dihapus.
    - index/, cache/     turunan; boleh dihapus kapan saja.
    - att/ab/SHA256      berkas lampiran; namanya adalah hash isinya, nama aslinya ada di datanya.
    - HEAD               simpanan terakhir yang dikonfirmasi.   - quarantine/  bagian yang disingkirkan.
    - anchors.ndjson     kepala rantai yang pernah tercetak di laporan, log sistem dan cadangan.
    - Jangan mengubah berkas dengan editor: rantai hash akan putus dan program menolak menulis.
    Melihat nama semua pegawai:  jq -r .name snapshot/g*/employees.ndjson
    Semua perubahan satu data:   grep ID-NYA journal/*.ndjson | jq .

    English
    - journal/*.ndjson   the truth: one line of JSON = one save (who, when, why, old and new values). Only ever added to.
    - snapshot/gNNN/     the state at one moment: one file per kind of record, one record per line; may be deleted.
    - index/, cache/     derived; may be deleted at any time.
    - att/ab/SHA256      attached files, named by the hash of their bytes; their own names are in the records.
    - HEAD               the last acknowledged save.   - quarantine/  what was set aside.
    - anchors.ndjson     heads of the chain that went onto reports, into the system log and into backups.
    - Do not edit the files: the chain of hashes would break and the program would refuse to write.

    Memeriksa tanpa program ini - checking without this program (bash, sed, awk, sha256sum, jq)
      h = SHA-256 of the bytes of its line before ,"h":"   and p = the h of the line before.
      d = SHA-256 of the SHA-256 (32 bytes each) of every operation in ops, one after the other;
          an erased operation {"x":...} stands for the hash x of what it was.
      A file ends where prev.bytes of the next file says; the last one where off of HEAD says. Behind the end
      of a file that may only grow (chattr +a) an interrupted save can be left; it is in quarantine/, too.
      c = XXH64 (seed 0) of the bytes before ,"c":"  finds torn lines fast and proves nothing more.
      Where an operation "gap" or a missing file says that history was given up, the check stops.
    Simpan yang berikut sebagai periksa.sh, lalu di map ini: bash periksa.sh
    Save the following as periksa.sh, then in this folder: bash periksa.sh

    # --- periksa.sh
    fail() { echo "salah - wrong: $1" | cut -c1-150; exit 1; }
    sha() { sha256sum | cut -c1-64; }
    want=$(printf '0%.0s' $(seq 64)); n=0; end=0; t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
    for f in journal/*.ndjson; do
      n=$((n + 1)); next=$(printf 'journal/%08d.ndjson' $((n + 1))); size=$(wc -c < "$f")
      [ "$f" = "$(printf 'journal/%08d.ndjson' "$n")" ] || fail "$f"
      if [ -e "$next" ]; then
        end=$(head -n 1 "$next" | jq .prev.bytes)
        [ "$size" = "$end" ] || sha256sum quarantine/*.tail 2> /dev/null |
          grep -q "$(tail -c "+$((end + 1))" "$f" | sha)" || fail "$f: $size, $end"
      elif [ -s HEAD ]; then end=$(jq .off HEAD); [ "$(jq .seg HEAD)" = "$n" ] || fail HEAD
      else fail HEAD; fi
      [ "$size" -ge "$end" ] || fail "$f: $size < $end"
      while IFS= read -r line; do
        head=$(printf %s "$line" | sed 's/,"h":".*//')
        h=$(printf %s "$line" | jq -r .h); p=$(printf %s "$line" | jq -r .p)
        [ "$p" = "$want" ] && [ "$(printf %s "$head" | sha)" = "$h" ] || fail "$f: $line"
        case $line in *',"c":"'????????????????'"}') want=$h ;; *) fail "$f: $line" ;; esac
        d=$(printf %s "$line" | jq -r '.d // empty'); [ -n "$d" ] || continue
        rm -f "$t"/*; printf %s "$line" | jq -c '.ops[]' | awk -v t="$t" '{ f = sprintf("%s/%07d", t, NR) }
          index($0, "{\"x\":\"") == 1 { print substr($0, 7, 64) "  " sprintf("%07d", NR) > (t "/erased"); next }
          { printf "%s", $0 > f; close(f) }'
        list=$(cd "$t" && { sha256sum 0* 2> /dev/null; cat erased 2> /dev/null; } | sort -k 2 | cut -c1-64)
        [ "$(printf "$(printf %s "$list" | tr -d '\n' | sed 's/../\\x&/g')" | sha)" = "$d" ] || fail "$f: $line"
      done < <(head -c "$end" "$f")
    done
    [ "$(jq -r .h HEAD)" = "$want" ] || fail "HEAD"
    for m in snapshot/g*/MANIFEST.json; do
      [ -e "$m" ] || continue
      (cd "${m%/*}" && jq -r '.files[] | .sha256 + "  " + .name' MANIFEST.json | sha256sum -c --quiet) || fail "$m"
    done
    echo "utuh - whole, h = $want"

    """#
}
