import GameKit
import Games
import Primitives

/// The queries of the key-secrecy game under short names: the number that is answered, nil for a refusal.
extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  mutating func newOperator(honest: Bool) throws(Forfeit) -> (number: Int, identity: Bytes)? {
    guard case .operator(let number, let identity) = try ask(.newOperator(isHonest: honest)) else { return nil }
    return (number, identity)
  }
  mutating func rogueOperator() throws(Forfeit) -> (number: Int, identity: Bytes)? {
    guard case .operator(let number, let identity) = try ask(.rogue(.operator)) else { return nil }
    return (number, identity)
  }
  mutating func newHSM() throws(Forfeit) -> (number: Int, agreementKey: Bytes)? {
    guard case .hsm(let number, identity: _, let agreementKey) = try ask(.newHSM) else { return nil }
    return (number, agreementKey)
  }
  mutating func rogueHSM() throws(Forfeit) -> Int? {
    guard case .hsm(let number, identity: _, agreementKey: _) = try ask(.rogue(.hsm)) else { return nil }
    return number
  }
  mutating func newHost() throws(Forfeit) -> Int? {
    guard case .host(let number, identity: _) = try ask(.newHost) else { return nil }
    return number
  }
  mutating func write(_ trust: TrustSketch) throws(Forfeit) -> (number: Int, fingerprint: Bytes)? {
    guard case .trust(let number, let fingerprint) = try ask(.trust(trust)) else { return nil }
    return (number, fingerprint)
  }
  mutating func authorise(_ trust: Int, by maker: Int) throws(Forfeit) -> Int? {
    guard case .endorsement(let number) = try ask(.authorise(operator: maker, trust: trust)) else { return nil }
    return number
  }
  /// The endorsements of those who will sign.
  mutating func authorise(_ trust: Int, by makers: some Sequence<Int>) throws(Forfeit) -> [Int] {
    var endorsements: [Int] = []
    for maker in makers { if let endorsement = try authorise(trust, by: maker) { endorsements.append(endorsement) } }
    return endorsements
  }
  /// The token that an operation answered.
  mutating func token(_ query: KeySecrecyQuery) throws(Forfeit) -> Int? {
    guard case .token(let number) = try ask(query) else { return nil }
    return number
  }
  /// The key under `handle` that a query opens a token for.
  mutating func key(_ handle: Int, from query: KeySecrecyQuery) throws(Forfeit) -> Bytes? {
    guard case .keys(let entries) = try ask(query) else { return nil }
    return entries.first { $0.handle == handle }?.key
  }
}
