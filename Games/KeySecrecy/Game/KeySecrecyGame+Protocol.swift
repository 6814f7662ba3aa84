@_spi(Judge) import DomainKeys
@_spi(Judge) import DomainManagement
import GameKit
import Primitives

/// The protocol's operations, by the protocol's own code, and what the challenger notes about them.
extension KeySecrecyGame {
  static var handles: [Handle] { keySecrecyHandles }

  mutating func authorise(_ maker: Int, _ trust: Int) -> KeySecrecyAnswer {
    guard operators.indices.contains(maker), trusts.indices.contains(trust) else { return .unknown }
    do throws(Refusal) {
      return publish(
        try operators[maker].authorise(
          trusts[trust], registry: setUp.registry, globalQuorum: rules.quorum, policy: rules.policy, suite: suite))
    } catch { return refused(error) }
  }

  mutating func found(
    _ number: Int, _ trust: Int, _ numbers: [Int], _ references: [AgreementReference]?
  ) -> KeySecrecyAnswer {
    guard let hsm = genuine(number), trusts.indices.contains(trust), numbers.allSatisfy(endorsements.indices.contains) else {
      return .unknown
    }
    let founding = Link(trusts[trust], authorisation: numbers.map { endorsements[$0] })
    let recipients: [S.AgreementKey]?
    do throws(GlobalSetUp<S>.Unresolved) { recipients = try setUp.agreementKeys(references) } catch { return error.answer }
    return operate(by: hsm, on: nil) { game, suite, draw throws(Refusal) in
      try hsm.found(founding, recipients: recipients, draw: draw, policy: game.rules.policy, suite: suite).message
    }
  }

  mutating func addKey(
    _ number: Int, _ token: Int, _ handle: Int, _ references: [AgreementReference]?
  ) -> KeySecrecyAnswer {
    guard let hsm = genuine(number), tokens.indices.contains(token), Self.handles.indices.contains(handle) else {
      return .unknown
    }
    let recipients: [S.AgreementKey]?
    do throws(GlobalSetUp<S>.Unresolved) { recipients = try setUp.agreementKeys(references) } catch { return error.answer }
    let old = tokens[token]
    let isHonest = isHonest(old.trust)
    let instance = Party.operation.draw(operations)
    let answer = operate(by: hsm, on: old) { game, suite, draw throws(Refusal) in
      try hsm.addKey(
        Self.handles[handle], to: old, recipients: recipients, draw: draw, policy: game.rules.policy, suite: suite
      ).message
    }
    if isHonest, case .token = answer { protected.append(instance) }
    return answer
  }

  mutating func update(
    _ number: Int, _ token: Int, _ links: [LinkReference], _ references: [AgreementReference]?
  ) -> KeySecrecyAnswer {
    guard let hsm = genuine(number), tokens.indices.contains(token), let path = path(links) else { return .unknown }
    let recipients: [S.AgreementKey]?
    do throws(GlobalSetUp<S>.Unresolved) { recipients = try setUp.agreementKeys(references) } catch { return error.answer }
    let old = tokens[token]
    return operate(by: hsm, on: old) { game, suite, draw throws(Refusal) in
      let answer = try hsm.update(
        old, along: path, recipients: recipients, draw: draw, policy: game.rules.policy, suite: suite
      ).message
      try game.accept(path, after: old.trust)
      return answer
    }
  }

  mutating func install(_ number: Int, _ trust: Int) -> KeySecrecyAnswer {
    guard isServing(number), trusts.indices.contains(trust) else { return .unknown }
    do throws(Refusal) {
      // Set-up installs one root. What is installed over it, where a rule is missing, does not make its domain another one.
      let isSetUp = hosts[number].host.root == nil
      try hosts[number].host.install(trusts[trust], policy: rules.policy, suite: suite)
      if isSetUp { hosts[number].isProtected = isHonest(trusts[trust]) }
      return .done
    } catch { return refused(error) }
  }

  mutating func advance(_ number: Int, _ references: [LinkReference]) -> KeySecrecyAnswer {
    guard isServing(number), let path = path(references) else { return .unknown }
    do throws(Refusal) {
      var host = hosts[number].host
      let old = host.current
      try host.advance(along: path, policy: rules.policy, suite: suite)
      if let old { try accept(path, after: old) }
      hosts[number].host = host
      return .done
    } catch { return refused(error) }
  }

  /// Runs an operation of a genuine HSM whose answer is a token.
  private mutating func operate(
    by hsm: HSM<S>, on old: Token<S>?, _ body: (inout Self, S, UInt64) throws(Refusal) -> Token<S>
  ) -> KeySecrecyAnswer {
    defer { operations += 1 }
    let suite = suite(on: old)
    do throws(Refusal) {
      let token = try body(&self, suite, Party.operation.draw(operations))
      // What was opened counts as much as what was made: an outgoing token may be closed to every genuine HSM.
      if variant.wrapped == .right { for token in [old, token] { if let token { slice(token, by: hsm) } } }
      return publish(token)
    } catch { return refused(error) }
  }

  /// Whether a trust is the founding trust of an honest domain, or was accepted as a successor in one.
  mutating func isHonest(_ trust: Trust<S>) -> Bool {
    guard trust.parent == nil, trust.domain == nil else { return honest.contains(trust) }
    return trust.quorum >= rules.quorum && setUp.registry.objection(to: trust) == nil
  }

  /// The slicing invariant: no key that was born in an honest domain is ever under a trust of another kind.
  ///
  /// The model states it from G₅ on. There it holds as long as encryption is not broken: who guesses the tag of transplanted keys
  /// mixes the slices. From G₆ on it always holds, because what opens then is zeros.
  /// - Parameter hsm: the one that operates, which opens what comes in; what goes out it may have closed to itself.
  private mutating func slice(_ token: Token<S>, by hsm: HSM<S>) {
    guard !isHonest(token.trust) else { return }
    let readers = [hsm] + hsms.lazy.compactMap(\.genuineHSM)
    guard let reader = readers.first(where: { token.wrapped.recipients.contains($0.member.agreementKey) }),
      let keys = reader.inspect(token.wrapped, suite: suite)
    else { return }
    if keys.secrets.contains(where: { protected.contains(S.parts($0.secret).instance) }) {
      slicing = .broken("slice of the honest domains")
    }
  }

  /// Whether there is such a host, and somebody there: of a rogue host only the identity exists.
  func isServing(_ host: Int) -> Bool { hosts.indices.contains(host) && setUp.hosts[host].part != .rogue }

  func genuine(_ number: Int) -> HSM<S>? { hsms.indices.contains(number) ? hsms[number].genuineHSM : nil }

  private func path(_ references: [LinkReference]) -> [Link<S>]? {
    guard
      references.allSatisfy({ trusts.indices.contains($0.trust) && $0.endorsements.allSatisfy(endorsements.indices.contains) })
    else { return nil }
    return references.map { Link(trusts[$0.trust], authorisation: $0.endorsements.map { endorsements[$0] }) }
  }

  func refused(_ refusal: Refusal) -> KeySecrecyAnswer { .refused(refusal.rule ?? "impossible") }
}

extension KeySecrecyHSM {
  var genuineHSM: HSM<PortedSuite<Base>>? { if case .genuine(let hsm) = self { hsm } else { nil } }
}

/// The handles that the adversary can name by number.
private let keySecrecyHandles = (0..<64).map { Handle("key\($0)") }
