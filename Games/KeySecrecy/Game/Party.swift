/// Whose key is drawn: the upper byte of a draw number of `PortedSuite`, so that entities of different kinds never share one.
enum Party: UInt64 {
  /// An operation of an HSM: its domain key, its wrapping, its sealing.
  case operation, `operator`, hsm, host, rogueOperator, rogueHSM, rogueHost
  /// Keys that the adversary chooses, and what it wraps.
  case adversary
  /// A user's encryption in an honest domain.
  case user

  func draw(_ number: Int) -> UInt64 { rawValue << 56 | UInt64(number) }

  init(_ draw: UInt64) { self = Party(rawValue: draw >> 56) ?? .operation }
}
