/// One version in a chain: its data, and the fingerprint of the version before. The founding node has no parent.
public struct ChainNode<Digest: Hashable & Codable & Sendable, Data: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  public let parent: Digest?
  public let data: Data

  @inlinable
  public init(parent: Digest?, data: Data) { (self.parent, self.data) = (parent, data) }
}

extension ChainNode: CustomStringConvertible {
  public var description: String { "(\(parent.map { "\($0)" } ?? "root"), \(data))" }
}
