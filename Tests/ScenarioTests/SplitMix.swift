import TestSupport

extension SplitMix {
  /// True once in `count` times.
  mutating func oneIn(_ count: UInt64) -> Bool { next() % count == 0 }
}
