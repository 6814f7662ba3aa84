import Coins
@_spi(Judge) import DomainKeys
import DomainManagement
import GameKit
import Primitives

/// What anybody can compute: no secret of a genuine entity is touched here.
extension KeySecrecyGame {
  mutating func write(_ sketch: TrustSketch) -> KeySecrecyAnswer {
    guard sketch.quorum >= 0, sketch.parent.map(trusts.indices.contains) ?? true else { return .unknown }
    let parent = sketch.parent.map { trusts[$0] }
    let lists: GlobalSetUp<S>.Lists
    let domain: S.Digest?
    do throws(GlobalSetUp<S>.Unresolved) {
      lists = try setUp.lists(of: sketch)
      domain = try self.domain(sketch.domain, after: parent)
    } catch { return error.answer }
    do throws(Refusal) {
      let trust = try Trust(
        parent: parent?.fingerprint, domain: domain, operators: lists.operators, hsms: lists.hsms, hosts: lists.hosts,
        quorum: sketch.quorum, suite: suite,
        digest: { (wire) throws(Refusal) in try services.fingerprint(wire, after: parent?.fingerprint) })
      trusts.append(trust)
      return .trust(trusts.count - 1, fingerprint: Bytes(trust.fingerprint.bytes))
    } catch { return refused(error) }
  }

  private func domain(
    _ claim: TrustSketch.DomainClaim, after parent: Trust<S>?
  ) throws(GlobalSetUp<S>.Unresolved) -> S.Digest? {
    switch claim {
    case .ofParent: return parent?.domainName
    case .none: return nil
    case .of(let number):
      guard trusts.indices.contains(number) else { throw .unknown }
      return trusts[number].domainName
    }
  }

  mutating func guessEndorsement(_ maker: Int, _ trust: Int, _ candidate: UInt64) -> KeySecrecyAnswer {
    guard operators.indices.contains(maker), trusts.indices.contains(trust) else { return .unknown }
    return publish(
      Endorsement(
        signer: operators[maker].identity, statement: Statement(authorising: trusts[trust]),
        signature: services.base.signing.candidate(candidate)))
  }

  mutating func maul(_ number: Int) -> KeySecrecyAnswer {
    guard endorsements.indices.contains(number) else { return .unknown }
    let old = endorsements[number]
    return publish(
      Endorsement(signer: old.signer, statement: old.statement, signature: services.base.signing.maul(old.signature)))
  }

  mutating func endorse(_ token: Int, _ signer: IdentityReference) -> KeySecrecyAnswer {
    guard tokens.indices.contains(token) else { return .unknown }
    do throws(GlobalSetUp<S>.Unresolved) {
      return publish(
        Endorsement(
          signer: try setUp.identity(signer), statement: tokens[token].statement, signature: tokens[token].signature))
    } catch { return error.answer }
  }

  mutating func publish(_ endorsement: Endorsement<S>) -> KeySecrecyAnswer {
    endorsements.append(endorsement)
    return .endorsement(endorsements.count - 1)
  }

  mutating func wrap(_ handles: [Int], _ members: [Int], _ trust: Int) -> KeySecrecyAnswer {
    guard trusts.indices.contains(trust), members.allSatisfy(hsms.indices.contains),
      handles.allSatisfy(Self.handles.indices.contains)
    else {
      return .unknown
    }
    let draw = Party.adversary.draw(wraps.count << 16)
    let keys = KeyMap.chosen(handles.map { Self.handles[$0] }, draw: draw, suite: suite)
    let recipients = members.map { hsms[$0].member.agreementKey }
    guard let wrapped = Wrapped<S>.made(of: keys, to: recipients, tag: trusts[trust].fingerprint, draw: draw, suite: suite) else {
      return .refused("the group")
    }
    wraps.append(wrapped)
    return .wrap(wraps.count - 1, keys: keys.secrets.map { S.parts($0.secret).key })
  }

  private func wrapped(_ reference: WrapReference) -> Wrapped<S>? {
    switch reference {
    case .token(let number): tokens.indices.contains(number) ? tokens[number].wrapped : nil
    case .own(let number): wraps.indices.contains(number) ? wraps[number] : nil
    }
  }

  mutating func retag(_ reference: WrapReference, _ trust: Int, _ hsm: Int, _ candidate: UInt64?) -> KeySecrecyAnswer {
    guard let old = wrapped(reference), trusts.indices.contains(trust), hsms.indices.contains(hsm) else { return .unknown }
    let cipher = services.base.cipher
    let only = old.remade(tag: trusts[trust].fingerprint, for: hsms[hsm].member.agreementKey) { share in
      guard let candidate, let sealed = cipher.candidate(candidate, for: share.sealed) else { return share }
      return S.Share(ephemeral: share.ephemeral, sealed: sealed)
    }
    guard let only else { return .refused("not wrapped to this HSM") }
    wraps.append(only)
    return .wrap(wraps.count - 1, keys: [])
  }

  mutating func write(_ sketch: TokenSketch) -> KeySecrecyAnswer {
    guard trusts.indices.contains(sketch.trust), let wrapped = wrapped(sketch.keys), hsms.indices.contains(sketch.signer) else {
      return .unknown
    }
    let (trust, signer) = (trusts[sketch.trust], hsms[sketch.signer])
    switch sketch.signature {
    case .own:
      guard case .rogue(let hsm) = signer else { return .refused("no secret key") }
      return publish(hsm.forge(trust: trust, wrapped: wrapped, suite: suite))
    case .ownOn(let other, let keys):
      guard case .rogue(let hsm) = signer else { return .refused("no secret key") }
      guard trusts.indices.contains(other), let otherKeys = self.wrapped(keys) else { return .unknown }
      let signed = hsm.forge(trust: trusts[other], wrapped: otherKeys, suite: suite)
      return publish(
        Token(
          trust: trust, wrapped: wrapped, signer: signed.signer, statement: signed.statement, signature: signed.signature))
    case .ofOperator(let number):
      guard operators.indices.contains(number) else { return .unknown }
      let maker = operators[number]
      guard let signed = maker.sign(Statement(issuing: trust, wrapped: wrapped), suite: suite) else {
        return .refused("no secret key")
      }
      services.settle(maker.identity, at: .operators)
      return publish(
        Token(trust: trust, wrapped: wrapped, signer: maker.identity, statement: signed.statement, signature: signed.signature))
    case .ofEndorsement(let number):
      guard endorsements.indices.contains(number) else { return .unknown }
      let other = endorsements[number]
      return publish(
        Token(
          trust: trust, wrapped: wrapped, signer: signer.member.identity, statement: other.statement, signature: other.signature))
    case .candidate(let index):
      return publish(
        Token(
          trust: trust, wrapped: wrapped, signer: signer.member.identity, statement: Statement(issuing: trust, wrapped: wrapped),
          signature: services.base.signing.candidate(index)))
    case .copied(let number), .mauled(let number):
      guard tokens.indices.contains(number) else { return .unknown }
      let other = tokens[number]
      let signature = if case .mauled = sketch.signature { services.base.signing.maul(other.signature) } else { other.signature }
      return publish(
        Token(trust: trust, wrapped: wrapped, signer: signer.member.identity, statement: other.statement, signature: signature))
    }
  }

  mutating func publish(_ token: Token<S>) -> KeySecrecyAnswer {
    tokens.append(token)
    return .token(tokens.count - 1)
  }

  func pry(_ token: Int, _ number: Int) -> KeySecrecyAnswer {
    guard tokens.indices.contains(token), hsms.indices.contains(number) else { return .unknown }
    guard case .rogue(let hsm) = hsms[number] else { return .refused("no secret key") }
    return told(hsm.pry(tokens[token].wrapped, suite: suite))
  }

  func open(_ token: Int, _ hsm: Int, exponent: UInt64) -> KeySecrecyAnswer {
    guard let (share, tag) = share(token, hsm) else { return .unknown }
    // Only in the calibrated group is an exponent a secret key that can be written down.
    guard let secret = CalibratedGroup.SecretKey(exponent: exponent) as? Base.Group.SecretKey else {
      return .refused("the group")
    }
    return told(suite.open(share, with: secret, tag: tag).flatMap(KeyMap.init))
  }

  func open(_ token: Int, _ hsm: Int, candidate: UInt64) -> KeySecrecyAnswer {
    guard let (share, tag) = share(token, hsm) else { return .unknown }
    guard let key = services.base.cipher.candidateKey(candidate) else { return .refused("the cipher") }
    return told(suite.open(share, with: key, tag: tag).flatMap(KeyMap.init))
  }

  private func share(_ token: Int, _ hsm: Int) -> (share: S.Share, tag: [UInt8])? {
    guard tokens.indices.contains(token), hsms.indices.contains(hsm) else { return nil }
    let wrapped = tokens[token].wrapped
    let share = wrapped.shares.first { $0.recipient == hsms[hsm].member.agreementKey }
    return share.map { ($0.share, wrapped.tag.bytes) }
  }

  private func told(_ keys: KeyMap?) -> KeySecrecyAnswer {
    guard let keys else { return .refused("does not open") }
    return .keys(
      keys.secrets.compactMap { entry in
        Self.handles.firstIndex(of: entry.handle).map { KeyEntry(handle: $0, key: S.parts(entry.secret).key) }
      })
  }
}
