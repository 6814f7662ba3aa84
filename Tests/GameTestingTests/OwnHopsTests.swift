import Adversaries
import DomainManagement
import GameKit
import Games
import GameTesting
import Policy
import Primitives
import Testing

/// The hops of the tree keep what the kit asks of a stranger's, with small parameters of the calibrated suite.
@Suite struct OwnHopsTests {
  @Test func signatures() throws {
    let scheme = CalibratedSignature(signatureBits: 2, keyBits: 1)
    let hop = SignatureIdealization(scheme: scheme)
    try checkGame(
      hop, twin: UnflaggedHop(hop), budget: { _ in 4 }, bound: 0.75, honest: Replay(), attack: Guess(scheme: scheme, tries: 3))
  }

  @Test func forgeries() throws {
    let scheme = CalibratedSignature(signatureBits: 2, keyBits: 1)
    try checkGame(
      SignatureForgery(scheme: scheme), twin: SignatureForgery(scheme: CalibratedSignature(signatureBits: 1, keyBits: 1)),
      budget: { _ in 4 }, bound: 0.75, honest: Replay(), attack: Guess(scheme: scheme, tries: 3))
  }

  @Test func hashes() throws {
    let function = MessageHash(CalibratedHash(bits: 2))
    let hop = HashIdealization(function)
    try checkGame(
      hop, twin: UnflaggedHop(hop), budget: { _ in 3 }, bound: 0.625, honest: Idle(), attack: Birthday(function))
  }

  @Test func keys() throws {
    let hop = KeyDistinctness(scheme: CalibratedSignature(signatureBits: 2, keyBits: 3))
    try checkGame(
      hop, twin: UnflaggedHop(hop), budget: { _ in 2 }, bound: 151.0 / 256, honest: Idle(), attack: RepeatKeys())
  }

  @Test func chains() throws {
    let hop = HashChainIdealization(NodeHash(CalibratedHash(bits: 2)))
    try checkGame(
      hop, twin: UnflaggedHop(hop), budget: { _ in 3 }, bound: 0.9, honest: Idle(), attack: SpliceChain<CalibratedHash>())
  }

  /// Perfect, as long as no rule is missing. Its player draws too much for all coins to be gone through.
  @Test func policies() throws {
    let world = PolicyGame.DomainSize()
    let lax = try Policy<SymbolicSuite>.intact.without(["successor.threshold-of-parent"])
    try checkGame(
      PolicyPerfection(population: world), twin: PolicyPerfection(population: world, policy: lax), budget: { _ in 100 }, bound: 0,
      honest: RandomTrusts(population: world), attack: InsiderCoup(population: world), trials: 500)
  }
}
