import DomainManagement
import Primitives

/// `test` and `corrupt`.
extension KeySecrecyGame {
  /// The key that the host would be served with, if the request passes every check of host and HSM.
  ///
  /// An instance is tested or corrupted, never both; and only in an honest domain is one tested. What dishonest domains are
  /// served with is nobody's secret, so it is always given: if it is a key of an honest domain, too, the protocol is broken.
  /// **[ours]**
  mutating func give(_ request: KeyRequest, isTest: Bool) -> KeySecrecyAnswer {
    guard let named = named(request) else { return .unknown }
    let isProtected = isProtected(named)
    guard !isTest || isProtected else { return .untested }
    let instance: UInt64
    let key: Bytes
    do throws(Refusal) {
      (instance, key) = try keyInstance(of: named)
    } catch { return refused(error) }
    if isProtected {
      guard !(isTest ? corrupted.contains(instance) : tested.contains(instance)) else { return .refused("tested and corrupted") }
      if !isTest, !corrupted.contains(instance) { corrupted.append(instance) }
      if isTest {
        let number = number(ofTested: instance)
        if challenge == .random { return .key(suite.testKey(number)) }
      }
    }
    if !isProtected, variant.wrapped == .right, protected.contains(instance) { slicing = .broken("slice of the honest domains") }
    // A planted defect: the coin of a tested key stands for a corrupted one.
    if rules.defect == .mixedCoins, variant.keys == .drawnWhenGivenOut, !isTest, protected.contains(instance) {
      return .key(suite.testKey(number(ofTested: instance)))
    }
    return .key(key)
  }

  /// Tested instances are numbered in the order of their first test.
  mutating func number(ofTested instance: UInt64) -> Int {
    if let number = tested.firstIndex(of: instance) { return number }
    tested.append(instance)
    return tested.count - 1
  }
}
