import DomainManagement
import Policy
import Scenarios

/// The tokens that the adversary makes.
extension DomainDeduction {
  /// Tokens that the adversary makes from public keys alone, with keys of its own.
  func injections(under trust: Trust<S>) -> [(Token<S>, DomainStep<S>.Forgery)] {
    var tokens: [(Token<S>, DomainStep<S>.Forgery)] = []
    let own = KeyMap.chosen(["k"], draw: 800, suite: suite)
    guard let wrapped = Wrapped.made(of: own, to: trust.agreementKeys, tag: trust.fingerprint, draw: 800, suite: suite) else {
      return []
    }
    for rogue in universe.rogueHSMs {
      tokens.append((rogue.forge(trust: trust, wrapped: wrapped, suite: suite), .init(keysOf: nil, signature: .own)))
    }
    if let signer = universe.hsms.first(where: { trust.listsHSM($0.member.identity) })?.member.identity {
      let statement = Statement(issuing: trust, wrapped: wrapped)
      tokens.append(
        (
          Token(trust: trust, wrapped: wrapped, signer: signer, statement: statement, signature: suite.bogusSignature()),
          .init(keysOf: nil, signature: .forged)
        ))
    }
    return tokens
  }

  /// Tokens that the adversary makes with parts of `token`: under its own trust with the keys of `token`, and under the trust of
  /// `token` with keys of its own.
  func forgeries(from token: Token<S>) -> [(Token<S>, DomainStep<S>.Forgery)] {
    var tokens = injections(under: token.trust)
    if let own = tokens.first?.0.wrapped {
      tokens.append(
        (
          Token(trust: token.trust, wrapped: own, signer: token.signer, statement: token.statement, signature: token.signature),
          .init(keysOf: nil, signature: .of(token))
        ))
    }
    guard scope.domains > 1 else { return tokens }
    for root in adversaryTrusts(parent: nil, domain: nil) {
      for rogue in universe.rogueHSMs {
        tokens.append((rogue.forge(trust: root, wrapped: token.wrapped, suite: suite), .init(keysOf: token, signature: .own)))
      }
      tokens.append(
        (
          Token(
            trust: root, wrapped: token.wrapped, signer: token.signer, statement: token.statement, signature: token.signature),
          .init(keysOf: token, signature: .of(token))
        ))
      let statement = Statement(issuing: root, wrapped: token.wrapped)
      tokens.append(
        (
          Token(
            trust: root, wrapped: token.wrapped, signer: token.signer, statement: statement, signature: suite.bogusSignature()),
          .init(keysOf: token, signature: .forged)
        ))
    }
    return tokens
  }
}
