/// Defects planted in the later games of the sequence: whoever says that a hop holds must be seen to object to each.
public enum KeySecrecyDefect: String, Sendable, CaseIterable {
  /// Recorded wraps are found under any tag: transplanted keys open.
  case taglessRecords = "tagless-records"
  /// A corrupted key is answered under the coin that belongs to a tested one.
  case mixedCoins = "mixed-coins"
}
