internal import Foundation
internal import Words

/// Records as JSON: sorted keys, so that equal records are equal bytes.
public enum JSON {
  /// The version of what is written: it changes when a member takes another meaning, not when one is added. Whoever reads a
  /// record refuses another one.
  public static let format = 1

  /// Who makes records; nil where nobody has said it.
  @TaskLocal public static var maker: MakerRecord?

  /// - Parameter status: how the run ended that the record is of; written beside the record's own members, as `status`, with the
  ///   version of the format and with who made it, as `made`.
  public static func text(_ record: some Encodable, status: RunStatus? = nil) throws -> String {
    let encoder = encoder([.prettyPrinted])
    let data = if let status { try encoder.encode(Ended(record: record, status: status)) } else { try encoder.encode(record) }
    return Escape.json(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// A record as one line without a line break, for a file of many.
  public static func line(_ record: some Encodable) throws -> String {
    Escape.json(String(decoding: try encoder([]).encode(record), as: UTF8.self))
  }

  private static func encoder(_ formatting: JSONEncoder.OutputFormatting) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    encoder.nonConformingFloatEncodingStrategy = .convertToString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private struct Ended<Record: Encodable>: Encodable {
    let record: Record
    let status: RunStatus

    enum CodingKeys: CodingKey { case status, format, made }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(status, forKey: .status)
      try members.encodeIfPresent(JSON.maker, forKey: .made)
      // A record that has a version of its own says that one.
      try members.encode(JSON.format, forKey: .format)
      try record.encode(to: encoder)
    }
  }
}
