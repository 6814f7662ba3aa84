/// The bad simulators that can be put into the ideal world.
public enum SimulatorTwin: String, CaseIterable, Sendable {
  /// Adds a key under the next handle in place of the one that is asked for.
  case redirectsHandle = "redirects-handle"
  /// Encrypts the zeros of honest domains under a key that everybody knows.
  case opensDomain = "opens-domain"
  /// Serves the newest token only: a domain has one branch.
  case dropsBranch = "drops-branch"
  /// Gives up on the first request in an honest domain.
  case givesUp = "gives-up"
}
