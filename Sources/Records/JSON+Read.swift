internal import Foundation

extension JSON {
  /// A record from the text that `text` makes of it.
  public static func read<Record: Decodable>(_ type: Record.Type, from text: String) throws -> Record {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: Data(text.utf8))
  }
}
