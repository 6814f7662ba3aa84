@_spi(Harness) import Coins
import DomainManagement
import Policy
import Primitives

/// The life of a domain under the intact policy: three operators, two HSMs and a host are made; the domain is founded, gets two
/// keys and moves to a successor; the host follows, encrypts and decrypts. What one trial of a key-secrecy game costs before the
/// game itself.
func domainLife<S: DomainSuite>(_ suite: S, policy: Policy<S>) throws(Refusal) -> Bool {
  let operators = (0..<3).map { Operator(isHonest: true, draw: UInt64($0), suite: suite) }
  let modules = (3..<5).map { HSM(draw: UInt64($0), suite: suite) }
  var host = Host(draw: 5, suite: suite)
  var registry = Registry<S>()
  for maker in operators { registry.register(operator: maker.identity) }
  for module in modules { registry.register(hsm: module.member) }
  registry.register(host: host.identity)

  func authorised(_ trust: Trust<S>) throws(Refusal) -> Link<S> {
    var authorisation: [Endorsement<S>] = []
    for maker in operators.prefix(2) {
      authorisation.append(try maker.authorise(trust, registry: registry, globalQuorum: 2, policy: policy, suite: suite))
    }
    return Link(trust, authorisation: authorisation)
  }

  let makers = operators.map(\.identity)
  let founding = try authorised(
    Trust(operators: makers, hsms: [modules[0].member], hosts: [host.identity], quorum: 2, suite: suite))
  let next = try authorised(
    Trust(
      parent: founding.trust.fingerprint, domain: founding.trust.fingerprint, operators: makers, hsms: modules.map(\.member),
      hosts: [host.identity], quorum: 2, suite: suite))
  let empty = try modules[0].found(founding, draw: 6, policy: policy, suite: suite).message
  let one = try modules[0].addKey("one", to: empty, draw: 7, policy: policy, suite: suite).message
  let two = try modules[0].addKey("two", to: one, draw: 8, policy: policy, suite: suite).message
  let moved = try modules[0].update(two, along: [next], draw: 9, policy: policy, suite: suite).message
  try host.install(founding.trust, policy: policy, suite: suite)
  try host.advance(along: [next], policy: policy, suite: suite)
  let message: [UInt8] = [1, 2, 3]
  let request = try host.request(
    .encrypt(message: message, associatedData: []), handle: "two", token: moved, policy: policy, suite: suite)
  guard case .ciphertext(let sealed) = try modules[1].serve(request, draw: 10, policy: policy, suite: suite).message else {
    return false
  }
  let back = try host.request(
    .decrypt(ciphertext: sealed, associatedData: []), handle: "two", token: moved, policy: policy, suite: suite)
  return try modules[1].serve(back, draw: 11, policy: policy, suite: suite).message == .message(message)
}

/// Lives a second and core on a suite made for each trial's coins.
func domainLives<S: DomainSuite>(_ trials: UInt64, _ suite: (Coins) -> S) -> Double {
  let policy = Policy<S>.intact
  return trialsPerCoreSecond(trials) { trials in
    for trial in 0..<trials {
      let lived = try? domainLife(suite(source.coins(trial: trial, role: .challenger)), policy: policy)
      precondition(lived == true, "a domain lives under the intact policy")
    }
  }
}
