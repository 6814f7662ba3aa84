/// Values that are small enough for something to be played over all coins.
public enum SmallerParameters {
  /// Caps all values at 4, 3, 2 and so on until `fits`; then gives back those that need not have been changed, one after the
  /// other.
  /// - Parameter parameters: each with the value that was asked for and the least that it may have.
  /// - Returns: a value for each; nil if not even the least of all fit.
  public static func find(_ parameters: [(name: String, value: Int, least: Int)], fits: ([String: Int]) -> Bool) -> [String: Int]?
  {
    func values(cap: Int) -> [String: Int] {
      Dictionary(parameters.map { ($0.name, min($0.value, max($0.least, cap))) }) { $1 }
    }
    guard var found = [4, 3, 2, 1, 0].lazy.map(values).first(where: fits) else { return nil }
    for parameter in parameters where found[parameter.name] != parameter.value {
      var restored = found
      restored[parameter.name] = parameter.value
      if fits(restored) { found = restored }
    }
    return found
  }
}
