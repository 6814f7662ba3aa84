import GameKit
import Games
import Primitives
import Testing

/// What both worlds answer, on every suite.
@Suite struct SignatureGameTests {
  // MARK: Honest use

  private func honest<S: MessageScheme>(_ scheme: S, _ name: String) throws {
    try honest(SignatureIdealization(scheme: scheme).left, "\(name), real")
    try honest(SignatureIdealization(scheme: scheme).right, "\(name), ideal")
  }

  private func honest<S: MessageScheme, G: Game<SignatureQuery<S>, SignatureAnswer<S>>>(_ game: G, _ name: Comment) throws {
    var game = started(game)
    let key = try game.key()
    let other = try game.key()
    let signature = try game.signature(.sign(key, Message(1)))
    #expect(game.answer(.verify(key, Message(1), signature)) == .accepted, name)
    #expect(game.answer(.sign(key, Message(1))) == .signature(signature), "\(name): signing is deterministic")
    #expect(game.answer(.verify(key, Message(2), signature)) == .rejected, "\(name): another message")
    #expect(game.answer(.verify(other, Message(1), signature)) == .rejected, "\(name): another key")
    #expect(game.answer(.publicKeys) == .keys([key, other]), "\(name): in the order of generation")
    #expect(key != other, name)
  }

  @Test func bothWorldsAcceptWhatWasSignedAndNothingElse() throws {
    try honest(calibrated, "calibrated")
    try honest(kms, "kms")
    try honest(kmsLowS, "kms-low-s")
    try honest(modern, "modern")
  }

  @Test func anUnregisteredKeyIsNotSignedFor() throws {
    var game = started(SignatureIdealization(scheme: calibrated).left)
    #expect(game.answer(.sign(.init(5), Message(1))) == .unknownKey)
    #expect(game.answer(.publicKeys) == .keys([]))
    let key = try game.key()
    #expect(game.answer(.sign(key, Message(1))) != .unknownKey)
  }

  // MARK: Rogue keys

  private func rogue<S: MessageScheme>(_ scheme: S, _ name: Comment) throws {
    var real = started(SignatureIdealization(scheme: scheme).left)
    var ideal = started(SignatureIdealization(scheme: scheme).right)
    let honest = try real.key()
    _ = try ideal.key()
    let own = try real.key(.rogueKeygen)
    #expect(ideal.answer(.rogueKeygen) == .key(own), name)
    let signature = try real.signature(.rogueSign(own, Message(1)))
    #expect(ideal.answer(.rogueSign(own, Message(1))) == .signature(signature), name)
    #expect(real.answer(.verify(own, Message(1), signature)) == .accepted, name)
    #expect(ideal.answer(.verify(own, Message(1), signature)) == .accepted, "\(name): an unregistered key is verified as it is")
    #expect(!real.hasForgery, "\(name): a signature under a rogue key is no forgery")
    #expect(real.answer(.publicKeys) == .keys([honest]), "\(name): rogue keys are not registered")
    #expect(real.answer(.sign(own, Message(1))) == .unknownKey, name)
    #expect(real.answer(.rogueSign(honest, Message(1))) == .unknownKey, "\(name): honest keys are not rogue ones")
  }

  @Test func rogueKeysWorkInBothWorldsAndStayUnregistered() throws {
    try rogue(calibrated, "calibrated")
    try rogue(kms, "kms")
    try rogue(modern, "modern")
  }

  // MARK: Forgeries

  @Test func aGuessedSignatureIsAForgeryAndAWrongOneIsNot() throws {
    let scheme = CalibratedSignature(signatureBits: 3, keyBits: 64)
    var real = started(SignatureIdealization(scheme: scheme).left)
    var ideal = started(SignatureIdealization(scheme: scheme).right)
    let key = try real.key()
    _ = try ideal.key()
    var accepted = 0
    for index in 0..<8 as Range<UInt64> {
      if real.answer(.verify(key, Message(1), scheme.candidate(index))) == .accepted { accepted += 1 }
      #expect(real.hasForgery == (accepted == 1), "from the right guess on")
      #expect(ideal.answer(.verify(key, Message(1), scheme.candidate(index))) == .rejected, "the ideal world refuses every guess")
    }
    #expect(accepted == 1, "a random function has one value")
  }

  @Test func aSignatureThatWasAskedForIsNoForgery() throws {
    var real = started(SignatureIdealization(scheme: calibrated).left)
    let key = try real.key()
    let signature = try real.signature(.sign(key, Message(1)))
    #expect(real.answer(.verify(key, Message(1), signature)) == .accepted)
    #expect(!real.hasForgery)
  }

  private func mauled<S: MessageScheme>(_ scheme: S) throws -> (
    real: SignatureAnswer<S>, ideal: SignatureAnswer<S>, isForgery: Bool
  ) {
    var real = started(SignatureIdealization(scheme: scheme).left)
    var ideal = started(SignatureIdealization(scheme: scheme).right)
    let key = try real.key()
    _ = try ideal.key()
    let signature = try real.signature(.sign(key, Message(1)))
    #expect(ideal.answer(.sign(key, Message(1))) == .signature(signature))
    let mauled = SignatureQuery<S>.verify(key, Message(1), scheme.maul(signature))
    #expect(scheme.maul(signature) != signature)
    return (real.answer(mauled), ideal.answer(mauled), real.hasForgery)
  }

  /// ECDSA is not strongly unforgeable: the real world accepts (r, n − s), the ideal one has not produced it.
  @Test func plainECDSAAcceptsAMauledSignatureAndTheIdealWorldRefusesIt() throws {
    let answers = try mauled(kms)
    #expect(answers.real == .accepted)
    #expect(answers.ideal == .rejected)
    #expect(answers.isForgery)
  }

  @Test func aCanonicalSAndEd25519RefuseAMauledSignature() throws {
    let lowS = try mauled(kmsLowS)
    #expect((lowS.real, lowS.ideal, lowS.isForgery) == (.rejected, .rejected, false))
    let edwards = try mauled(modern)
    #expect((edwards.real, edwards.ideal, edwards.isForgery) == (.rejected, .rejected, false))
  }

  @Test func theForgeryGameIsWonByAForgeryAlone() throws {
    var game = started(SignatureForgery(scheme: kms))
    let key = try game.key()
    let signature = try game.signature(.sign(key, Message(1)))
    _ = game.answer(.verify(key, Message(1), signature))
    #expect(!game.isWon)
    _ = game.answer(.verify(key, Message(1), kms.maul(signature)))
    #expect(game.isWon)
    game.restart(coins: challenger(trial: 1))
    #expect(!game.isWon, "another trial, another game")
  }

  // MARK: Key collisions

  @Test func aCollidingKeyIsRegisteredOnceAndSignsAsBefore() throws {
    let scheme = CalibratedSignature(signatureBits: 32, keyBits: 1)
    var game = started(SignatureIdealization(scheme: scheme).left)
    var keys: [Calibrated.VerificationKey] = []
    for _ in 0..<8 { keys.append(try game.key()) }
    let distinct = keys.reduce(into: [Calibrated.VerificationKey]()) { if !$0.contains($1) { $0.append($1) } }
    #expect(distinct.count == 2, "keys of one bit")
    #expect(game.answer(.publicKeys) == .keys(distinct), "in the order of their first generation")
    let signature = try game.signature(.sign(keys[0], Message(1)))
    for _ in 0..<4 { _ = try game.key() }
    #expect(game.answer(.sign(keys[0], Message(1))) == .signature(signature))
    #expect(game.answer(.publicKeys) == .keys(distinct))
  }

  // MARK: Restart

  private func transcript<S: MessageScheme, G: Game<SignatureQuery<S>, SignatureAnswer<S>>>(_ game: inout G, trial: UInt64) throws
    -> [SignatureAnswer<S>]
  {
    game.restart(coins: challenger(trial: trial))
    let (key, own) = (try game.key(), try game.key(.rogueKeygen))
    return [
      .key(key), .key(own), game.answer(.sign(key, Message(1))), game.answer(.rogueSign(own, Message(1))), game.answer(.keygen),
      game.answer(.publicKeys), game.answer(.sign(own, Message(2))),
    ]
  }

  private func restarts<S: MessageScheme>(_ scheme: S, _ name: Comment) throws {
    var used = SignatureIdealization(scheme: scheme).right
    let other = try transcript(&used, trial: 1)
    let again = try transcript(&used, trial: 0)
    var fresh = SignatureIdealization(scheme: scheme).right
    let first = try transcript(&fresh, trial: 0)
    #expect(first == again, name)
    #expect(first != other, name)
  }

  @Test func aRestartedGameIsAFreshOne() throws {
    try restarts(calibrated, "calibrated")
    try restarts(kms, "kms")
    try restarts(modern, "modern")
  }

  // MARK: Words

  @Test func queriesAndAnswersReadAsTheyAreWritten() {
    let key = Calibrated.VerificationKey(0xab), signature = Calibrated.Signature(3)
    #expect(Queries.keygen.description == "keygen()")
    #expect(Queries.verify(key, Message(1), signature).description.hasPrefix("verify(00000000000000ab, "))
    #expect(Answers.keys([key, .init(1)]).description == "[00000000000000ab, 0000000000000001]")
    #expect(Answers.unknownKey.description == "no such key")
    #expect(Queries.Kind.allCases.map(\.symbol) == ["q_gen", "q_sig", "q_ver", "q_keys", "q_own", "q_own_sig", "q_own_ver"])
  }
}
