internal import Foundation

/// Records as JSON with sorted keys, so that equal records are equal bytes.
enum JSONText {
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("a record that is not JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
