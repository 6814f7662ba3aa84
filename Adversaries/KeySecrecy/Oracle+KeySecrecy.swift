public import GameKit
public import Games
public import Primitives

/// The queries of the key-secrecy game under short names: the number that is answered, nil for a refusal.
extension Oracle where Query == KeySecrecyQuery, Answer == KeySecrecyAnswer {
  public mutating func newOperator(honest: Bool) throws(Forfeit) -> (number: Int, identity: Bytes)? {
    guard case .operator(let number, let identity) = try ask(.newOperator(isHonest: honest)) else { return nil }
    return (number, identity)
  }
  public mutating func rogueOperator() throws(Forfeit) -> (number: Int, identity: Bytes)? {
    guard case .operator(let number, let identity) = try ask(.rogue(.operator)) else { return nil }
    return (number, identity)
  }
  public mutating func newHSM() throws(Forfeit) -> (number: Int, agreementKey: Bytes)? {
    guard case .hsm(let number, identity: _, let agreementKey) = try ask(.newHSM) else { return nil }
    return (number, agreementKey)
  }
  public mutating func rogueHSM() throws(Forfeit) -> Int? {
    guard case .hsm(let number, identity: _, agreementKey: _) = try ask(.rogue(.hsm)) else { return nil }
    return number
  }
  public mutating func newHost() throws(Forfeit) -> Int? {
    guard case .host(let number, identity: _) = try ask(.newHost) else { return nil }
    return number
  }
  public mutating func write(_ trust: TrustSketch) throws(Forfeit) -> (number: Int, fingerprint: Bytes)? {
    guard case .trust(let number, let fingerprint) = try ask(.trust(trust)) else { return nil }
    return (number, fingerprint)
  }
  public mutating func authorise(_ trust: Int, by maker: Int) throws(Forfeit) -> Int? {
    guard case .endorsement(let number) = try ask(.authorise(operator: maker, trust: trust)) else { return nil }
    return number
  }
  /// The endorsements of those who will sign.
  public mutating func authorise(_ trust: Int, by makers: some Sequence<Int>) throws(Forfeit) -> [Int] {
    var endorsements: [Int] = []
    for maker in makers { if let endorsement = try authorise(trust, by: maker) { endorsements.append(endorsement) } }
    return endorsements
  }
  /// The token that an operation answered.
  public mutating func token(_ query: KeySecrecyQuery) throws(Forfeit) -> Int? {
    guard case .token(let number) = try ask(query) else { return nil }
    return number
  }
  /// The key under `handle` that a query opens a token for.
  public mutating func key(_ handle: Int, from query: KeySecrecyQuery) throws(Forfeit) -> Bytes? {
    guard case .keys(let entries) = try ask(query) else { return nil }
    return entries.first { $0.handle == handle }?.key
  }
}
