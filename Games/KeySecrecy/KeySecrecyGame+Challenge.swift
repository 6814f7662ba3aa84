@_spi(Judge) import DomainManagement
import Primitives

/// `test` and `corrupt`.
extension KeySecrecyGame {
  /// The key that the host would be served with, if the request passes every check of host and HSM.
  ///
  /// One instance is tested or corrupted, never both; and only a host of an honest domain can be tested.
  mutating func give(_ request: KeyRequest, isTest: Bool) -> KeySecrecyAnswer {
    guard hosts.indices.contains(request.host), !hosts[request.host].isRogue, let hsm = genuine(request.hsm),
      tokens.indices.contains(request.token), Self.handles.indices.contains(request.handle)
    else { return .unknown }
    let (host, token, handle) = (hosts[request.host], tokens[request.token], Self.handles[request.handle])
    guard !isTest || host.isProtected else { return .refused("only an honest domain is tested") }
    do throws(Refusal) {
      let query = try host.host.request(
        .encrypt(message: [], associatedData: []), handle: handle, token: token, policy: rules.policy, suite: suite)
      _ = try hsm.serve(query, draw: Party.operation.draw(operations), policy: rules.policy, suite: suite)
    } catch { return refused(error) }
    operations += 1
    guard let secret = hsm.inspect(token.wrapped, suite: suite)?.secrets.first(where: { $0.handle == handle })?.secret else {
      return .refused("impossible")
    }
    let (instance, key) = S.parts(secret)
    guard note(instance, isTest: isTest) else { return .refused("tested and corrupted") }
    if isTest, challenge == .random { return .key(Bytes(suite.cipherKey("dmtest", instance))) }
    if stage >= .keyless, protected.contains(instance) {
      return .key(Bytes(suite.cipherKey(!isTest && rules.defect == .mixedCoins ? "dmtest" : "dmkey", instance)))
    }
    return .key(key)
  }

  /// Whether an instance may be given out in this way, and remembers that it was.
  private mutating func note(_ instance: UInt64, isTest: Bool) -> Bool {
    if let old = given.first(where: { $0.instance == instance }) { return old.isTested == isTest }
    given.append((instance, isTest))
    return true
  }
}
