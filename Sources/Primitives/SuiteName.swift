/// The suites, by the names under which people choose them.
public enum SuiteName: String, Codable, CaseIterable, Hashable, Sendable {
  case kms
  case kmsLowS = "kms-low-s"
  case modern
  case calibrated
  /// Ideal cryptography: no primitive is asked for anything.
  case symbolic

  /// The primitives of this name; nil where there are none. It is the one place in which a suite's name becomes a suite, and it
  /// is not inlined: what is done with the suite is then compiled once for all of them.
  /// - Parameters:
  ///   - calibrated: the calibrated suite's parameters, where it is meant.
  ///   - defects: planted in the encryption of a real suite.
  @inline(never)
  public func primitives(
    calibrated: @autoclosure () -> CalibratedSuite = CalibratedSuite(), defects: MultiRecipientDefects = []
  ) -> (any Suite)? {
    switch self {
    case .kms: KMSSuite(defects: defects)
    case .kmsLowS: KMSSuite(requiresLowS: true, defects: defects)
    case .modern: ModernSuite(defects: defects)
    case .calibrated: calibrated()
    case .symbolic: nil
    }
  }
}
