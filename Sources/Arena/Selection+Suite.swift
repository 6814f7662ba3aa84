internal import GameKit
public import Primitives
public import Referee

/// What is done with a suite once its types are known.
public protocol SuiteBody {
  func experiment<S: Primitives.Suite>(on suite: S, _ wiring: Wiring) -> AnyExperiment

  /// The same on the calibrated suite, on which more may be possible.
  func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment
}

extension SuiteBody {
  @inlinable @inline(__always)
  public func experiment(calibrated suite: CalibratedSuite, _ wiring: Wiring) -> AnyExperiment { experiment(on: suite, wiring) }
}

extension Selection {
  /// Opens the suite: the one place where the selection's suite turns into types.
  ///
  /// Code for the calibrated suite, where the harness itself is the cost, is compiled for its types; real primitives cost far
  /// more than that, and code for them is compiled once for all.
  @inlinable @inline(__always)
  public func open(_ body: some SuiteBody) -> AnyExperiment {
    suite == .calibrated ? body.experiment(calibrated: calibratedSuite, Wiring(self)) : openShared(body)
  }

  /// Opens the suite for code that is compiled once for all suites, the calibrated one, too.
  public func openShared(_ body: some SuiteBody) -> AnyExperiment {
    func on<S: Primitives.Suite>(_ suite: S) -> AnyExperiment { body.experiment(on: suite, Wiring(self)) }
    return on(primitives)
  }

  /// The primitives: with the selected parameters on the calibrated suite, and with the planted defect, if it is one of theirs.
  public var primitives: any Primitives.Suite {
    suite.primitives(calibrated: calibratedSuite, defects: primitiveDefect?.ofEncryption ?? []) ?? calibratedSuite
  }

  /// What is not selected is strong.
  public var calibratedSuite: CalibratedSuite {
    func bits(_ name: String, else strong: Int = 64) -> Int { parameters[name] ?? strong }
    let defect = primitiveDefect
    return CalibratedSuite(
      signatureBits: bits("signatureBits"), keyBits: bits("keyBits"),
      hashBits: max(1, bits("hashBits") - (defect == .truncated ? 1 : 0)), groupBits: bits("groupBits", else: 48),
      cipherKeyBits: bits("cipherKeyBits"), nonceBits: bits("nonceBits"), tagBits: bits("tagBits"),
      defects: defect?.ofEncryption ?? [], checksMembership: defect != .unchecked)
  }

  private var primitiveDefect: PrimitiveDefect? { twin.flatMap(PrimitiveDefect.init) }
}
