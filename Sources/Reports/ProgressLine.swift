/// One line of narration.
public enum ProgressLine {
  public static func text(trials: UInt64, of target: UInt64, seconds: Double, quantity: String, lower: Double, upper: Double)
    -> String
  {
    let speed = seconds > 0 ? Number.grouped(UInt64(Double(trials) / seconds)) : "-"
    return """
      \(Number.grouped(trials)) of \(Number.grouped(target)) trials   \(quantity) in \(Number.interval(lower, upper))   \(speed) \
      a second
      """
  }
}
