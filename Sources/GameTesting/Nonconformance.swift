/// All promises that an examined game or hop was seen to break.
public struct Nonconformance: Error, Hashable, Sendable {
  public let findings: [Finding]
}

extension Nonconformance: CustomStringConvertible {
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
