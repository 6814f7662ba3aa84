/// A key of a file that people write.
public struct FileKey: Encodable, Sendable {
  public let name: String
  /// What may stand under it, in words.
  public let type: String
  public let meaning: String
  /// What holds where it is left out, in words; nil for a key that has to be there.
  public let fallback: String?
  /// For a number: what it may be.
  package let range: ClosedRange<Int>?
  /// Former spellings, which are read, too.
  package let former: [String]

  private enum CodingKeys: CodingKey { case name, type, meaning, fallback }

  package init(_ name: String, _ type: String, _ meaning: String, default fallback: String? = nil, former: [String] = []) {
    (self.name, self.type, self.meaning, self.fallback, range, self.former) = (name, type, meaning, fallback, nil, former)
  }

  /// `other` is what may stand there besides a number.
  package init(
    _ name: String, _ range: ClosedRange<Int>, or other: String? = nil, _ meaning: String, default fallback: String? = nil
  ) {
    let ends =
      range == Int.min...Int.max
      ? "" : range.upperBound == .max ? ", at least \(range.lowerBound)" : ", \(range.lowerBound) … \(range.upperBound)"
    (self.name, type, self.meaning, self.fallback, self.range, former) = (
      name, "whole number\(ends)\(other.map { ", or \($0)" } ?? "")", meaning, fallback, range, []
    )
  }
}
