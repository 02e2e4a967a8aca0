import Glibc
import JenjangDomain

/// The numbers with which the system says why it did not do something.
public enum SystemError {
  /// The disk, or the user's share of it, is full.
  public static let full: Set<Int32> = [ENOSPC, EDQUOT]

  /// What a number means, as the end of a sentence: in the system's own words where we have none.
  public static func words(_ code: Int32) -> Text {
    let system = String(cString: strerror(code))
    return Text(indonesian[code] ?? system, en: system)
  }

  /// What could not be done to which file, and why; `action` as in `StoreError.system`.
  public static func failure(_ action: String, _ path: String, _ code: Int32) -> Text {
    let reason = words(code)
    return Text(
      "gagal \(verbs[action] ?? action) \(path): \(reason.indonesian)",
      en: "\(action) failed on \(path): \(reason.english)")
  }

  private static let verbs = [
    "chgrp": "mengganti grup", "chmod": "mengatur izin", "create": "membuat", "exchange": "menukar",
    "link": "menautkan", "list": "membaca isi", "lock": "mengunci", "mkdir": "membuat folder", "open": "membuka",
    "read": "membaca", "remove": "menghapus", "rename": "mengganti nama", "stat": "memeriksa",
    "sync": "memastikan di cakram", "truncate": "memotong", "write": "menulis",
  ]

  private static let indonesian: [Int32: String] = [
    EACCES: "izin ditolak", EPERM: "tidak diizinkan", EROFS: "cakram hanya dapat dibaca",
    ENOENT: "berkas atau folder itu tidak ada", ENOTDIR: "itu bukan folder", EISDIR: "itu sebuah folder",
    EEXIST: "sudah ada", ENOTEMPTY: "foldernya tidak kosong", ENAMETOOLONG: "namanya terlalu panjang",
    ELOOP: "itu tautan, atau tautannya berputar", ENOSPC: "cakram penuh", EDQUOT: "jatah cakram habis",
    EFBIG: "berkas melampaui batas ukuran", EIO: "cakram gagal membaca atau menulis",
    EMFILE: "terlalu banyak berkas terbuka di program ini", ENFILE: "terlalu banyak berkas terbuka di mesin ini",
    ENOMEM: "memori habis", EBUSY: "sedang dipakai", ETXTBSY: "sedang dijalankan",
    EAGAIN: "sedang tidak bisa; coba lagi",
    EINTR: "terputus di tengah jalan", ENOLCK: "kunci berkas tidak tersedia", EXDEV: "terletak di cakram lain",
    EINVAL: "tidak didukung di sini", ENODEV: "perangkatnya tidak ada", ENXIO: "perangkatnya tidak ada",
    ESTALE: "berkas di server itu sudah berganti", ETIMEDOUT: "tidak menjawab pada waktunya",
  ]
}
