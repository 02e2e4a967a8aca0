/// The text for whoever finds the files of a store in ten years.
enum ReadMe {
  static let text = """
    DATA KEPEGAWAIAN - PERSONNEL DATA (Jenjang)

    Bahasa Indonesia
    - journal/*.ndjson   kebenaran: satu baris JSON = satu simpanan (siapa, kapan, mengapa, nilai lama dan baru).
                         Hanya ditambah di ujung, tidak pernah diubah. Baris pertama tiap berkas adalah kepala berkas.
    - snapshot/gNNN/     keadaan pada satu saat: satu berkas per jenis data, satu baris JSON per data; boleh dihapus.
    - index/, cache/     turunan; boleh dihapus kapan saja.
    - att/ab/SHA256      berkas lampiran; namanya adalah hash isinya, nama aslinya ada di datanya.
    - HEAD               simpanan terakhir yang dikonfirmasi.   - quarantine/  bagian yang disingkirkan.
    - Jangan mengubah berkas dengan editor: rantai hash akan putus dan program menolak menulis.
    Melihat nama semua pegawai:  jq -r .name snapshot/g*/employees.ndjson
    Semua perubahan satu data:   grep ID-NYA journal/*.ndjson | jq .

    English
    - journal/*.ndjson   the truth: one line of JSON = one save (who, when, why, old and new values). Only ever added to.
    - snapshot/gNNN/     the state at one moment: one file per kind of record, one record per line; may be deleted.
    - index/, cache/     derived; may be deleted at any time.
    - att/ab/SHA256      attached files, named by the hash of their bytes; their own names are in the records.
    - HEAD               the last acknowledged save.   - quarantine/  what was set aside.
    - Do not edit the files: the chain of hashes would break and the program would refuse to write.

    Memeriksa rantai - verifying the chain (bash, sed, sha256sum):
      Each line has h = SHA-256 of its bytes before ,"h":" and p = the h of the line before.
      d = SHA-256 of the SHA-256 (32 bytes each) of every operation in ops, one after the other.
      c = XXH64 (seed 0) of the bytes before ,"c":".

      cat journal/*.ndjson | { want=$(printf '0%.0s' $(seq 64)); while IFS= read -r line; do
        head=${line%%',"h":"'*}; rest=${line#*',"h":"'}; h=${rest%%'"'*}
        p=${head##*',"p":"'}; p=${p%'"'}
        [ "$(printf %s "$head" | sha256sum | cut -d' ' -f1)" = "$h" ] && [ "$p" = "$want" ] ||
          { echo "salah - wrong: $line" | cut -c1-120; exit 1; }
        want=$h; done; echo "utuh - whole, h = $want"; }

      jq -r '.files[] | .sha256 + "  " + .name' MANIFEST.json | sha256sum -c   (di dalam - inside snapshot/gNNN)

    """
}
