internal import Foundation

extension ScenarioReport {
  /// The report as JSON, keys sorted, so that equal reports are equal bytes.
  public var json: String { (try? Self.encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "" }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
