/// How often each value of a bounded quantity occurred. Histograms merge by integer addition, exactly and in any order.
public struct Histogram: Sendable, Hashable, Codable {
  /// One value and how often it occurred.
  public struct Bin: Sendable, Hashable, Codable {
    public let value: Double
    public let count: Int
  }

  /// The bins in ascending order of their values; no count is zero.
  public private(set) var bins: [Bin] = []

  public init() {}

  public init(_ entries: [(value: Double, count: Int)]) {
    for entry in entries { add(entry.value, count: entry.count) }
  }

  /// Decodes what `encode(to:)` wrote; a value that is not finite or a count that is not positive is an error.
  public init(from decoder: any Decoder) throws {
    for bin in try decoder.singleValueContainer().decode([Bin].self) {
      guard bin.value.isFinite, bin.count > 0, bin.count <= 1 << 53 else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath, debugDescription: "a histogram holds no value \(bin.value) with count \(bin.count)"))
      }
      add(bin.value, count: bin.count)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bins)
  }

  /// The number of observations.
  public var total: Int { bins.reduce(0) { $0 + $1.count } }

  /// Counts `value` another `count` times.
  public mutating func add(_ value: Double, count: Int = 1) {
    precondition(value.isFinite, "only finite values can be counted, not \(value)")
    Require.counts([count])
    guard count > 0 else { return }
    var (low, high) = (0, bins.count)
    while low < high {
      let middle = (low + high) / 2
      if bins[middle].value < value { low = middle + 1 } else { high = middle }
    }
    if low < bins.count, bins[low].value == value {
      bins[low] = Bin(value: value, count: bins[low].count + count)
    } else {
      bins.insert(Bin(value: value, count: count), at: low)
    }
  }

  /// Adds the counts of another histogram.
  public mutating func merge(_ other: Histogram) {
    for bin in other.bins { add(bin.value, count: bin.count) }
  }
}
