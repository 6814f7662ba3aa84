import DomainManagement
import Primitives

/// What the adversary names: identities and agreement keys, by number or by bytes.
extension GlobalSetUp {
  /// A name that stands for nothing.
  enum Unresolved: Error {
    case unknown
    /// The suite encodes no key as these bytes. On real suites every byte string is one that can be listed; whether it is good
    /// for anything turns out when it is used.
    case malformed

    var answer: KeySecrecyAnswer { self == .unknown ? .unknown : .refused("the encoding") }
  }

  /// What a trust lists.
  struct Lists {
    var operators: [S.Identity]
    var hsms: [Member<S>]
    var hosts: [S.Identity]
  }

  func lists(of sketch: TrustSketch) throws(Unresolved) -> Lists {
    guard sketch.operators.allSatisfy(operators.indices.contains), sketch.hosts.allSatisfy(hosts.indices.contains),
      sketch.hsms.allSatisfy({ hsms.indices.contains($0.identity) && hsms.indices.contains($0.agreement) })
    else { throw .unknown }
    var lists = Lists(
      operators: sketch.operators.map { operators[$0].identity },
      hsms: sketch.hsms.map {
        Member(identity: hsms[$0.identity].member.identity, agreementKey: hsms[$0.agreement].member.agreementKey)
      }, hosts: sketch.hosts.map { hosts[$0].identity })
    for listing in sketch.others {
      switch listing {
      case .operator(let reference): lists.operators.append(try identity(reference))
      case .hsm(let reference, let key):
        lists.hsms.append(Member(identity: try identity(reference), agreementKey: try agreementKey(key)))
      case .host(let reference): lists.hosts.append(try identity(reference))
      }
    }
    return lists
  }

  func identity(_ reference: IdentityReference) throws(Unresolved) -> S.Identity {
    switch reference {
    case .operator(let number) where operators.indices.contains(number): return operators[number].identity
    case .hsm(let number) where hsms.indices.contains(number): return hsms[number].member.identity
    case .host(let number) where hosts.indices.contains(number): return hosts[number].identity
    case .operator, .hsm, .host: throw .unknown
    case .bytes(let bytes):
      guard let identity = S.Identity(bytes: bytes.array) else { throw .malformed }
      return identity
    }
  }

  func agreementKeys(_ references: [AgreementReference]?) throws(Unresolved) -> [S.AgreementKey]? {
    guard let references else { return nil }
    var keys: [S.AgreementKey] = []
    for reference in references { keys.append(try agreementKey(reference)) }
    return keys
  }

  private func agreementKey(_ reference: AgreementReference) throws(Unresolved) -> S.AgreementKey {
    switch reference {
    case .hsm(let number):
      guard hsms.indices.contains(number) else { throw .unknown }
      return hsms[number].member.agreementKey
    case .bytes(let bytes):
      guard let key = S.AgreementKey(bytes: bytes.array) else { throw .malformed }
      return key
    }
  }
}
