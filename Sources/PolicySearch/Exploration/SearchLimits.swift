/// A search is refused if more than this is ahead by its estimate, before the memory or the day is gone. [ours]
public struct SearchLimits: Hashable, Sendable {
  public var bytes = 8e9
  public var checks = 2e9

  public init() {}
}
