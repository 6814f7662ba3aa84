import Adversaries
@_spi(Harness) import Coins
@_spi(Harness) import GameKit
import Games
import Primitives
import Testing

/// Envelopes on the whole service of the theorem, whose domain key wraps the customer keys, by its hosts, HSMs and tokens: a
/// reduction to it, and with the ideal service the envelopes of which the uppermost layer is ideal.
@Suite struct EnvelopesOnServiceTests {
  /// A user's side of envelopes: customer keys are wrapped and opened by the service, and all below is computed here.
  private struct Envelopes<Service: Game, C: AEAD>: Oracle
  where Service.Query == EncryptionServiceQuery, Service.Answer == EncryptionServiceAnswer {
    private var service: SingleOracle<Service>
    /// Asked the same, to be compared.
    private var beside: SingleOracle<EnvelopeGame<C>>
    private let cipher: C
    private let request: KeyRequest
    private let coins: Coins
    private var keys: [UInt64] = [0, 0, 0]
    private var sealed: [UInt64] = [0, 0, 0]
    private(set) var asked = 0
    private(set) var different = 0

    /// Nil where no domain comes about. Both are at the beginning of the trial of which these are the coins.
    init?(_ service: SingleOracle<Service>, beside: SingleOracle<EnvelopeGame<C>>, _ cipher: C, _ coins: Coins) throws(Forfeit) {
      var service = service
      guard var domain = try service.honestDomain(), try service.add(0, to: &domain) else { return nil }
      (self.service, self.beside, self.cipher, self.coins) = (service, beside, cipher, coins)
      request = domain.request(0)
    }

    var budget: Budget<EnvelopeQuery<C>.Kind> { Budget { _ in 100 } }

    mutating func ask(_ query: EnvelopeQuery<C>) throws(Forfeit) -> EnvelopeAnswer {
      let answer = try answer(query), other = try beside.ask(query)
      asked += 1
      different += answer == other ? 0 : 1
      return answer
    }

    private mutating func answer(_ query: EnvelopeQuery<C>) throws(Forfeit) -> EnvelopeAnswer {
      switch query {
      case .newKey:
        let customer = newKey(1)
        guard let token = try service.encrypt(Bytes(customer.bytes), data: Bytes([0]), request) else { return .nothing }
        return .token(token)
      case .encrypt(let token, let file, let data):
        guard let customer = try customer(token) else { return .nothing }
        let key = newKey(2)
        let wrapped = seal(key.bytes, 1, under: customer, Bytes([1]))
        let content = seal(file.array, 2, under: key, data)
        return .envelope(wrapped: wrapped, content)
      case .decrypt(let token, let wrapped, let file, let data):
        guard let customer = try customer(token), let inner = open(wrapped, under: customer, Bytes([1])),
          let key = C.Key(bytes: inner.array), let message = open(file, under: key, data)
        else { return .nothing }
        return .message(message)
      case .seal(let key, let data, let message):
        let answer = try service.ask(.seal(key: Bytes(key.bytes), message, data: data))
        return if case .ciphertext(let ciphertext) = answer { .ciphertext(ciphertext) } else { .nothing }
      case .open(let key, let data, let ciphertext):
        let answer = try service.ask(.open(key: Bytes(key.bytes), ciphertext, data: data))
        return if case .message(let message) = answer { .message(message) } else { .nothing }
      }
    }

    private mutating func customer(_ token: Bytes) throws(Forfeit) -> C.Key? {
      try service.decrypt(token, data: Bytes([0]), request).flatMap { C.Key(bytes: $0.array) }
    }

    private mutating func newKey(_ layer: Int) -> C.Key {
      defer { keys[layer] += 1 }
      return cipher.generateKey(for: Label("envkey", UInt64(layer), keys[layer]), coins: coins)
    }

    private mutating func seal(_ message: [UInt8], _ layer: Int, under key: C.Key, _ data: Bytes) -> Bytes {
      defer { sealed[layer] += 1 }
      let label = Label("envelop", UInt64(layer), sealed[layer])
      return cipher.seal(message, associatedData: data.array, key: key, nonce: label, coins: coins)
    }

    private func open(_ ciphertext: Bytes, under key: C.Key, _ data: Bytes) -> Bytes? {
      let opening = cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins)
      return if case .opened(let message) = opening { Bytes(message) } else { nil }
    }
  }

  /// What an adversary says, trial by trial, and how often it was told something else than by the envelopes with so many ideal
  /// layers.
  private func played<Service: Game, C: AEAD>(
    _ service: Service, _ cipher: C, against adversary: some Adversary<EnvelopeQuery<C>, EnvelopeAnswer>, ideal: Int,
    trials: UInt64
  ) throws -> (bits: [Bool], asked: Int, different: Int)
  where Service.Query == EncryptionServiceQuery, Service.Answer == EncryptionServiceAnswer {
    var whole = SingleOracle(service, budget: Budget { _ in 1000 })
    var game = SingleOracle(EnvelopeGame(cipher: cipher, ideal: ideal, named: .domainKey), budget: Budget { _ in 1000 })
    let source = CoinSource(seed: 17)
    var (bits, asked, different): ([Bool], Int, Int) = ([], 0, 0)
    for trial in 0..<trials {
      let coins = source.coins(trial: trial, role: .challenger)
      whole.restart(coins: coins)
      game.restart(coins: coins)
      guard var envelopes = try Envelopes(whole, beside: game, cipher, coins) else {
        Issue.record("there is no domain")
        continue
      }
      bits.append(try adversary.play(&envelopes, coins: source.coins(trial: trial, role: .adversary)))
      (asked, different) = (asked + envelopes.asked, different + envelopes.different)
    }
    return (bits, asked, different)
  }

  private func compared<Base: Suite>(_ base: Base, ideal: Int, trials: UInt64) throws -> (asked: Int, different: Int) {
    let fuzzer = FuzzEnvelopes(cipher: base.cipher, queries: 40)
    let result = try played(
      IdealService(rules: KeySecrecyRules(base: base)), base.cipher, against: fuzzer, ideal: ideal, trials: trials)
    return (result.asked, result.different)
  }

  /// Perfect: on the ideal service they answer as envelopes whose domain key's layer is ideal, bit for bit.
  @Test func onTheIdealServiceTheUppermostLayerIsIdeal() throws {
    for base in [CalibratedSuite(), CalibratedSuite(cipherKeyBits: 4, tagBits: 4)] {
      let equal = try compared(base, ideal: 1, trials: 60)
      #expect(equal.asked > 1000 && equal.different == 0, "\(equal)")
    }
    let real = try compared(KMSSuite(), ideal: 1, trials: 3)
    #expect(real.asked > 50 && real.different == 0, "\(real)")
  }

  /// The twin: with another number of ideal layers they are others.
  @Test(arguments: [0, 2]) func withAnotherNumberOfIdealLayersTheyDiffer(_ ideal: Int) throws {
    let other = try compared(CalibratedSuite(), ideal: ideal, trials: 30)
    #expect(other.different > 10, "\(other)")
  }

  /// Around an adversary against envelopes it is one against the service: who finds the domain key tells the service from the
  /// ideal one by what is in a customer key's token, and nobody else does.
  @Test(arguments: [(4, 20...100), (64, 0...0)])
  func whoTellsTheEnvelopesApartTellsTheService(_ cipherKeyBits: Int, _ told: ClosedRange<Int>) throws {
    let base = CalibratedSuite(cipherKeyBits: cipherKeyBits, tagBits: 40), rules = KeySecrecyRules(base: base)
    let guesser = GuessEnvelopeKey(cipher: base.cipher, layer: .domainKey, tries: 8)
    let left = try played(RealService(rules: rules), base.cipher, against: guesser, ideal: 0, trials: 100)
    let right = try played(IdealService(rules: rules), base.cipher, against: guesser, ideal: 1, trials: 100)
    #expect(left.bits.count == 100 && right.bits.count == 100)
    #expect(told.contains(zip(left.bits, right.bits).count { $0 != $1 }))
  }
}
