internal import Primitives

/// Checksums of lines, each over all before it: a line that is missing, moved or changed is seen.
enum Checksum {
  /// Bytes of a digest that stand before a line.
  private static let length = 16

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// That of a line after one whose checksum is `before`.
  static func next(_ before: String, _ line: String) -> String {
    text(SHA2.sha256.digest(Array((before + " " + line).utf8)).prefix(length))
  }
}
